/**
 * @jest-environment @backstage/cli/config/jest-environment-jsdom
 */
import { AnalysisInput, analysisSchema } from '../schema';
import { DIAGRAM_THEMES } from './palette';
import { AnalysisPictureOptions, renderAnalysisSvg } from './renderAnalysisSvg';

const EVIL =
  '</text><script>alert(1)</script><img src=x onerror="alert(2)"> & \u0000\u0008 ]]> <!-- &lt; \' " \uD800 {{7*7}}';

const at = '2024-05-17T09:00:00Z';

/** One analysis of each kind that says the same wherever something can be said. */
function analysesSaying(text: string, line = text): AnalysisInput[] {
  const evidence = [{ text: line, url: 'https://example.com/"><script>' }];
  return [
    {
      kind: 'five-whys',
      problem: line,
      nodes: [
        { id: 'a', answer: text, question: line, evidence, assumed: true },
        { id: 'b', parentId: 'a', answer: text, cause: true, evidence },
        { id: 'c', parentId: 'a' },
      ],
    },
    {
      kind: 'fishbone',
      effect: line,
      categories: [line.slice(0, 60).trim(), 'Other'],
      causes: [
        {
          id: 'a',
          text: line,
          category: line.slice(0, 60).trim(),
          cause: true,
          evidence,
        },
        { id: 'b', parentId: 'a', text: line },
      ],
    },
    {
      kind: 'fault-tree',
      topEvent: 't',
      nodes: [
        { type: 'or', id: 't', label: line, children: ['a', 'g'] },
        { type: 'and', id: 'g', label: line, children: ['b', 'c'] },
        { type: 'basic', id: 'a', label: line, cause: true, probability: 0.1 },
        { type: 'basic', id: 'b', label: line, probability: 1e-7 },
        { type: 'or', id: 'c', label: line },
      ],
    },
    {
      kind: 'timeline',
      events: [
        {
          id: 'a',
          at,
          kind: 'decision',
          text: line,
          source: line,
          marker: line.slice(0, 60).trim(),
          correction: { reason: line, from: { text: line } },
          cause: true,
          evidence,
        },
        { id: 'b', at: '2024-05-17T11:00:00Z', kind: 'symptom', text: line },
      ],
    },
  ];
}

function render(input: AnalysisInput, options?: AnalysisPictureOptions) {
  const svg = renderAnalysisSvg(analysisSchema.parse(input), options);
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  return { svg, root: parsed.documentElement };
}

describe('renderAnalysisSvg', () => {
  it.each(analysesSaying(EVIL).map(input => [input.kind, input] as const))(
    'renders whatever a %s holds as text',
    (_, input) => {
      const { svg, root } = render(input, { idPrefix: '"><script>' });
      expect(root.nodeName).toBe('svg');
      const tags = new Set(
        [...root.querySelectorAll('*')].map(e => e.nodeName),
      );
      const known = [
        'title',
        'desc',
        'g',
        'rect',
        'path',
        'line',
        'circle',
        'text',
        'tspan',
      ];
      expect([...tags].filter(tag => !known.includes(tag))).toEqual([]);
      const attributes = [...root.querySelectorAll('*')].flatMap(e =>
        e.getAttributeNames(),
      );
      expect(
        attributes.filter(name => /^on|href|^style|class/.test(name)),
      ).toEqual([]);
      expect(root.textContent).toContain('<script>alert(1)</script>');
      expect(svg).not.toContain('<script');
      // As a part of a page, too.
      const page = document.createElement('div');
      page.innerHTML = svg;
      expect(page.querySelectorAll('script, img')).toHaveLength(0);
      expect(page.querySelectorAll('svg')).toHaveLength(1);
    },
  );

  it.each(analysesSaying('The pool ran dry').map(i => [i.kind, i] as const))(
    'names and describes the picture of a %s in every theme',
    (_, input) => {
      for (const theme of DIAGRAM_THEMES) {
        const { root } = render(input, { theme, idPrefix: `r1-${theme}` });
        expect(root.getAttribute('role')).toBe('img');
        const [title, description] = (
          root.getAttribute('aria-labelledby') ?? ''
        )
          .split(' ')
          .map(id => root.querySelector(`[id="${id}"]`)?.textContent);
        expect(title).toMatch(/^(Five whys|Fishbone|Fault tree|Timeline)/);
        expect(description).toContain('Named a cause: “The pool ran dry”.');
        expect(root.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
        const [, , width, height] = (root.getAttribute('viewBox') ?? '')
          .split(' ')
          .map(Number);
        expect(width).toBeGreaterThan(100);
        expect(height).toBeGreaterThan(100);
      }
    },
  );

  it('prints without colour', () => {
    for (const input of analysesSaying('The pool ran dry')) {
      const { svg } = render(input, { theme: 'print' });
      const colors = svg.match(/#[0-9a-f]{6}/g) ?? [];
      expect(
        colors.filter(
          c => c.slice(1, 3) !== c.slice(3, 5) || c.slice(3, 5) !== c.slice(5),
        ),
      ).toEqual([]);
    }
  });

  it('tells a single point of failure by words, sign and outline, not by colour alone', () => {
    const tree = analysesSaying('Disk full')[2];
    const { root } = render(tree, { theme: 'print' });
    expect(root.textContent).toContain('Single point');
    const drawn = [...root.querySelectorAll('g')].filter(group =>
      group
        .querySelector('title')
        ?.textContent?.includes('single point of failure'),
    );
    expect(drawn).toHaveLength(1);
    expect(drawn[0].querySelectorAll('circle')).toHaveLength(2);
  });

  it('takes a title of its own, and does not change what it draws', () => {
    const frozen = JSON.stringify(
      analysesSaying('The pool ran dry').map(i => analysisSchema.parse(i)),
    );
    const analyses = JSON.parse(frozen) as ReturnType<
      typeof analysisSchema.parse
    >[];
    for (const analysis of analyses) {
      expect(renderAnalysisSvg(analysis, { title: 'Our review' })).toContain(
        '>Our review</title>',
      );
    }
    expect(JSON.stringify(analyses)).toBe(frozen);
  });

  it('draws nothing yet of an analysis that is still empty', () => {
    const empty: AnalysisInput[] = [
      { kind: 'five-whys', problem: 'x' },
      { kind: 'fishbone', effect: 'x' },
      {
        kind: 'fault-tree',
        topEvent: 't',
        nodes: [{ type: 'or', id: 't', label: 'x' }],
      },
      { kind: 'timeline', events: [] },
    ];
    for (const input of empty) {
      const { root } = render(input);
      expect(root.querySelector('desc')?.textContent).toContain(
        'No cause is named yet.',
      );
      expect(root.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('draws two thousand nodes', () => {
    const ids = Array.from({ length: 1999 }, (_, i) => `n${i}`);
    const { root } = render({
      kind: 'fault-tree',
      topEvent: 't',
      nodes: [
        { type: 'or', id: 't', label: 'Down', children: ids },
        ...ids.map(id => ({
          type: 'basic' as const,
          id,
          label: `Event ${id}`,
        })),
      ],
    });
    expect(root.querySelectorAll('circle').length).toBeGreaterThan(1999);
  });
});
