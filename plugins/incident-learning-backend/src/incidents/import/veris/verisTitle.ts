const MAX_LENGTH = 120;

/** English abbreviations, whose full stop ends no sentence. */
const ABBREVIATIONS = [
  ...['Mr', 'Mrs', 'Ms', 'Dr', 'Prof', 'Sr', 'Jr', 'Rep', 'Sen', 'Gov', 'Pres'],
  ...['Gen', 'Lt', 'Sgt', 'Capt', 'Hon', 'Rev', 'St', 'Ste', 'Mt', 'Ft', 'Wm'],
  ...['Inc', 'Corp', 'Co', 'Cos', 'Ltd', 'Bros', 'Dept', 'Univ', 'Assn', 'Ave'],
  ...['No', 'Nos', 'vs', 'etc', 'approx', 'e\\.g', 'i\\.e', 'a\\.m', 'p\\.m'],
  ...['Jan', 'Feb', 'Mar', 'Apr', 'Aug', 'Sept?', 'Oct', 'Nov', 'Dec'],
  ...['Ala', 'Ariz', 'Ark', 'Calif', 'Colo', 'Conn', 'Del', 'Fla', 'Ga', 'Ill'],
  ...['Ind', 'Kan', 'Ky', 'La', 'Md', 'Mass', 'Mich', 'Minn', 'Miss', 'Mo'],
  ...['Mont', 'Neb', 'Nev', 'Okla', 'Ore', 'Pa', 'Penn', 'Tenn', 'Tex', 'Va'],
  ...['Vt', 'Wash', 'Wis', 'Wyo'],
];

/** Also initials and such as U.S. */
const ENDS_IN_ABBREVIATION = new RegExp(
  `(?:^|[\\s("-])(?:[A-Z](?:\\.[A-Z])*|${ABBREVIATIONS.join('|')})$`,
);

/** The first sentence of a text, cut after a word where it is longer than 120 characters; empty where there is none. */
export function firstSentence(text: string): string {
  // A title never needs more, and summaries can be long.
  const start = text
    .slice(0, 4 * MAX_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  const end = /[.!?]+["')\]]*(?= |$)/g;
  for (let match = end.exec(start); match; match = end.exec(start)) {
    const before = start.slice(0, match.index);
    if (!match[0].startsWith('.') || !ENDS_IN_ABBREVIATION.test(before)) {
      return shorten(start.slice(0, match.index + match[0].length));
    }
  }
  return shorten(start);
}

/** A title for a record without a summary, such as `Error (Loss) at Jersey City Medical Center`. */
export function titleOf(
  actions: { name: string; varieties: string[] }[],
  victim?: string,
): string {
  const known = actions.filter(({ name }) => name !== 'unknown');
  const what = known
    .map(({ name, varieties }) =>
      varieties.length > 0 ? `${name} (${varieties.join(', ')})` : name,
    )
    .join(' and ');
  const title = `${what || 'security incident'}${
    victim ? ` at ${victim}` : ''
  }`;
  return shorten(title.charAt(0).toLocaleUpperCase('en-US') + title.slice(1));
}

function shorten(text: string): string {
  if (text.length <= MAX_LENGTH) {
    return text;
  }
  const cut = text.slice(0, MAX_LENGTH - 1);
  const words = cut.slice(0, cut.lastIndexOf(' ') + 1);
  const kept = (words || cut).replace(/[\s,;:.–-]+$|[\uD800-\uDBFF]$/, '');
  return `${kept}…`;
}
