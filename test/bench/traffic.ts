import autocannon from 'autocannon';
import { generateIncidents } from './generate';
import { post, print } from './measure';
import type { BenchServices } from './services';

/** An incident that comes in now, as it were: within the period that is measured. */
export function recent(incident: object): object {
  return {
    ...incident,
    detectedAt: '2025-12-20T12:00:00.000Z',
    source: undefined,
  };
}

/** 20 connections for ten seconds, while one writer creates incidents. */
export async function underLoad(
  services: BenchServices,
  path: string,
): Promise<void> {
  let writing = true;
  let written = 0;
  const incidents = generateIncidents(100_000, 5);
  const writer = (async () => {
    while (writing) {
      const value = incidents.next().value as object;
      await post(services, `${services.baseUrl}/incidents`, recent(value));
      written += 1;
      await new Promise(done => setTimeout(done, 50));
    }
  })();
  for (const [name, url] of [
    ['nothing', `${services.benchUrl}/nothing`],
    ['org', `${services.baseUrl}/${path}`],
  ]) {
    const before = written;
    const result = await autocannon({
      url,
      headers: services.headers,
      connections: 20,
      duration: 10,
    });
    print(
      `under load: ${name}`,
      `${result.requests.average.toFixed(0)} requests/s`,
      `p50 ${result.latency.p50} ms`,
      `p99 ${result.latency.p99} ms`,
      `${result.non2xx + result.errors} failed`,
      `${written - before} incidents written meanwhile`,
    );
  }
  writing = false;
  await writer;
}

/** Imports incidents and tells how long that took, in milliseconds. */
export async function importLines(
  services: BenchServices,
  incidents: object[],
): Promise<number> {
  const body = incidents.map(incident => JSON.stringify(incident)).join('\n');
  const started = performance.now();
  const response = await fetch(
    `${services.baseUrl}/incidents/import?format=incident`,
    {
      method: 'POST',
      headers: { ...services.headers, 'content-type': 'application/x-ndjson' },
      body,
    },
  );
  const report = await response.text();
  if (!report.includes(`"created":${incidents.length}`)) {
    throw new Error(`Not all was imported: ${report.slice(0, 300)}`);
  }
  return performance.now() - started;
}
