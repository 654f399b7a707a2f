import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { ATTACKS, hostileReport } from './__testUtils__/hostileReport';
import { sampleReport } from './__testUtils__/sampleReport';
import { markdown } from './markdown';
import { containMarkdown } from './markdownSource';
import type { Report } from './report';
import { renderReportMarkdown } from './reportMarkdown';

/** A reader that lets HTML and any link through. */
const credulous = new MarkdownIt('default', { html: true });
credulous.validateLink = () => true;

/** What stands where in a report as such a reader takes it. */
function outline(report: Report) {
  const tokens = credulous.parse(renderReportMarkdown(report), {});
  const all = tokens.flatMap(token => [token, ...(token.children ?? [])]);
  return {
    active: all
      .filter(({ type }) => /^html|^image$/.test(type))
      .map(({ content }) => content),
    links: all
      .map(token => String(token.attrGet('href') ?? ''))
      .filter(href => href && !/^(?:https?:\/\/|mailto:)/i.test(href)),
    chapters: tokens.flatMap((token, i) =>
      token.type === 'heading_open' && token.tag === 'h2' && token.level === 0
        ? [tokens[i + 1].content]
        : [],
    ),
    titles: tokens.filter(({ tag, nesting }) => tag === 'h1' && nesting === 1)
      .length,
  };
}

const CHAPTERS = ['Timeline', 'Analyses', 'Root causes', 'Lessons', 'Actions'];

describe('renderReportMarkdown', () => {
  it('writes all parts, with tables, units, and times as finely as they are known', () => {
    const text = renderReportMarkdown(sampleReport);
    expect(outline(sampleReport)).toEqual({
      active: [],
      links: [],
      titles: 1,
      chapters: [
        'Summary',
        'Incidents',
        'Impact',
        'What went well',
        'What could be improved',
        'Where we got lucky',
        ...CHAPTERS,
      ],
    });
    for (const line of [
      '- **Version:** 2',
      '- **Changed:** Impact, Root causes, Lessons',
      '- **Time to detect:** 5 h 42 min',
      '| Occurred | 9 May 2026 |',
      '| Containing | 9 May 2026, 04:05 UTC | 9 May 2026, 04:51 UTC | 46 min |',
      '| 3 | Stagger the restart of terminals at the start of a shift | preventive |  |  | low | idea |',
      '### Knowing earlier',
      '  - The expiry check does not know certificates at the ingress (cause)',
      '  - Move of certificates has no checklist step',
      '| Parcel leaves with two bar codes | Label was printed before the outage **and** Reprint is not stopped |  |',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  it.each(ATTACKS)('keeps in its place, in every field: %j', attack => {
    const { active, links, chapters, titles } = outline(hostileReport(attack));
    expect({ active, links, titles }).toEqual({
      active: [],
      links: [],
      titles: 1,
    });
    // Summary and incidents before, the chapters of the report after; one for each section between.
    expect(chapters).toHaveLength(1 + sampleReport.sections.length + 5);
    expect(chapters.slice(-5)).toEqual(CHAPTERS);
  });

  it('keeps in its place whatever the attacks are put together to', () => {
    const piece = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.constantFrom(
        '\n',
        '\n\n',
        '    ',
        '`',
        '"',
        '<',
        '|',
        '[',
        '](',
        '>',
        '-',
        '\t',
        '1. ',
        '\\',
        '*',
        '_',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const { active, links, titles, chapters } = outline(
          hostileReport(`x${pieces.join('')}`),
        );
        expect([...active, ...links]).toEqual([]);
        expect(titles).toBe(1);
        expect(chapters.slice(-5)).toEqual(CHAPTERS);
      }),
      { numRuns: 40 },
    );
  });
});

describe('containMarkdown', () => {
  it.each([
    'Plain *em* **strong** ~~gone~~ `code` and ***both*** and *a*_b_.',
    'Line one  \nline two\\\nline three\nline four',
    '- one\n- two\n  - inner\n    1. deep\n- three',
    '- loose\n\n- list\n\n  with a paragraph\n',
    '* a\n\n+ b\n\n1) c\n2) d',
    '7. seven\n8. eight',
    '> quote\n>\n> - with list\n>\n> > and quote',
    '```ts\nconst a = `b`;\n```\n\n~~~\n```\n~~~\n\n    indented',
    '| a | b | c |\n| :-: | --: | - |\n| `x\\|y` | **2** | [l](https://l.example) |',
    'Escapes: \\*no\\* 1\\. \\# 2 < 3 &amp; &copy; a_b_c __init__ [x] C:\\\\dir',
    '1986\\. A year.\n\n\\- no list\n\n\\# no heading\n\n\\> no quote',
    '`` a ` b `` and ` `` ` and ` x `',
    '[link *em*](https://a.example/x_(y)?a=1&b=2) <https://auto.example> [ref][r]\n\n[r]: https://ref.example',
    'text\n***\ntext\n\n---',
    '- \n- after an empty one',
    '+1 for that\n\n#hashtag and = sign\n\n-1 or -',
    'Snow ☃ and 漢字, emoji 🚒.',
  ])('writes the same again: %j', text => {
    expect(markdown.render(containMarkdown(text, 0))).toBe(
      markdown.render(text),
    );
  });

  it('moves headings, closes what is open, and drops what leads elsewhere', () => {
    expect(containMarkdown('Title #\n===\n\n## Sub ##', 2)).toBe(
      '### Title \\#\n\n#### Sub',
    );
    expect(containMarkdown('```js\nnever closed', 2)).toBe(
      '```js\nnever closed\n```',
    );
    expect(
      containMarkdown('<div>\n[x](javascript:y) ![p](https://p.example)', 2),
    ).toBe(
      '&lt;div&gt;\n\\[x\\](javascript:y) [Picture: p](https://p.example)',
    );
  });

  it('shows what is too long or too deep as it is written', () => {
    const long = `${'word '.repeat(400_000)}\`\`\`\nend`;
    expect(containMarkdown(long, 2)).toBe(`\`\`\`\`\n${long}\n\`\`\`\``);
    expect(containMarkdown(`${'> '.repeat(300)}deep`, 2)).toContain('deep');
  });
});
