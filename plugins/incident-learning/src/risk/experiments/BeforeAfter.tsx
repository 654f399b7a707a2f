import {
  RISK_FACTORS,
  RiskExperiment,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatCount } from '../../components';
import {
  DataTable,
  factorName,
  formatDelta,
  formatScore,
  formatThreshold,
  formatWeight,
} from '../parts';

const THRESHOLD = 'Threshold';

const columns = [
  { header: 'Figure' },
  { header: 'Before', numeric: true },
  { header: 'After', numeric: true },
  { header: 'Change', numeric: true },
];

/** Both sides of an experiment as a table. */
export function BeforeAfter({ experiment }: { experiment: RiskExperiment }) {
  const { before, after, figures } = experiment;
  const rows: [name: string, from: string, to: string, change?: string][] = [
    ...RISK_FACTORS.map((factor): [string, string, string, string] => {
      const from = before.model.weights[factor];
      const to = after.model.weights[factor];
      const delta = to - from;
      return [
        `Weight of ${factorName(factor)}`,
        formatWeight(from),
        formatWeight(to),
        Math.abs(delta) < 0.0005 ? '' : formatDelta(delta, 3),
      ];
    }),
    [
      THRESHOLD,
      formatThreshold(before.model.threshold),
      formatThreshold(after.model.threshold),
    ],
    [
      'Score at the threshold',
      formatScore(figures.before.threshold),
      formatScore(figures.after.threshold),
    ],
    [
      'Scored incidents',
      formatCount(figures.before.scored),
      formatCount(figures.after.scored),
    ],
    [
      'Priority',
      formatCount(figures.before.priorityCount),
      formatCount(figures.after.priorityCount),
      `+${formatCount(figures.becomesCount)} −${formatCount(
        figures.ceasesCount,
      )}`,
    ],
    ['Change their rank', '', formatCount(figures.moved)],
    ['Top ten kept', '', formatCount(figures.topTenKept)],
  ];
  return (
    <DataTable label="Before and after" columns={columns}>
      {rows.map(([name, from, to, change]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {[from, to, change].map((value, index) => (
            <td
              key={columns[index + 1].header}
              className={name === THRESHOLD ? 'number words' : 'number'}
            >
              {value}
            </td>
          ))}
        </tr>
      ))}
    </DataTable>
  );
}
