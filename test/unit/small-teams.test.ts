import { describe, expect, it } from 'vitest';
import { rateSmallAsParent, type SizedTeam } from '../../worker/domain/small-teams.ts';

/** [id, parent, people], and as which team the company wants it rated where that is not itself. */
const rated = (...teams: [id: number, parent: number | null, people: number, wanted?: number][]) =>
  Object.fromEntries(
    rateSmallAsParent(teams.map(([id, parent, people, wanted = id]): SizedTeam => ({ id, parent, people, wanted }))),
  );

describe('A team', () => {
  it('of three is rated as itself', () => {
    expect(rated([1, null, 0], [2, 1, 3])).toEqual({ 1: 1, 2: 2 });
  });

  it.each([1, 2])('of %i is rated as the one above', (people) => {
    expect(rated([1, null, 0], [2, 1, 3], [3, 2, people])).toEqual({ 1: 1, 2: 2, 3: 2 });
  });

  it('is rated as the next one that is large enough, where that above is small as well', () => {
    expect(rated([1, null, 5], [2, 1, 0], [3, 2, 1], [4, 2, 1])).toEqual({ 1: 1, 2: 1, 3: 1, 4: 1 });
  });

  it('that those below make large enough is rated as itself', () => {
    expect(rated([1, null, 0], [2, 1, 1], [3, 2, 1], [4, 2, 1])).toEqual({ 1: 1, 2: 2, 3: 2, 4: 2 });
  });

  it('to which nobody belongs, a group, stays a group', () => {
    expect(rated([1, null, 0], [2, 1, 0], [3, 2, 4])).toEqual({ 1: 1, 2: 2, 3: 3 });
  });

  it('at the top stays, for there is nothing above', () => {
    expect(rated([1, null, 2])).toEqual({ 1: 1 });
  });

  it('takes those along that the company joined to it', () => {
    expect(rated([1, null, 3], [2, 1, 1], [3, 1, 1, 2])).toEqual({ 1: 1, 2: 1, 3: 1 });
  });

  it('that the company joined to another counts there', () => {
    expect(rated([1, null, 0], [2, 1, 2], [3, 1, 1, 2])).toEqual({ 1: 1, 2: 2, 3: 2 });
  });

  it('whose tree bites its own tail is still rated as something', () => {
    expect(rated([1, 2, 1], [2, 1, 1])).toEqual({ 1: 2, 2: 2 });
  });
});
