import type { BenchServices } from './services';

const RUNS = 11;
/** Requests for a backend and its database to get into their stride: none of them is new to a real one. */
export const WARM_UP = 150;

/** The median of some runs in milliseconds, after some to warm up. */
export async function medianOf(
  run: () => Promise<unknown>,
  { runs = RUNS, warmUp = 3 } = {},
): Promise<number> {
  for (let i = 0; i < warmUp; i++) {
    await run();
  }
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return middle(times);
}

export function middle(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** @throws Error with the answer when it is no success */
export async function get(
  { headers }: BenchServices,
  url: string,
): Promise<string> {
  const response = await fetch(url, { headers });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}: ${text}`);
  }
  return text;
}

export async function post(
  { headers }: BenchServices,
  url: string,
  body: object,
): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  await response.arrayBuffer();
}

/** Has the backend build its rollups and waits for that. */
export async function rebuild(services: BenchServices): Promise<number> {
  const started = performance.now();
  const asked = Date.now();
  await post(services, `${services.baseUrl}/metrics/rollups/rebuild`, {});
  await untilBuilt(services, asked);
  return performance.now() - started;
}

/** Has rollups built that were kept from other settings or an earlier version, which figures are not read from. */
export async function ensureBuilt(services: BenchServices): Promise<void> {
  if (!(await isBuilt(services, 0))) {
    await rebuild(services);
  }
}

/** Waits until the rollups stand, built since a time. */
async function untilBuilt(
  services: BenchServices,
  since: number,
): Promise<void> {
  while (!(await isBuilt(services, since))) {
    await new Promise(done => setTimeout(done, 250));
  }
}

async function isBuilt(
  services: BenchServices,
  since: number,
): Promise<boolean> {
  const status = JSON.parse(
    await get(services, `${services.baseUrl}/metrics/rollups`),
  );
  return status.state === 'ready' && Date.parse(status.since) >= since;
}

export function print(...cells: (string | number)[]): void {
  process.stdout.write(
    `${cells
      .map(cell => (typeof cell === 'number' ? cell.toFixed(2) : cell))
      .join(' | ')}\n`,
  );
}
