import { createWriteStream } from 'fs';
import { once } from 'events';

export const COMPONENTS = 5_000;
/** Of a power law under which the largest component has some 5.8 % of all incidents. */
const SKEW = 0.86;
const YEARS = 5;
/** What is generated ends here, whatever the day. */
export const END = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const CATEGORIES = ['change', 'capacity', 'dependency', 'configuration'];
const SECURITY_CATEGORIES = ['hacking', 'misuse', 'error', 'social'];
const VECTORS = [
  'deployment',
  'traffic spike',
  'third-party API',
  'expired certificate',
  'stolen credentials',
  'web application',
  'schema migration',
  'phishing',
];
const SEVERITIES = ['critical', 'high', 'medium', 'medium', 'low', 'low'];
const TEAMS = ['payments', 'search', 'identity', 'data', 'edge', 'mobile'];

/** A seeded source of numbers in [0, 1): the same incidents on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Incidents of a large company, in the order in which they were detected. */
export function* generateIncidents(
  count: number,
  seed = 1,
): Generator<Record<string, unknown>> {
  const random = createRandom(seed);
  const pick = <T>(items: T[]): T => items[Math.floor(random() * items.length)];
  const component = createComponentPicker(random);
  const start = END - YEARS * 365 * DAY_MS;
  const step = (END - start) / count;
  for (let i = 0; i < count; i++) {
    const security = random() < 0.3;
    const detected = start + i * step;
    const occurred = detected - skewed(random, 30 * MINUTE_MS);
    const contained = detected + skewed(random, 90 * MINUTE_MS);
    const resolved = contained + skewed(random, 180 * MINUTE_MS);
    const service = component();
    yield {
      title: `${service} degraded after ${pick(VECTORS)}`,
      summary: `Requests to ${service} failed or were slow. The on-call team found the cause and the service recovered; customers in one region were affected.`,
      kind: security ? 'security' : 'operational',
      status: 'closed',
      severity: pick(SEVERITIES),
      category: pick(security ? SECURITY_CATEGORIES : CATEGORIES),
      attackVector: pick(VECTORS),
      entityRefs:
        random() < 0.1
          ? [refOf(service), refOf(component())]
          : [refOf(service)],
      occurredAt: isoOf(occurred),
      detectedAt: isoOf(detected),
      containedAt: isoOf(contained),
      resolvedAt: isoOf(resolved),
      closedAt: isoOf(resolved + DAY_MS),
      source: { system: 'bench', id: `INC-${i}` },
      tags: [pick(TEAMS)],
    };
  }
}

function createComponentPicker(random: () => number): () => string {
  const ends: number[] = [];
  let total = 0;
  for (let rank = 1; rank <= COMPONENTS; rank++) {
    total += rank ** -SKEW;
    ends.push(total);
  }
  return () => {
    const at = random() * total;
    let low = 0;
    let high = COMPONENTS - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return `service-${low + 1}`;
  };
}

/** Log-normal: most are short, a few very long. */
function skewed(random: () => number, medianMs: number): number {
  const normal =
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.round(medianMs * Math.exp(1.2 * normal));
}

function refOf(service: string): string {
  return `component:default/${service}`;
}

function isoOf(ms: number): string {
  return new Date(Math.round(ms)).toISOString();
}

/** The next of them. */
export function take(source: Generator<object>, count: number): object[] {
  return Array.from({ length: count }, () => source.next().value as object);
}

/** Writes incidents as NDJSON, one a line. */
export async function writeIncidents(
  path: string,
  count: number,
): Promise<void> {
  const file = createWriteStream(path);
  let chunk = '';
  for (const incident of generateIncidents(count)) {
    chunk += `${JSON.stringify(incident)}\n`;
    if (chunk.length > 1_000_000) {
      if (!file.write(chunk)) {
        await once(file, 'drain');
      }
      chunk = '';
    }
  }
  file.end(chunk);
  await once(file, 'close');
}
