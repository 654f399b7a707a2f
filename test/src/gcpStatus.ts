import { createHash } from 'crypto';
import { createReadStream, createWriteStream } from 'fs';
import { createInterface } from 'readline';
import { pipeline } from 'stream/promises';
import { createGunzip } from 'zlib';
import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';

/*
 * Maps Google Cloud's status history to incidents as the import takes them.
 *
 *   node --import tsx src/gcpStatus.ts gcp-status.jsonl.gz incidents.ndjson
 */

/** One outage of one service, as its status page told it. */
export interface GcpOutage {
  /** The page's own id; several services, and several versions of one outage, can share it. */
  id?: string;
  service: string;
  serviceId?: string;
  title: string;
  severity: 'low' | 'medium' | 'high';
  impact?: string;
  start: string;
  /** The first public notice. */
  detected: string;
  end?: string;
  updates: { at: string; status?: string | null; text: string }[];
  [other: string]: unknown;
}

/**
 * Maps an outage to an incident.
 *
 * The times are taken as they are, wrong ones too: telling those is the import's work. The page says nothing of what
 * kind an outage was, so category and attack vector stay unknown: guessed from the title, or the same for all, they
 * would make nearly each outage a repeat of the one before.
 */
export function toIncident(outage: GcpOutage): IncidentInput {
  const { id, serviceId, title, severity, impact, start, detected, end } =
    outage;
  const { updates, service, ...others } = outage;
  const url = id && `https://status.cloud.google.com/incidents/${id}`;
  return {
    title,
    kind: 'operational',
    // The history holds only what is over, even where the page never told the end.
    status: 'resolved',
    severity,
    ...(impact && { impact: wordsOf(impact) }),
    entityRefs: serviceId ? [`component:default/${serviceId}`] : [],
    occurredAt: start,
    detectedAt: detected,
    ...(end && { resolvedAt: end }),
    source: {
      system: 'gcp-status',
      id: [serviceId ?? service, start, hashOf(title)].join(' '),
      ...(url && { url }),
    },
    timeline: updates
      .filter(({ text }) => text.trim() !== '')
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .map(({ at, status, text }) => ({
        at,
        ...(status && { kind: wordsOf(status) }),
        event: text,
        source: 'Google Cloud status page',
      })),
    sourceData: {
      service,
      ...(others.products !== undefined && { products: others.products }),
      ...(others.snapshots !== undefined && { snapshots: others.snapshots }),
    },
  };
}

/** `SERVICE_OUTAGE` as words. */
function wordsOf(constant: string): string {
  const words = constant.toLocaleLowerCase('en-US').replace(/_/g, ' ');
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Reads a file of outages, one a line and compressed with gzip, as lines of incidents. */
export async function* readIncidents(path: string): AsyncGenerator<string> {
  const input = createReadStream(path).pipe(createGunzip());
  for await (const line of createInterface({ input })) {
    if (line.trim() !== '') {
      yield `${JSON.stringify(toIncident(JSON.parse(line)))}\n`;
    }
  }
}

if (require.main === module) {
  const [from, to] = process.argv.slice(2);
  if (!from || !to) {
    throw new Error(
      'Give the file of outages (.jsonl.gz) and the file to write (.ndjson).',
    );
  }
  pipeline(readIncidents(from), createWriteStream(to)).catch(error => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
