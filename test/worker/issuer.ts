// The outside party of a sign-in: a small identity provider that signs, so that tests can also let it misbehave.
// (The end-to-end tests run on a certified one.)
import { base64url, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export interface Account {
  sub: string;
  email?: string;
  email_verified?: boolean | string;
  /** What Microsoft Entra ID says instead. */
  xms_edov?: boolean | string | number;
}

interface Grant {
  account: Account;
  nonce: string;
  challenge: string;
}

/** `now`: the clock by which it signs, ms since 1970. */
export async function createIssuer(issuer: string, now: () => number) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const stranger = await generateKeyPair('ES256');
  const grants = new Map<string, Grant>();
  const misbehaviour: {
    claims: JWTPayload;
    strangeKey: boolean;
    down: boolean;
    thinIdToken: boolean;
    strangeUserinfo: boolean;
  } = {
    claims: {},
    strangeKey: false,
    down: false,
    thinIdToken: false,
    strangeUserinfo: false,
  };
  const requests: string[] = [];

  async function idToken({ account, nonce }: Grant): Promise<string> {
    const { sub, ...rest } = account;
    const claims = misbehaviour.thinIdToken ? { sub } : { sub, ...rest };
    const seconds = Math.floor(now() / 1000);
    const payload = { ...claims, iss: issuer, aud: 'hearback', nonce, iat: seconds, exp: seconds + 300 };
    return new SignJWT({ ...payload, ...misbehaviour.claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .sign(misbehaviour.strangeKey ? stranger.privateKey : privateKey);
  }

  async function token(request: Request): Promise<Response> {
    const body = new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer()));
    const grant = grants.get(body.get('code') ?? '');
    grants.delete(body.get('code') ?? '');
    const credentials = atob(request.headers.get('Authorization')?.replace(/^Basic /, '') ?? '');
    const client = decodeURIComponent(credentials) === 'hearback:test-client-secret';
    const verified = grant?.challenge === (await s256(body.get('code_verifier') ?? ''));
    if (!grant || !client || !verified) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    const access_token = `access-${grant.account.sub}`;
    return Response.json({ access_token, token_type: 'bearer', expires_in: 60, id_token: await idToken(grant) });
  }

  /** Stands in for the network between worker and provider. */
  async function fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    requests.push(request.url);
    if (misbehaviour.down) throw new TypeError('Network connection lost.');
    switch (new URL(request.url).pathname) {
      case '/.well-known/openid-configuration':
        return Response.json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/jwks`,
          id_token_signing_alg_values_supported: ['ES256'],
          authorization_response_iss_parameter_supported: true,
        });
      case '/jwks':
        return Response.json({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', use: 'sig', alg: 'ES256' }] });
      case '/token':
        return token(request);
      case '/userinfo': {
        const sub = request.headers.get('Authorization')?.replace(/^Bearer access-/i, '');
        return Response.json({
          sub: misbehaviour.strangeUserinfo ? 'binh' : sub,
          email: `${sub}@acme.test`,
          email_verified: 'true',
        });
      }
      default:
        return new Response(null, { status: 404 });
    }
  }

  /** Signs `account` in at the page where the worker sent the browser: the address that the browser is then sent to. */
  function approve(authorize: string, account: Account): string {
    const asked = new URL(authorize).searchParams;
    const code = crypto.randomUUID();
    const [nonce, challenge] = [asked.get('nonce') ?? '', asked.get('code_challenge') ?? ''];
    grants.set(code, { account, nonce, challenge });
    return back(asked, { code });
  }

  /** Sends the browser back with an error. */
  function deny(authorize: string, error: string): string {
    return back(new URL(authorize).searchParams, { error });
  }

  function back(asked: URLSearchParams, answer: Record<string, string>): string {
    const url = new URL(asked.get('redirect_uri') ?? '');
    url.search = new URLSearchParams({ ...answer, state: asked.get('state') ?? '', iss: issuer }).toString();
    return url.href;
  }

  return { fetch, approve, deny, misbehaviour, requests };
}

export async function s256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return base64url.encode(new Uint8Array(digest));
}
