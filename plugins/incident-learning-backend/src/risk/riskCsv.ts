import { RISK_FACTORS } from '@hindsight/backstage-plugin-incident-learning-common';
import type { CsvColumn } from '../http';
import type { ScoredIncident } from './RiskStore';

/** The columns of scored incidents, as a spreadsheet takes them. */
export const RISK_CSV_COLUMNS: CsvColumn<ScoredIncident>[] = [
  { header: 'id', value: ({ id }) => id },
  { header: 'title', value: ({ title }) => title },
  { header: 'at', value: ({ at }) => at },
  { header: 'status', value: ({ status }) => status },
  { header: 'incident severity', value: ({ severity }) => severity },
  { header: 'entity', value: ({ primaryEntityRef }) => primaryEntityRef },
  { header: 'priority', value: ({ risk }) => risk?.priority },
  { header: 'score', value: ({ risk }) => readable(risk?.score) },
  {
    header: 'lowest',
    value: ({ risk }) => readable(risk?.details.range.low),
  },
  {
    header: 'highest',
    value: ({ risk }) => readable(risk?.details.range.high),
  },
  ...RISK_FACTORS.map(factor => ({
    header: factor,
    value: ({ factors }: ScoredIncident) => factors[factor],
  })),
  { header: 'derived', value: ({ derived }) => derived.join(' ') },
  {
    header: 'missing',
    value: ({ risk }) => risk?.details.missing.join(' '),
  },
];

/** Without the last digits, in which sums of products differ from what people expect. */
function readable(score: number | undefined): number | undefined {
  return score === undefined ? undefined : Number(score.toFixed(12));
}
