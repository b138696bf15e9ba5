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

/** Nobody needs to be asked there. */
export const isNamed = ({ hostname }: URL): boolean => NAMED_HOSTS.some((host) => standsOn(hostname, host));

/** @param host a name, `*.name`, or `*` */
export function standsOn(hostname: string, host: string): boolean {
  if (host === '*') return true;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}
