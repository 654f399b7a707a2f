import { readFileSync } from 'fs';
import { gunzipSync } from 'zlib';

/** What a VERIS record says that figures can be counted from. */
export interface VerisRow {
  /** Epoch milliseconds. */
  at: number;
  /** 0 for exact, 1 for the day, 2 for the month, 3 for the year. */
  precision: number;
  detectMs?: number;
  containMs?: number;
  severity: 'critical' | 'high' | 'medium' | 'low' | 'unknown';
  repeat: boolean;
}

interface VerisDuration {
  unit?: string;
  value?: number;
}

interface VerisRecord {
  incident_id: string;
  action?: Record<string, { vector?: string[] }>;
  impact?: { overall_rating?: string };
  timeline?: {
    incident?: { year: number; month?: number; day?: number };
    discovery?: VerisDuration;
    containment?: VerisDuration;
  };
  victim?: { victim_id?: string };
}

const HOUR = 3_600_000;
const LOOK_BACK = 365 * 24 * HOUR;

/** Milliseconds, and the precision of what was told in it. */
const UNITS: Record<string, [number, number] | undefined> = {
  Seconds: [1000, 0],
  Minutes: [60_000, 0],
  Hours: [HOUR, 0],
  Days: [24 * HOUR, 1],
  Weeks: [168 * HOUR, 1],
  Months: [730.5 * HOUR, 2],
  Years: [8766 * HOUR, 3],
};

const RATINGS: Record<string, VerisRow['severity'] | undefined> = {
  Insignificant: 'low',
  Distracting: 'low',
  Painful: 'medium',
  Damaging: 'high',
  Catastrophic: 'critical',
};

/** Reads the rows of a gzipped file of VERIS records, apart from the importer; a later record of an id counts alone. */
export function readVerisRows(path: string): VerisRow[] {
  const records = new Map<string, VerisRecord>();
  for (const line of gunzipSync(readFileSync(path)).toString().split('\n')) {
    if (line.trim()) {
      const record: VerisRecord = JSON.parse(line);
      records.set(record.incident_id, record);
    }
  }
  const rows = [...records.values()].map(record => ({
    id: record.incident_id,
    kind: kindOf(record),
    row: { ...timesOf(record), severity: severityOf(record), repeat: false },
  }));
  for (const { id, kind, row } of rows) {
    row.repeat =
      kind !== undefined &&
      rows.some(
        other =>
          other.kind === kind &&
          other.row.at >= row.at - LOOK_BACK &&
          (other.row.at < row.at || (other.row.at === row.at && other.id < id)),
      );
  }
  return rows.map(({ row }) => row);
}

function severityOf({ impact }: VerisRecord): VerisRow['severity'] {
  return RATINGS[impact?.overall_rating ?? ''] ?? 'unknown';
}

function timesOf({ timeline = {} }: VerisRecord) {
  const { year = NaN, month, day } = timeline.incident ?? {};
  const dayKnown = month === undefined ? undefined : day;
  const occurred = Date.UTC(year, (month ?? 1) - 1, dayKnown ?? 1);
  const known = [month, dayKnown].filter(part => part !== undefined).length;
  const [detectMs, coarseness] = durationOf(timeline.discovery);
  const [containMs] = durationOf(timeline.containment);
  return {
    at: Math.trunc(occurred + (detectMs ?? 0)),
    precision: Math.max(3 - known, coarseness),
    detectMs,
    containMs,
  };
}

function durationOf({ unit = '', value }: VerisDuration = {}): [
  number | undefined,
  number,
] {
  const [ms, precision] = UNITS[unit] ?? [0, 0];
  return typeof value === 'number' && UNITS[unit]
    ? [value * ms, precision]
    : [undefined, 0];
}

/** Category, vectors and service; undefined where incidents cannot repeat one another. */
function kindOf({ action = {}, victim }: VerisRecord): string | undefined {
  const category = Object.keys(action).sort().join('+');
  const vectors = Object.values(action)
    .flatMap(({ vector = [] }) => vector)
    .filter(vector => vector !== 'Unknown');
  const service = (victim?.victim_id ?? 'Unknown')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
  const isUnknown =
    (category === '' || category === 'unknown') && vectors.length === 0;
  return service === '' || service === 'unknown' || isUnknown
    ? undefined
    : `${category}|${[...new Set(vectors)].sort().join('+')}|${service}`;
}
