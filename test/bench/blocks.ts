import { DIVISION, LARGEST } from './company';
import { get, medianOf, print } from './measure';
import { PERIOD_QUERY, YEAR } from './requests';
import type { BenchServices } from './services';

/** How long requests block the event loop of a backend on SQLite. */
export async function measureBlocks(services: BenchServices): Promise<void> {
  print('request', 'median ms', 'longest block of the event loop, ms');
  for (const [name, path] of [
    ['org, by month', `metrics?${YEAR}`],
    ['org, by day', `metrics?${YEAR.replace('month', 'day')}`],
    ['largest component', `metrics?${YEAR}&scope=${LARGEST}`],
    [
      'largest component, by day',
      `metrics?${YEAR.replace('month', 'day')}&scope=${LARGEST}`,
    ],
    ['group', `metrics?${YEAR}&scope=${DIVISION}`],
    [
      'group, by day',
      `metrics?${YEAR.replace('month', 'day')}&scope=${DIVISION}`,
    ],
    ['points', `metrics/points?${YEAR}`],
    ['data quality', `metrics/data-quality?${PERIOD_QUERY}`],
    ['root causes', `metrics/root-causes?${YEAR}`],
    [
      'root causes of the group',
      `metrics/root-causes?${YEAR}&scope=${DIVISION}`,
    ],
    ['patterns', `patterns?${PERIOD_QUERY}`],
    ['trend report', `reports/trends?${PERIOD_QUERY}`],
    ['list', 'incidents?limit=50'],
  ]) {
    const url = `${services.baseUrl}/${path}`;
    await get(services, url);
    await get(services, `${services.benchUrl}/blocked`);
    const ms = await medianOf(() => get(services, url), {
      runs: 9,
      warmUp: 0,
    });
    const { ms: blocked } = JSON.parse(
      await get(services, `${services.benchUrl}/blocked`),
    );
    print(name, ms, blocked);
  }
}
