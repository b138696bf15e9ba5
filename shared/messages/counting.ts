// Counts in words and digits, by each language's own rules.

/** "1 voice", "2,350 voices": the count in the language's digits, then the form that its plural rules ask for. */
export function counting(locale: string) {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (n: number, one: string, other: string): string =>
    `${digits.format(n)} ${rules.select(n) === 'one' ? one : other}`;
}

/** A small number in words ("five"), a greater one in digits. */
export function inWords(words: readonly string[], n: number): string {
  return words[n] ?? String(n);
}
