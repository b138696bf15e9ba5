// The company's identity provider on the local stack: a real, certified OpenID provider whose sign-in is a choice of persona.
// It keeps a session of its own, so a silent sign-in (prompt=none) works; anybody who is asked chooses anew.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Provider, { interactionPolicy } from 'oidc-provider';
import { personas } from './acme.ts';
import { Memory } from './provider-memory.ts';
import { personaPage } from './provider-page.ts';

export interface ProviderOptions {
  port: number;
  clientId: string;
  clientSecret: string;
  /** Where the worker takes people back after sign-in. */
  redirectUri: string;
}

export interface RunningProvider {
  issuer: string;
  stop(): Promise<void>;
}

export async function startProvider(options: ProviderOptions): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the identity provider has no port');
  // Not "localhost": the worker lives there, and cookies do not tell ports apart.
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider = new Provider(issuer, configuration(options));
  const answer = provider.callback();

  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) {
      choose(provider, request, response).catch(() => {
        response.writeHead(400, { 'content-type': 'text/plain' }).end('This sign-in has ended. Please begin again.');
      });
      return;
    }
    answer(request, response);
  });

  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** GET shows the personas, POST signs the chosen one in. */
async function choose(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    });
    response.end(personaPage(`/interaction/${uid}`, request.headers['accept-language']));
    return;
  }
  const subject = new URLSearchParams(await bodyOf(request)).get('persona');
  const persona = personas.find((one) => one.subject === subject);
  if (!persona) throw new Error('no such persona');
  await provider.interactionFinished(request, response, { login: { accountId: persona.subject, remember: true } });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function configuration({ clientId, clientSecret, redirectUri }: ProviderOptions) {
  const policy = interactionPolicy.base();
  policy.get('login')?.checks.add(
    new interactionPolicy.Check('choose', 'a persona is chosen', (ctx) => {
      const silent = ctx.oidc.prompts.has('none');
      const chosen = Boolean(ctx.oidc.result?.login);
      return silent || chosen ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT;
    }),
  );
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    adapter: Memory,
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [new URL('/', redirectUri).href],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        // It says when it last asked who somebody is, as many companies' providers do.
        require_auth_time: true,
      },
    ],
    clientDefaults: { id_token_signed_response_alg: 'RS256' },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'acme', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // The claims are in the ID token as well, as most companies' providers have it.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { policy, url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    ttl: { Interaction: 3600, Session: 86_400, Grant: 86_400, IdToken: 3600, AccessToken: 3600, AuthorizationCode: 60 },
    findAccount: (_: unknown, subject: string) => {
      const person = personas.find((one) => one.subject === subject);
      if (!person) return undefined;
      const claims = { sub: subject, email: person.email, email_verified: true, name: person.name };
      return { accountId: subject, claims: () => claims };
    },
    // The company has agreed for everybody: nobody is asked what the client may see.
    loadExistingGrant: async (ctx: OidcContext) => {
      const { provider, client, session } = ctx.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

interface OidcContext {
  oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } };
}
