/**
 * @jest-environment @backstage/cli-module-test-jest/config/jest-environment-jsdom
 */
import fc from 'fast-check';
import { ATTACKS, hostileReport } from '../__testUtils__/hostileReport';
import { sampleReport } from '../__testUtils__/sampleReport';
import type { Report } from '../report';
import { markdownHtml } from './markdownHtml';
import { renderReportHtml } from './renderReportHtml';

function open(report: Report): Document {
  return new DOMParser().parseFromString(renderReportHtml(report), 'text/html');
}

function textOf(page: Document, selector: string): string[] {
  return [...page.querySelectorAll(selector)].map(each =>
    (each.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}

/** Elements and attributes that a report is made of; nothing else may come out. */
const ELEMENTS = new Set(
  `html head meta title style body header nav main section footer article aside figure figcaption div span p b h1 h2 h3 h4
  h5 h6 dl dt dd ol ul li a time table thead tbody tr th td em strong s code pre blockquote hr br svg g rect path circle
  ellipse line polygon polyline text tspan desc`.split(/\s+/),
);
const ATTRIBUTES =
  /^(?:lang|charset|http-equiv|content|name|id|class|title|href|rel|datetime|style|role|scope|colspan|start|tabindex|width|height|data-label|aria-[a-z]+|xmlns|viewBox|[xyrd]|r[xy]|c[xy]|[xy][12]|points|fill|fill-[a-z]+|stroke|stroke-[a-z]+|font-[a-z]+|text-anchor|transform|opacity|letter-spacing|dominant-baseline|paint-order)$/;

function findActive(page: Document): string[] {
  return [...page.querySelectorAll('*')].flatMap(element => {
    const found = [...element.attributes]
      .filter(({ name, value }) => {
        const link =
          name === 'href' && !/^(?:https?:\/\/|mailto:|#[\w-]+$)/i.test(value);
        const style =
          name === 'style' &&
          !/^(?:--natural: \d+px|text-align:\w+)$/.test(value);
        return !ATTRIBUTES.test(name) || link || style;
      })
      .map(({ name, value }) => `${element.localName} ${name}=${value}`);
    return ELEMENTS.has(element.localName)
      ? found
      : [element.localName, ...found];
  });
}

/** One picture is enough: those of all kinds have attack tests of their own. */
function attacked(text: string): Report {
  const report = hostileReport(text);
  return { ...report, analyses: report.analyses.slice(0, 1) };
}

describe('renderReportHtml', () => {
  it('shows all parts of a report in the order in which they are read', () => {
    const page = open(sampleReport);
    expect(textOf(page, 'h2')).toEqual([
      'Summary',
      'Incidents',
      'Impact',
      'What went well',
      'What could be improved',
      'Where we got lucky',
      'Timeline',
      'Analyses',
      'Root causes',
      'Lessons',
      'Actions',
    ]);
    expect(textOf(page, 'nav a')).toEqual(textOf(page, 'h2'));
    expect(textOf(page, 'h1')).toEqual([sampleReport.title]);
    expect(textOf(page, '.figures')[0]).toBe(
      'Time to detect 5 h 42 min Time to contain 1 h 9 min Time to resolve 3 h 38 min',
    );
    expect(textOf(page, '.phases li')).toEqual([
      'Undetected 5 h 42 min',
      'Undeclared 23 min',
      'Containing 46 min',
      'Resolving 2 h 29 min',
      'Undetected about 9 h 10 min',
      'Resolving 6 h 35 min',
    ]);
    expect(textOf(page, '.amended').join()).toContain(
      'Changed Impact · Root causes · Lessons',
    );
    expect(textOf(page, '#actions tbody td[data-label=Status]')).toEqual([
      'In progress',
      'Completed',
      'Idea',
    ]);
    expect(page.querySelectorAll('#timeline time')).toHaveLength(8);
    expect(page.querySelectorAll('#analyses svg')).toHaveLength(6);
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leaves out what a report does not have', () => {
    const page = open({
      ...sampleReport,
      version: 1,
      amendReason: undefined,
      changed: [],
      facilitator: undefined,
      participants: [],
      incidents: [{ ...sampleReport.incidents[1], timeline: [] }],
      sections: [{ id: 'summary', title: 'Summary', text: ' \n' }],
      analyses: [],
      rootCauses: [],
      lessons: [],
      actions: [],
    });
    expect(textOf(page, 'h2')).toEqual(['Incident']);
    expect(page.querySelector('.amended')).toBeNull();
  });

  it('needs nothing from anywhere, and lets nothing run', () => {
    const page = open(sampleReport);
    const policy = page.querySelector('meta[http-equiv]');
    expect(policy?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
    expect(policy?.getAttribute('content')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; img-src data:/,
    );
    expect(page.querySelectorAll('style')).toHaveLength(1);
    expect(page.querySelector('style')?.textContent).not.toMatch(
      /url\(|@import/,
    );
    expect(findActive(page)).toEqual([]);
  });

  it.each(ATTACKS)('renders inert, in every field: %j', attack => {
    const page = open(attacked(attack));
    expect(findActive(page)).toEqual([]);
    expect(page.querySelectorAll('style, head title')).toHaveLength(2);
    expect(textOf(page, 'footer')).toHaveLength(1);
    expect(textOf(page, 'h2').slice(-3)).toEqual([
      'Root causes',
      'Lessons',
      'Actions',
    ]);
  });

  it('renders inert whatever the attacks are put together to', () => {
    const piece = fc.oneof(
      fc.constantFrom(...ATTACKS),
      fc.constantFrom('\n', '\n\n', '    ', '`', '"', '<', '|', '[', '](', '>'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), pieces => {
        expect(findActive(open(attacked(`x${pieces.join('')}`)))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('shows what people wrote, markup and all', () => {
    const page = open(attacked('<b onclick="x">5 < 6 & 7</b>'));
    expect(textOf(page, 'h1')).toEqual(['<b onclick="x">5 < 6 & 7</b>']);
    expect(textOf(page, '.prose')[0]).toBe('<b onclick="x">5 < 6 & 7</b>');
  });

  it('says so when a picture or a time is not what it should be', () => {
    const [first] = sampleReport.incidents;
    const page = open({
      ...sampleReport,
      incidents: [{ ...first, timeToDetectMs: -5, detectedAt: undefined }],
    });
    expect(textOf(page, '.figures')[0]).toContain('Times out of order');
  });

  it('takes 2 MB of text, as one or as many, and loses none of it', () => {
    const sections = Array.from({ length: 20 }, (_, i) => ({
      id: `s${i}`,
      title: 'Long',
      text: 'The **queue** [grew](https://a.example).\n\n'.repeat(2500),
    }));
    const page = renderReportHtml({ ...sampleReport, sections });
    expect(page.match(/<strong>queue/g)).toHaveLength(50_000);
    const one = `${'deep '.repeat(400_000)}end of it`;
    expect(markdownHtml(one).text).toContain('end of it');
    expect(markdownHtml(`${'> '.repeat(500)}innermost`).text).toContain(
      'innermost',
    );
  });
});

describe('markdownHtml', () => {
  it('puts headings below the one they stand under, whatever their level', () => {
    expect(markdownHtml('### A\n\n##### B').text).toContain(
      '<h3>A</h3>\n<h5>B</h5>',
    );
    expect(markdownHtml('# A\n\n###### B', 3).text).toContain(
      '<h4>A</h4>\n<h6>B</h6>',
    );
  });

  it('links to the web and to mail only, and loads no picture', () => {
    const page = markdownHtml(
      '[a](https://a.example) <mailto:b@b.example> [c](ftp://c) ![d](https://d.example/p.png)',
    ).text;
    expect(
      [...page.matchAll(/href="([^"]*)"/g)].map(match => match[1]),
    ).toEqual([
      'https://a.example',
      'mailto:b@b.example',
      'https://d.example/p.png',
    ]);
    expect(page).not.toContain('<img');
    expect(page).toContain('[c](ftp://c)');
  });
});
