// What makes an access token good, and where it is looked for.
import { env } from 'cloudflare:test';
import { base64url, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deriveKey } from '../../worker/identity/derive.ts';
import { an, createWorld, foundAcme } from './acme.ts';
import { accessTokenOf } from './client.ts';

let world: Awaited<ReturnType<typeof createWorld>>;
beforeAll(foundAcme);
beforeEach(async () => {
  world = await createWorld();
});

const config = (accessToken: string) =>
  world.app.request('/api/config', { headers: { Authorization: `Bearer ${accessToken}` } }, env);

describe('An access token', () => {
  const claims = () => ({ idp: env.ISSUER, known: env.ISSUER, person: 1, team: 3 });
  const signed = async (change: (jwt: SignJWT) => SignJWT, header = {}, key?: Uint8Array, body: object = claims()) => {
    const now = Math.floor(world.clock.now / 1000);
    const jwt = new SignJWT({ ...body })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', ...header })
      .setIssuer(env.ORIGIN)
      .setAudience(`${env.ORIGIN}/api`)
      .setSubject('an')
      .setIssuedAt(now)
      .setExpirationTime(now + 600);
    return change(jwt).sign(key ?? (await deriveKey(env.SECRET, 'access-token')));
  };
  const same = (jwt: SignJWT) => jwt;

  it('made with the right key and claims is taken, so that the refusals below mean something', async () => {
    expect((await config(await signed(same))).status).toBe(200);
  });

  it.each<[string, () => Promise<string>]>([
    ['unsigned', async () => new UnsecuredJWT({ ...claims(), sub: 'an', exp: 4e9, iat: 1 }).encode()],
    ['signed with another key', () => signed(same, {}, new Uint8Array(32))],
    ['signed with SECRET itself', () => signed(same, {}, base64url.decode(env.SECRET))],
    [
      'signed with the key of another purpose',
      async () => signed(same, {}, await deriveKey(env.SECRET, 'conversation')),
    ],
    ['signed with another algorithm', () => signed(same, { alg: 'HS512' })],
    ['of another type', () => signed(same, { typ: 'JWT' })],
    ['of another issuer', () => signed((jwt) => jwt.setIssuer('https://evil.test'))],
    ['for another audience', () => signed((jwt) => jwt.setAudience('https://evil.test'))],
    ['of another identity provider', () => signed(same, {}, undefined, { ...claims(), idp: 'https://evil.test' })],
    ['without a person', () => signed(same, {}, undefined, { idp: env.ISSUER, known: env.ISSUER, team: 3 })],
    ['not yet good', () => signed((jwt) => jwt.setNotBefore(4_000_000_000))],
    ['no JWT at all', async () => 'abc'],
  ])('that is %s is refused', async (_, make) => {
    const answer = await config(await make());
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'unauthorized' });
  });

  it('that has no end is refused', async () => {
    const key = await deriveKey(env.SECRET, 'access-token');
    const endless = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setIssuer(env.ORIGIN)
      .setAudience(`${env.ORIGIN}/api`)
      .setSubject('an')
      .setIssuedAt(Math.floor(world.clock.now / 1000))
      .sign(key);
    expect((await config(endless)).status).toBe(401);
  });

  it.each([
    ['in the address', '/api/config?access_token=TOKEN', {}],
    ['in a cookie', '/api/config', { Cookie: 'access_token=TOKEN; __Host-session=TOKEN' }],
    ['under another scheme', '/api/config', { Authorization: 'Basic TOKEN' }],
  ])('is not looked for %s', async (_, path, headers: Record<string, string>) => {
    const accessToken = await accessTokenOf(world, an);
    const put = (text: string) => text.replaceAll('TOKEN', accessToken);
    const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, put(value)]));
    expect((await world.app.request(put(path), { headers: sent }, env)).status).toBe(401);
  });
});
