import { foldWords, markSearch, readSearch } from './search';

describe('readSearch', () => {
  it.each([
    ['Expiry date', ['expiry', 'date']],
    ['  "expiry DATES" naïve ', ['"expiry dates"', 'naive']],
    ['a "b c', ['a', '"b c"']],
    ['same same "same"', ['same', '"same"']],
    [
      'name:value -not wild* (or) a/b',
      ['name', 'value', 'not', 'wild', 'or', 'a', 'b'],
    ],
    ['“curly quotes”', ['"curly quotes"']],
    ['Straße ﬁne ＡＢＣ', ['strasse', 'fine', 'abc']],
    ['" * - : \u0000 \ud800', []],
    ['', []],
  ])('reads %j', (text, expected) => {
    const read = readSearch(text).map(({ words, exact }) =>
      exact ? `"${words.join(' ')}"` : words.join(' '),
    );
    expect(read).toEqual(expected);
  });

  it('asks for no more than can narrow down', () => {
    const many = Array.from({ length: 100 }, (_, index) => `w${index}`);
    expect(readSearch(many.join(' '))).toHaveLength(20);
  });
});

describe('foldWords', () => {
  it('folds its own result to the same', () => {
    const words = foldWords('ÅNGSTRÖM İstanbul ΌΔΟΣ ½ naïveté');
    expect(foldWords(words.join(' '))).toEqual(words);
  });
});

describe('markSearch', () => {
  const marked = (text: string, search: string) =>
    markSearch(text, search)
      .map(piece => (piece.marked ? `[${piece.text}]` : piece.text))
      .join('');

  it.each([
    ['Watch expiry dates', 'exp', 'Watch [expiry] dates'],
    ['Watch expiry dates', '"exp"', 'Watch expiry dates'],
    ['Watch expiry dates', '"expiry dates" watch', '[Watch] [expiry dates]'],
    ['Die Café-Öffnung', 'cafe offnung', 'Die [Café]-[Öffnung]'],
    ['<b>bold</b>', 'b', '<[b]>[bold]</[b]>'],
    ['Nothing', '"*:-', 'Nothing'],
  ])('marks %j for %j', (text, search, expected) => {
    expect(marked(text, search)).toBe(expected);
  });
});
