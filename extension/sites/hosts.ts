// The hosts that are the same for everybody: they stand in the manifest. Apart from the descriptions, so that the content
// script does not carry those (a test compares).

export const NAMED_HOSTS: readonly string[] = [
  'mail.google.com',
  '*.atlassian.net',
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'outlook.cloud.microsoft',
  'github.com',
  'gitlab.com',
  '*.service-now.com',
  '*.zendesk.com',
];

/**
 * The company's own servers as the manifest names them. Ports are left out: match patterns tell none apart.
 * @param list origins such as `https://tickets.example.com`, blanks between
 * @throws where one is no https origin: a build that silently allowed less would be found out at every desk
 */
export function ownHosts(list: string): string[] {
  return list.split(/\s+/).flatMap((origin) => {
    if (origin === '') return [];
    const url = URL.canParse(origin) ? new URL(origin) : null;
    const isWhole = url?.protocol === 'https:' && origin.replace(/\/$/, '') === url.origin;
    if (!isWhole || url.hostname.includes('*')) {
      throw new Error(`HEARBACK_HOSTS: ${JSON.stringify(origin)} is not an origin such as https://tickets.example.com`);
    }
    return [`https://${url.hostname}/*`];
  });
}

/** Nobody needs to be asked there. */
export const isNamed = ({ hostname }: URL): boolean => NAMED_HOSTS.some((host) => standsOn(hostname, host));

/** @param host a name, `*.name`, or `*` */
export function standsOn(hostname: string, host: string): boolean {
  if (host === '*') return true;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}
