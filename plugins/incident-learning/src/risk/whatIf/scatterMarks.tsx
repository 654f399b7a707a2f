import { Link } from '@backstage/core-components';
import { formatCount } from '../../components';
import type { ChartTable } from '../../components/charts/types';
import type { MarkLayer } from '../../components/charts/marks';
import { formatScore } from '../parts/formatRisk';
import {
  DOT,
  DOT_KINDS,
  DotKind,
  ScatterDots,
  severitiesOf,
} from './scatterLayout';
import type { WhatIf } from './useWhatIf';

export const DOT_WORDS: Record<DotKind, string> = {
  rest: 'No priority',
  priority: 'Priority',
  ceases: 'Ceases to be priority',
  becomes: 'Becomes priority',
};

/** The dots as marks to be looked at, the kinds that matter most first, each from left to right. */
export function scatterLayers(
  { after }: WhatIf,
  dots: ScatterDots,
): MarkLayer[] {
  return [...DOT_KINDS].reverse().map(kind => ({
    label: DOT_WORDS[kind],
    marks: Array.from(after.order)
      .filter(index => dots.kind[index] === DOT[kind])
      .sort((a, b) => dots.x[a] - dots.x[b])
      .map(index => ({
        x: dots.x[index],
        y: dots.y[index],
        key: String(index),
      })),
  }));
}

/** The same as a table, the highest score first. Cells are made when they are read, as most rows never are. */
export function scatterTable(
  whatIf: WhatIf,
  hrefOf: (id: string) => string,
): ChartTable {
  const { items, before, after } = whatIf;
  const severities = severitiesOf(whatIf);
  return {
    caption: 'Incidents by score after the change, the highest first',
    columns: [
      { header: 'Incident' },
      { header: 'Rank', numeric: true },
      { header: 'Severity, 0 to 1', numeric: true },
      { header: 'Score before', numeric: true },
      { header: 'Score after', numeric: true },
      { header: 'Priority before' },
      { header: 'Priority after' },
    ],
    rows: Array.from(after.order, index => ({
      key: items[index].id,
      get cells() {
        return [
          <Link key="link" to={hrefOf(items[index].id)}>
            {items[index].title}
          </Link>,
          formatCount(after.ranks[index]),
          Number.isNaN(severities[index])
            ? 'not known'
            : formatScore(severities[index]),
          formatScore(before.scores[index]),
          formatScore(after.scores[index]),
          before.priority[index] === 1 ? 'yes' : 'no',
          after.priority[index] === 1 ? 'yes' : 'no',
        ];
      },
    })),
  };
}
