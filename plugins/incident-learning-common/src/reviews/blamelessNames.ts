interface FoundName {
  start: number;
  end: number;
  kind: 'name';
  why: string;
  suggestion: string;
}

interface KnownNames {
  /** Single words that name somebody, as they are written. */
  words: Set<string>;
  /** Finds names as they are written; absent where none are known. */
  pattern?: RegExp;
}

/** Names that begin sentences as ordinary words. */
const WORDS_TOO = new Set(
  `Will Mark Bill May June April August Grace Rose Rob Sue Art Dean Chase Frank Jack Hope Faith Joy Drew Pat Rich Grant
  Miles Max Page Price Stone Long Short Young Best Still Case Bond Day Green Brown White Black King Park Banks Wells Read
  Good Small Little Major Sharp Swift Root Field Cross Short Love Power Self Guy Gene Ray Don Skip Norm Ward Summer Dawn Eve
  Penny Ruby Amber Jasmine Robin Violet Olive Iris Ivy`.split(/\s+/),
);

/** Reads names and user refs; of `user:default/ada.palmer`, Ada and Palmer count too. */
export function knownNames(names: string[]): KnownNames {
  const words = new Set<string>();
  const wholes = new Set<string>();
  for (const name of names) {
    const ref = /^user:(?:[^/]+\/)?(.+)$/i.exec(name.trim());
    const whole = ref ? ref[1] : name.trim();
    const parts = whole.split(/[\s._]+|-(?=[\p{L}]{3})/u);
    if (whole.length >= 3) {
      wholes.add(whole);
    }
    for (const part of parts) {
      if (/^[\p{L}][\p{L}’'-]{2,}$/u.test(part)) {
        words.add(part[0].toLocaleUpperCase('en') + part.slice(1));
      }
    }
  }
  const all = [...wholes, ...words].sort((a, b) => b.length - a.length);
  const source = all
    .map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return {
    words,
    pattern: all.length
      ? new RegExp(
          `(?<![\\p{L}\\p{N}@/:._-])(?:${source})(?![\\p{L}\\p{N}_/-])`,
          'gu',
        )
      : undefined,
  };
}

const USER_REF =
  /(?<![\w:/])user:(?:[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*[a-z0-9](?![\w/])/gi;

/** No address, no `@scope/package`, no version after an at sign. */
const MENTION = /(?<![\p{L}\p{N}@/.+_-])@[a-z][\w.-]*\w(?![\w/@])/giu;

/** People by name, unless they are thanked. */
export function findNames(text: string, { pattern }: KnownNames): FoundName[] {
  return [USER_REF, MENTION, ...(pattern ? [pattern] : [])]
    .flatMap(each => [...text.matchAll(each)])
    .filter(
      ({ 0: name, index }) =>
        !(WORDS_TOO.has(name) && startsSentence(text, index)) &&
        !isThanked(text, index),
    )
    .map(({ 0: name, index }) => ({
      start: index,
      end: index + name.length,
      kind: 'name' as const,
      why: 'Where a person is named, readers look for who and no further.',
      suggestion:
        'Name the role, such as “the engineer on call”, or better what the role had to work with.',
    }));
}

function startsSentence(text: string, at: number): boolean {
  return (
    /(?:^|[.!?:;\n][\s*_>#-]*)$/.test(text.slice(Math.max(0, at - 8), at)) ||
    at === 0
  );
}

function isThanked(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 80), at);
  const sentence = before.slice(
    Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1,
  );
  return /\b(?:thank(?:s| you)?|kudos|credit|grateful|praise|hats off)\b/i.test(
    sentence,
  );
}
