// The packed directory: what goes in is found again, what does not is not, and it stays small.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashAccount, SALT_BYTES } from '../../shared/directory/format.ts';
import { openDirectory, openSection } from '../../shared/directory/open.ts';
import { pack } from '../../shared/directory/pack.ts';

const salt = new Uint8Array(SALT_BYTES).fill(7);

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('A section of the directory', () => {
  it('finds every account that was packed, with its team, and no other', async () => {
    const accounts = fc.uniqueArray(fc.record({ id: fc.emailAddress(), team: fc.integer({ min: 1, max: 65535 }) }), {
      selector: (account) => account.id.toLowerCase(),
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(accounts, fc.emailAddress(), async (known, stranger) => {
        const section = openSection(await pack(salt, 'mail', known));
        expect(section?.count).toBe(known.length);
        for (const { id, team } of known) {
          expect(section?.find(await hashAccount(salt, 'mail', id))).toBe(team);
        }
        if (!known.some(({ id }) => id.toLowerCase() === stranger.toLowerCase())) {
          expect(section?.find(await hashAccount(salt, 'mail', stranger))).toBeNull();
        }
      }),
      { numRuns: 50 },
    );
  });

  it('takes an address as people write it, but keeps dots and plus signs', async () => {
    const section = openSection(await pack(salt, 'mail', [{ id: 'An.Nguyen@acme.test', team: 4 }]));
    expect(section?.find(await hashAccount(salt, 'mail', ' an.nguyen@ACME.test '))).toBe(4);
    expect(section?.find(await hashAccount(salt, 'mail', 'annguyen@acme.test'))).toBeNull();
    expect(section?.find(await hashAccount(salt, 'mail', 'an.nguyen+x@acme.test'))).toBeNull();
  });

  it('keeps the case of a Jira account id, and the same text of another kind apart', async () => {
    const section = openSection(await pack(salt, 'jira', [{ id: '5b10aC', team: 4 }]));
    expect(section?.find(await hashAccount(salt, 'jira', '5b10aC'))).toBe(4);
    expect(section?.find(await hashAccount(salt, 'jira', '5b10ac'))).toBeNull();
    expect(section?.find(await hashAccount(salt, 'mail', '5b10aC'))).toBeNull();
  });

  it('leaves out an account that two teams claim, and keeps one that is listed twice for the same team', async () => {
    const section = openSection(
      await pack(salt, 'mail', [
        { id: 'both@acme.test', team: 1 },
        { id: 'BOTH@acme.test', team: 2 },
        { id: 'both@acme.test', team: 3 },
        { id: 'twice@acme.test', team: 2 },
        { id: 'twice@acme.test', team: 2 },
      ]),
    );
    expect(section?.count).toBe(1);
    expect(section?.find(await hashAccount(salt, 'mail', 'both@acme.test'))).toBeNull();
    expect(section?.find(await hashAccount(salt, 'mail', 'twice@acme.test'))).toBe(2);
  });

  it('holds 100,000 accounts in at most 0.9 MB', async () => {
    const accounts = Array.from({ length: 100_000 }, (_, i) => ({ id: `person${i}@acme.test`, team: (i % 65535) + 1 }));
    const bytes = await pack(salt, 'mail', accounts);
    expect(bytes.length).toBeLessThanOrEqual(900_000);
    expect(openSection(bytes)?.find(await hashAccount(salt, 'mail', 'person99999@acme.test'))).toBe(
      (99_999 % 65535) + 1,
    );
  }, 60_000);

  it('contains no address', async () => {
    const bytes = await pack(salt, 'mail', [{ id: 'an@acme.test', team: 4 }]);
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('acme');
  });
});

describe('A directory of several sections', () => {
  it('is opened by kind, passing over kinds it does not know', async () => {
    const unknown = await pack(salt, 'jira', [{ id: 'x', team: 9 }]);
    unknown[4] = 200;
    const mail = await pack(salt, 'mail', [{ id: 'an@acme.test', team: 4 }]);
    const jira = await pack(salt, 'jira', []);
    const directory = openDirectory(joined(unknown, mail, jira));
    expect([...(directory?.keys() ?? [])]).toEqual(['mail', 'jira']);
    expect(directory?.get('mail')?.find(await hashAccount(salt, 'mail', 'an@acme.test'))).toBe(4);
  });

  it('is refused when it is cut short, has a tail, or is something else', async () => {
    const mail = await pack(salt, 'mail', [{ id: 'an@acme.test', team: 4 }]);
    for (let length = 1; length < mail.length; length++) expect(openDirectory(mail.subarray(0, length))).toBeNull();
    expect(openDirectory(joined(mail, new Uint8Array([0])))).toBeNull();
    expect(openDirectory(new TextEncoder().encode('<!doctype html><title>Sign in to the hotel</title>'))).toBeNull();
    expect(openDirectory(new Uint8Array())).toEqual(new Map());
  });
});
