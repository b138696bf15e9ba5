// Finds teams by what somebody types: without regard to case and to diacritics ("nhan su" finds "Nhân sự"), best first.

export interface Match<T> {
  item: T;
  /** The part of the name that matched, as offsets into it; empty at the start where nothing was typed. */
  from: number;
  to: number;
}

/** Names that begin with the query come first, then names in which a word does, then the rest; each group by the alphabet. */
export function search<T extends { name: string }>(items: readonly T[], query: string, locale: string): Match<T>[] {
  const wanted = fold(query).text.trim();
  const order = new Intl.Collator(locale);
  return items
    .flatMap((item) => {
      const { text, origin } = fold(item.name);
      const at = bestPlace(text, wanted);
      if (at === -1) return [];
      const from = origin[at] ?? 0;
      const to = origin[at + wanted.length] ?? item.name.length;
      return [{ item, from, to, rank: at === 0 ? 0 : startsWord(text, at) ? 1 : 2 }];
    })
    .sort((a, b) => a.rank - b.rank || order.compare(a.item.name, b.item.name))
    .map(({ item, from, to }) => ({ item, from, to: wanted === '' ? from : to }));
}

/** The first place where a word begins with it, else the first at all. */
function bestPlace(text: string, wanted: string): number {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (startsWord(text, at)) return at;
    if (wanted === '') break;
  }
  return text.indexOf(wanted);
}

const startsWord = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

/** The bare letters of a text, and for each of them where it stands in the text. */
function fold(name: string): { text: string; origin: number[] } {
  let text = '';
  const origin: number[] = [];
  let at = 0;
  for (const letter of name) {
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
    for (let i = 0; i < bare.length; i++) origin.push(at);
    text += bare;
    at += letter.length;
  }
  return { text, origin };
}
