import { excerptOf } from './excerpt';

describe('excerptOf', () => {
  const filler = 'word '.repeat(60).trim();

  it('shows the words around the first hit, without markup', () => {
    expect(
      excerptOf('In the **spring** drill\n\n- it took `hours`', 'took'),
    ).toBe('In the spring drill it took hours');
    const excerpt = excerptOf(`${filler} Expiry ${filler}`, 'exp');
    expect(excerpt).toMatch(/^…(word )+Expiry (word )+word…$/);
    expect(excerpt?.length).toBeLessThan(240);
  });

  it('shows nothing where there is no hit', () => {
    expect(excerptOf(filler, 'expiry')).toBeUndefined();
    expect(excerptOf(filler, '"*')).toBeUndefined();
  });
});
