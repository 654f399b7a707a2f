const LONGEST = 40;

/** What an address holds, as far as a sentence can hold it. */
export function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
