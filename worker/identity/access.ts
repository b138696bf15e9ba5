// The extension's access token: a JWT of ten minutes, checked without reading the database.
import { errors, jwtVerify, SignJWT } from 'jose';
import * as v from 'valibot';
import type { Asker, Env, World } from '../env.ts';
import { Trouble } from '../http/problem.ts';
import { deriveKey } from './derive.ts';

/** How long a token is good, and so how long a revocation may take to bite. Seconds. */
export const ACCESS_SECONDS = 600;

const Claims = v.object({
  sub: v.string(),
  idp: v.string(),
  known: v.string(),
  person: v.pipe(v.number(), v.integer()),
  team: v.pipe(v.number(), v.integer()),
});

export async function mintAccess(env: Env, world: World, asker: Asker): Promise<string> {
  const now = Math.floor(world.now() / 1000);
  return new SignJWT({ idp: env.ISSUER, known: asker.issuer, person: asker.person, team: asker.team })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .setIssuer(env.ORIGIN)
    .setAudience(`${env.ORIGIN}/api`)
    .setSubject(asker.subject)
    .setIssuedAt(now)
    .setExpirationTime(now + ACCESS_SECONDS)
    .sign(await deriveKey(env.SECRET, 'access-token'));
}

/** Who a token speaks for. Throws `expired` for a good token past its time and `unauthorized` for anything else. */
export async function checkAccess(env: Env, world: World, token: string): Promise<Asker> {
  const key = await deriveKey(env.SECRET, 'access-token');
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      typ: 'at+jwt',
      issuer: env.ORIGIN,
      audience: `${env.ORIGIN}/api`,
      currentDate: new Date(world.now()),
      requiredClaims: ['exp', 'iat'],
    });
    const claims = v.parse(Claims, payload);
    // A deployment that moved to another identity provider knows other people by other subjects.
    if (claims.idp !== env.ISSUER) throw new Trouble('unauthorized');
    return { person: claims.person, issuer: claims.known, subject: claims.sub, team: claims.team };
  } catch (error) {
    throw new Trouble(error instanceof errors.JWTExpired ? 'expired' : 'unauthorized');
  }
}
