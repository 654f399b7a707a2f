/** Words that say nothing of what happened. */
const COMMON_WORDS = new Set(
  `a about after again all also an and any are as at be because been before but by can could did do does during each
  for from had has have in into is it its more most no not of off on one only or other our out over own same some such
  than that the their them then there these they this those through to too under until up very was we were what when
  where which while who will with would`.split(/\s+/),
);

interface Told {
  title: string;
  summary?: string;
}

/**
 * The words of a text that tell something: lower case, without endings that only tell number, each once in the order
 * of the text.
 *
 * @public
 */
export function tellingWords(text: string): string[] {
  const words = text.toLocaleLowerCase('en-US').match(/[\p{L}\p{N}]+/gu) ?? [];
  return [
    ...new Set(
      words
        .filter(word => word.length > 2 && !COMMON_WORDS.has(word))
        .map(singular),
    ),
  ];
}

function singular(word: string): string {
  return /[^su]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

/**
 * How alike two incidents are told: the Sørensen–Dice coefficient of the sets of their telling words, of the titles
 * alone or of title and summary, whichever is larger, since a long summary beside none would hide equal titles.
 *
 * Source: L. R. Dice, Measures of the Amount of Ecologic Association Between Species, Ecology 26 (1945), 297–302.
 *
 * @returns the likeness from 0 to 1, and the words in common
 * @public
 */
export function textSimilarity(
  one: Told,
  other: Told,
): { likeness: number; words: string[] } {
  const titles = dice(tellingWords(one.title), tellingWords(other.title));
  const texts = dice(wordsOf(one), wordsOf(other));
  return texts.likeness > titles.likeness ? texts : titles;
}

function wordsOf({ title, summary }: Told): string[] {
  return tellingWords(`${title} ${summary ?? ''}`);
}

function dice(one: string[], other: string[]) {
  const there = new Set(other);
  const words = one.filter(word => there.has(word));
  const all = one.length + other.length;
  return { likeness: all === 0 ? 0 : (2 * words.length) / all, words };
}
