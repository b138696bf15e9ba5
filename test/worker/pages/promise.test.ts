// What we promise is what the worker does: each time and number on the page is the one that the code keeps to.
import { beforeAll, describe, expect, it } from 'vitest';
import { GRACE_MS, PAIR_FACTOR, WAIT_DAYS } from '../../../worker/domain/rule.ts';
import { FAMILY_MS, REMEMBER_MS } from '../../../worker/identity/broker.ts';
import { SESSION_SECONDS } from '../../../worker/identity/session.ts';
import { KEPT_HOURS } from '../../../worker/jobs/site-health.ts';
import { foundAcme } from '../acme.ts';
import { reader, textOf } from './company.ts';

beforeAll(foundAcme);

const DAY_MS = 86_400_000;
const KEY_DAYS = Math.ceil(GRACE_MS / DAY_MS);
const WEEKS = REMEMBER_MS / DAY_MS / 7;
const PAIR = PAIR_FACTOR * 5;

describe.each(['en', 'vi'] as const)('the promise in %s', (language) => {
  it.each([
    ['how long reports are kept', `counts for ${KEPT_HOURS / 24} days`, `giữ số đếm ${KEPT_HOURS / 24} ngày`],
    ['when a key goes', `${KEY_DAYS} days later the old one is destroyed`, `${KEY_DAYS} ngày sau khóa cũ bị hủy`],
    ['how long a rating waits', `After ${WAIT_DAYS} days without enough`, `Sau ${WAIT_DAYS} ngày vẫn chưa đủ`],
    ['how long a page is signed in', `for ${SESSION_SECONDS / 3600} hours`, `trong ${SESSION_SECONDS / 3600} giờ`],
    ['how long the extension is', `for ${FAMILY_MS / DAY_MS} days at most`, `nhiều nhất ${FAMILY_MS / DAY_MS} ngày`],
    [
      'what is left of a sign-in',
      ['', '', 'for two weeks at most after'][WEEKS] ?? '?',
      ['', '', 'thêm nhiều nhất hai tuần'][WEEKS] ?? '?',
    ],
    ['which pairs wait by themselves', PAIR === 10 ? 'ten or more people' : '?', PAIR === 10 ? 'từ mười người' : '?'],
  ])('says %s', async (_, en, vi) => {
    const { read } = await reader();
    expect(textOf((await read('/promise', language)).html)).toContain({ en, vi }[language]);
  });
});
