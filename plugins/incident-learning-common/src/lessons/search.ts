/** One thing that a search asks for. @public */
export interface SearchTerm {
  /** One word or, of a quoted phrase, several in a row; folded as `foldWords` does. */
  words: string[];
  /** Whether it was quoted: whole words only. Otherwise the word begins a word of what is found. */
  exact: boolean;
}

/** More would narrow nothing down any further. */
const MAX_TERMS = 20;

/**
 * The words of a text, without accents and case. What is stored and what is asked for are folded alike, so that both
 * databases find the same.
 *
 * @public
 */
export function foldWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      // By way of upper case, which spells out letters such as ß.
      .toUpperCase()
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * Reads what somebody searches for: words, and phrases in double quotes. Anything else separates words, so that every
 * text is a search; one without words is a search for nothing.
 *
 * @public
 */
export function readSearch(text: string): SearchTerm[] {
  const terms = text
    .split(/["“”„]/)
    .flatMap((part, index) =>
      index % 2 === 1 ? quoted(part) : foldWords(part).map(loose),
    );
  const known = new Set<string>();
  return terms
    .filter(term => {
      const key = JSON.stringify(term);
      return !known.has(key) && known.add(key);
    })
    .slice(0, MAX_TERMS);
}

function quoted(text: string): SearchTerm[] {
  const words = foldWords(text);
  return words.length > 0 ? [{ words, exact: true }] : [];
}

function loose(word: string): SearchTerm {
  return { words: [word], exact: false };
}

/** A stretch of a text, and whether a search meets it. @public */
export interface MarkedText {
  text: string;
  marked: boolean;
}

/** Cuts a text where a search meets it; the pieces make up the text again. @public */
export function markSearch(text: string, search: string): MarkedText[] {
  const terms = readSearch(search);
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: foldWords(match[0]).join(''),
  }));
  const pieces: MarkedText[] = [];
  let at = 0;
  const take = (end: number, marked: boolean) => {
    if (end > at) {
      pieces.push({ text: text.slice(at, end), marked });
      at = end;
    }
  };
  words.forEach((word, index) => {
    const met = terms
      .filter(term =>
        term.words.every((wanted, offset) => {
          const folded = words[index + offset]?.folded;
          return term.exact ? folded === wanted : folded?.startsWith(wanted);
        }),
      )
      .map(term => words[index + term.words.length - 1].end);
    if (met.length > 0) {
      take(word.start, false);
      take(Math.max(...met), true);
    }
  });
  take(text.length, false);
  return pieces;
}
