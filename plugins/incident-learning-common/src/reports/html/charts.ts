import { SvgElement, el } from '../../analyses/diagrams/element';
import { SEVERITIES, Severity } from '../../incidents/vocabulary';
import type { Kpi } from '../../metrics/schema';
import { words } from '../../reviews/reportText';
import { bucketDay } from '../figures';
import type { TrendReport } from '../schema';

const BARS = { width: 760, height: 240, left: 44, top: 12, bottom: 28 };
const SPARK = { width: 220, height: 56, margin: 6 };
const ROWS = { width: 760, height: 30, label: 230, count: 84 };

/** Incidents by bucket and severity as stacked bars; undefined where there is no series. */
export function severityChart({
  kpis,
  timeZone,
}: TrendReport): SvgElement | undefined {
  const series =
    kpis
      .find(({ id }) => id === 'severity-distribution')
      ?.series.filter(({ distribution }) => distribution) ?? [];
  if (series.length < 2) {
    return undefined;
  }
  const most = Math.max(...series.map(({ n }) => n));
  const step = (BARS.width - BARS.left) / series.length;
  const room = BARS.height - BARS.top - BARS.bottom;
  const y = (count: number) => BARS.top + room * (1 - count / most);
  const bars = series.flatMap(({ start, distribution, n }, i) => {
    const day = bucketDay(start, timeZone);
    let below = 0;
    const left = BARS.left + i * step + step * 0.15;
    const parts = [...SEVERITIES].reverse().flatMap(level => {
      const count = distribution?.[level] ?? 0;
      const from = below;
      below += count;
      return count === 0
        ? []
        : [
            el('rect', {
              class: `fill-${level}`,
              x: left,
              width: step * 0.7,
              y: y(below),
              height: y(from) - y(below),
            }),
          ];
    });
    return [
      el('g', {}, el('title', {}, `${day}: ${n}`), ...parts),
      ...(labelled(i, series.length)
        ? [
            el(
              'text',
              {
                x: left + step * 0.35,
                y: BARS.height - 8,
                textAnchor: 'middle',
              },
              day,
            ),
          ]
        : []),
    ];
  });
  return el(
    'svg',
    {
      viewBox: `0 0 ${BARS.width} ${BARS.height}`,
      role: 'img',
      'aria-label':
        'Incidents by severity over time; the numbers are in the tables',
    },
    ...[0, most].map(count =>
      el(
        'text',
        { x: BARS.left - 8, y: y(count) + 4, textAnchor: 'end' },
        String(count),
      ),
    ),
    el('line', {
      class: 'axis',
      x1: BARS.left,
      x2: BARS.width,
      y1: y(0),
      y2: y(0),
    }),
    ...bars,
  );
}

/** At most some eight labels fit. */
function labelled(i: number, count: number): boolean {
  return i % Math.ceil(count / 8) === 0;
}

/** The levels that occur, for a legend. */
export function chartedSeverities({ kpis }: TrendReport): Severity[] {
  const series =
    kpis.find(({ id }) => id === 'severity-distribution')?.series ?? [];
  return SEVERITIES.filter(level =>
    series.some(({ distribution }) => (distribution?.[level] ?? 0) > 0),
  );
}

/** A KPI's buckets as a line with a dot each; undefined for fewer than two. */
export function sparkline({ name, series }: Kpi): SvgElement | undefined {
  const dots = series.flatMap(({ start, value }) =>
    value === undefined ? [] : [{ at: Date.parse(start), value }],
  );
  if (dots.length < 2) {
    return undefined;
  }
  const times = dots.map(({ at }) => at);
  const values = dots.map(({ value }) => value);
  const x = scale(times, SPARK.margin, SPARK.width - SPARK.margin);
  const y = scale(values, SPARK.height - SPARK.margin, SPARK.margin);
  const points = dots.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ');
  return el(
    'svg',
    {
      viewBox: `0 0 ${SPARK.width} ${SPARK.height}`,
      role: 'img',
      'aria-label': `${name} over time; the numbers are in the table of series`,
    },
    el('polyline', { class: 'line', points }),
    ...dots.map(({ at, value }) =>
      el('circle', { class: 'dot', cx: x(at), cy: y(value), r: 3 }),
    ),
  );
}

function scale(values: number[], low: number, high: number) {
  const min = Math.min(...values);
  const range = Math.max(...values) - min;
  return (value: number) =>
    Math.round(
      (range === 0
        ? (low + high) / 2
        : low + ((value - min) / range) * (high - low)) * 10,
    ) / 10;
}

/** Counts beside those of the period before, as bars: the upper one is of this period. */
export function comparedChart(
  label: string,
  rows: { name: string; count: number; previous: number }[],
): SvgElement | undefined {
  const most = Math.max(0, ...rows.flatMap(row => [row.count, row.previous]));
  if (most === 0) {
    return undefined;
  }
  const room = ROWS.width - ROWS.label - ROWS.count;
  return el(
    'svg',
    {
      viewBox: `0 0 ${ROWS.width} ${rows.length * ROWS.height}`,
      role: 'img',
      'aria-label': `${label}; the numbers are in the tables`,
    },
    ...rows.flatMap(({ name, count, previous }, i) => {
      const top = i * ROWS.height;
      return [
        el(
          'text',
          { x: ROWS.label - 10, y: top + 18, textAnchor: 'end' },
          shortened(name),
        ),
        el('rect', {
          class: 'now',
          x: ROWS.label,
          y: top + 4,
          width: (room * count) / most,
          height: 11,
        }),
        el('rect', {
          class: 'before',
          x: ROWS.label,
          y: top + 16,
          width: (room * previous) / most,
          height: 7,
        }),
        el(
          'text',
          {
            x: ROWS.label + (room * Math.max(count, previous)) / most + 8,
            y: top + 18,
          },
          `${count} (${previous})`,
        ),
      ];
    }),
  );
}

function shortened(name: string): string {
  const text = words(name);
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
