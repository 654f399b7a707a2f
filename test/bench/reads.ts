import { DIVISION, LARGEST, TYPICAL, componentsOf } from './company';
import { generateIncidents, take } from './generate';
import { WARM_UP, get, medianOf, middle, post, print } from './measure';
import { PERIOD_QUERY, YEAR, newYear } from './requests';
import type { BenchServices } from './services';
import { recent } from './traffic';

/*
 * How long figures take: those asked for before, those of a period that was never asked for, and those that a write has
 * changed.
 */

const READS = 25;

/** Name, scope of the question, and its entities. */
export const SCOPES: [string, string, string[] | undefined][] = [
  ['org', 'org', undefined],
  ['group of 1,000 components', DIVISION, componentsOf(DIVISION)],
  ['largest component', LARGEST, [LARGEST]],
  ['typical component', TYPICAL, [TYPICAL]],
];

/** Against an endpoint that does nothing. */
export async function readScopes(
  services: BenchServices,
  all: boolean,
): Promise<void> {
  const nothing = await medianOf(
    () => get(services, `${services.benchUrl}/nothing`),
    { runs: READS, warmUp: WARM_UP },
  );
  print('(a) endpoint that does nothing', `${nothing.toFixed(2)} ms`);
  print(
    'scope',
    'ms',
    'x (a)',
    'new period',
    'x (a)',
    'after a write',
    'x (a)',
  );
  for (const [name, scope, refs] of all ? SCOPES : SCOPES.slice(0, 1)) {
    const times = [
      await metricsOf(services, scope),
      await neverAsked(services, scope),
      await afterWrites(services, scope, refs),
    ];
    print(name, ...times.flatMap(ms => [ms, ms / nothing]));
  }
  const daily = await metricsOf(
    services,
    'org',
    `${PERIOD_QUERY}&interval=day`,
  );
  print('org, by day', daily, daily / nothing);
}

/** Asked for before, and nothing of it has changed. */
export function metricsOf(
  services: BenchServices,
  scope: string,
  query = YEAR,
): Promise<number> {
  const url = `${services.baseUrl}/metrics?${query}&scope=${scope}`;
  return medianOf(() => get(services, url), { runs: READS, warmUp: WARM_UP });
}

function neverAsked(services: BenchServices, scope: string): Promise<number> {
  const ask = () =>
    get(
      services,
      `${services.baseUrl}/metrics?${newYear()}&interval=month&scope=${scope}`,
    );
  return medianOf(ask, { runs: READS, warmUp: READS });
}

/** When an incident of the period has come in since the figures were read. */
async function afterWrites(
  services: BenchServices,
  scope: string,
  refs?: string[],
): Promise<number> {
  const entities = refs ? { entityRefs: refs.slice(0, 1) } : {};
  const times: number[] = [];
  const source = generateIncidents(1_000_000, 7);
  for (const incident of take(source, READS)) {
    await post(services, `${services.baseUrl}/incidents`, {
      ...recent(incident),
      ...entities,
    });
    const started = performance.now();
    await get(services, `${services.baseUrl}/metrics?${YEAR}&scope=${scope}`);
    times.push(performance.now() - started);
  }
  return middle(times);
}
