import { DIVISION, LARGEST } from './company';
import { get, medianOf, print } from './measure';
import { newYear } from './requests';
import type { BenchServices } from './services';

const REQUESTS: [string, string][] = [
  ['org, by month', 'metrics?interval=month'],
  ['org, by day', 'metrics?interval=day'],
  ['largest component', `metrics?interval=month&scope=${LARGEST}`],
  ['largest component, by day', `metrics?interval=day&scope=${LARGEST}`],
  ['group', `metrics?interval=month&scope=${DIVISION}`],
  ['group, by day', `metrics?interval=day&scope=${DIVISION}`],
  ['points', 'metrics/points?interval=month'],
  ['data quality', 'metrics/data-quality?scope=org'],
  ['root causes', 'metrics/root-causes?interval=month'],
  [
    'root causes of the group',
    `metrics/root-causes?interval=month&scope=${DIVISION}`,
  ],
  ['patterns', 'patterns?scope=org'],
  ['trend report', 'reports/trends?scope=org'],
];

/** How long requests for years that were never asked for block the event loop of a backend on SQLite. */
export async function measureBlocks(services: BenchServices): Promise<void> {
  print('request', 'median ms', 'longest block of the event loop, ms');
  for (const [name, path] of REQUESTS) {
    const ask = () => get(services, `${services.baseUrl}/${path}&${newYear()}`);
    await ask();
    await get(services, `${services.benchUrl}/blocked`);
    const ms = await medianOf(ask, { runs: 9, warmUp: 0 });
    const { ms: blocked } = JSON.parse(
      await get(services, `${services.benchUrl}/blocked`),
    );
    print(name, ms, blocked);
  }
}
