import { durationLayers, hitDuration, layOutDurations } from './durationLayout';
import { DurationChartProps } from './types';

const HOUR = 3_600_000;
const month = (index: number) =>
  new Date(Date.UTC(2024, index, 1)).toISOString();

const props: DurationChartProps = {
  from: month(0),
  to: month(12),
  interval: 'month',
  points: [
    { id: 'b', at: month(5), valueMs: 0, series: 'detect', label: 'B' },
    { id: 'a', at: month(1), valueMs: HOUR, series: 'detect', label: 'A' },
    { id: 'c', at: month(3), valueMs: -1, series: 'detect', label: 'C' },
    { id: 'd', at: month(20), valueMs: 1, series: 'detect', label: 'D' },
    { id: 'e', at: 'never', valueMs: 1, series: 'contain', label: 'E' },
  ],
  medians: [
    { series: 'detect', start: month(3), value: HOUR, n: 4 },
    { series: 'detect', start: month(1), value: HOUR, n: 1 },
    { series: 'detect', start: month(2), value: 2 * HOUR, n: 1234 },
    { series: 'detect', start: month(5), value: 0, n: 1 },
  ],
};
const size = { width: 900, height: 340 };

describe('layOutDurations', () => {
  const layout = layOutDurations(props, size, new Set());
  const [detect] = layout.series;

  it('draws what can be drawn, by time', () => {
    expect(detect.points.map(point => point.id)).toEqual(['a', 'b']);
    expect(layout.series.map(series => series.points.length)).toEqual([
      2, 0, 0,
    ]);
  });

  it('joins the medians of buckets that follow each other, and no others', () => {
    expect(detect.treads.match(/M/g)).toHaveLength(4);
    expect(detect.risers.match(/M/g)).toHaveLength(2);
  });

  it('gives zero a place below the whole log scale, above the axis', () => {
    const zero = detect.dots[1].y;
    expect(zero).toBeGreaterThan(Math.max(...layout.y.ticks.map(t => t.y)));
    expect(zero).toBeLessThan(layout.bottom);
    expect(
      layOutDurations(
        { ...props, points: [props.points[1]], medians: [] },
        size,
        new Set(),
      ).y.zero,
    ).toBeUndefined();
  });

  it('shows sample sizes only where they fit, and leaves hidden series out', () => {
    expect(layout.nRows).toEqual(['detect', 'contain', 'resolve']);
    const narrow = layOutDurations(props, { ...size, width: 300 }, new Set());
    expect(narrow.nRows).toEqual([]);
    const one = layOutDurations(props, size, new Set(['detect', 'resolve']));
    expect(one.series.map(series => series.series)).toEqual(['contain']);
  });

  it('hits the incident under the pointer, else the median line', () => {
    const layers = durationLayers(layout);
    const [dot] = detect.dots;
    expect(hitDuration(layout, layers, dot.x + 1, dot.y - 1)).toEqual({
      layer: 0,
      index: 0,
    });
    const [, step] = detect.steps;
    expect(
      hitDuration(layout, layers, (step.x0 + step.x1) / 2, step.y + 2),
    ).toEqual({ layer: 1, index: 1 });
    expect(hitDuration(layout, layers, layout.right, 12)).toBeUndefined();
  });
});
