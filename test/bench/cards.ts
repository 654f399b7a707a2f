import { DIVISION, LARGEST } from './company';
import { get, medianOf, print } from './measure';
import { PERIOD_QUERY, YEAR } from './requests';
import type { BenchServices } from './services';

/** What is asked for below the figures of a dashboard, where it is opened, and for a report. */
const CARDS: [string, string][] = [
  ['dots of the charts', `metrics/points?${YEAR}`],
  ...['mttd', 'repeat-incident-rate', 'time-to-review'].flatMap(kpi =>
    ['team', 'severity'].map((by): [string, string] => [
      `${kpi} by ${by}`,
      `metrics/breakdown?${PERIOD_QUERY}&kpi=${kpi}&by=${by}`,
    ]),
  ),
  ['data quality', `metrics/data-quality?${PERIOD_QUERY}`],
  ['root causes', `metrics/root-causes?${YEAR}`],
  ['patterns', `patterns?${PERIOD_QUERY}`],
  ['trend report', `reports/trends?${PERIOD_QUERY}`],
];

/** How long the answers of a year take: medians of five, after one to warm up. */
export async function readCards(services: BenchServices): Promise<void> {
  print('request, ms', 'org', 'group of 1,000 components', 'largest component');
  for (const [name, path] of CARDS) {
    const times: number[] = [];
    for (const scope of ['org', DIVISION, LARGEST]) {
      const url = `${services.baseUrl}/${path}&scope=${scope}`;
      times.push(
        await medianOf(() => get(services, url), { runs: 5, warmUp: 1 }),
      );
    }
    print(name, ...times);
  }
}
