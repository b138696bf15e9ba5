// Counts in words and digits, by each language's own rules.

/** A count in digits with its word ("2,350 voices"), and small numbers as words ("five"). */
function counting(locale: string, words: readonly string[]) {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return {
    locale,
    /** The form that the language's plural rules ask for. */
    count: (n: number, one: string, other: string): string =>
      `${digits.format(n)} ${rules.select(n) === 'one' ? one : other}`,
    inWords: (n: number): string => words[n] ?? digits.format(n),
  };
}

export const english = counting('en-GB', [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
]);
export const vietnamese = counting('vi-VN', [
  'không',
  'một',
  'hai',
  'ba',
  'bốn',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
]);
