import {
  ImportProblem,
  INCIDENT_TIMES,
  readTime,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { parseJson } from '@hindsight/backstage-plugin-incident-learning-node';

/** An incident under construction. */
export type Draft = Record<string, unknown>;

type Parsed = { value: unknown } | { message: string };
type Reader = (cell: string) => Parsed;

const text: Reader = cell => ({ value: cell });

const word: Reader = cell => ({
  value: cell.trim().toLocaleLowerCase('en-US'),
});

const list: Reader = cell => ({ value: partsOf(cell) });

const number: Reader = cell =>
  /^\s*[+-]?\d+(\.\d+)?(e[+-]?\d+)?\s*$/i.test(cell)
    ? { value: Number(cell) }
    : { message: 'is no number: write digits with a point, such as 0.25' };

const BOOLEANS: Record<string, boolean> = {
  true: true,
  yes: true,
  1: true,
  false: false,
  no: false,
  0: false,
};

function boolean(cell: string): Parsed {
  const name = cell.trim().toLocaleLowerCase('en-US');
  return Object.hasOwn(BOOLEANS, name)
    ? { value: BOOLEANS[name] }
    : { message: 'is neither yes nor no: write true, false, yes, no, 1 or 0' };
}

function json(cell: string): Parsed {
  const parsed = parseJson(cell);
  return 'value' in parsed
    ? parsed
    : { message: `is no JSON: ${parsed.problem.message}` };
}

function links(cell: string): Parsed {
  return cell.trim().startsWith('[')
    ? json(cell)
    : {
        value: cell
          .split(/\s+/)
          .filter(Boolean)
          .map(url => ({ url })),
      };
}

function participants(cell: string): Parsed {
  const pairs = partsOf(cell).map(part => part.split('='));
  return pairs.every(pair => pair.length === 2)
    ? { value: pairs.map(([role, entityRef]) => ({ role, entityRef })) }
    : {
        message:
          'is no list of participants: write role=entity ref, separated by semicolons, such as commander=user:default/amelia',
      };
}

function partsOf(cell: string): string[] {
  return cell
    .split(';')
    .map(part => part.trim())
    .filter(Boolean);
}

const READERS: Record<string, Reader> = {
  title: text,
  summary: text,
  impact: text,
  kind: word,
  status: word,
  severity: word,
  category: text,
  attackVector: text,
  entityRefs: list,
  reportedTimeToDetectMs: number,
  reportedTimeToContainMs: number,
  'source.system': text,
  'source.id': text,
  'source.url': text,
  sourceData: json,
  drill: boolean,
  visibility: word,
  tags: list,
  participants,
  timeline: json,
  links,
  'riskFactors.exposure': number,
  'riskFactors.severity': number,
  'riskFactors.controlGap': number,
  'riskFactors.activity': number,
  'riskFactors.businessImpact': number,
  confidence: number,
  blastRadius: text,
  containmentOption: text,
  approvalOutcome: text,
  ...Object.fromEntries(
    INCIDENT_TIMES.map(time => [`precision.${time}`, word]),
  ),
};

const TIMES: ReadonlySet<string> = new Set(INCIDENT_TIMES);

/** The fields that a column can be named after, parts of a field by a dot. */
export const CSV_FIELDS: string[] = [
  ...INCIDENT_TIMES,
  ...Object.keys(READERS),
];

/**
 * Puts a cell that is not empty into the draft.
 *
 * @returns what is wrong with the cell
 */
export function readCell(
  draft: Draft,
  field: string,
  cell: string,
): ImportProblem | undefined {
  if (TIMES.has(field)) {
    return readTimeCell(draft, field, cell);
  }
  const parsed = READERS[field](cell);
  if ('message' in parsed) {
    return { path: field, message: parsed.message };
  }
  put(draft, field, parsed.value);
  return undefined;
}

function readTimeCell(
  draft: Draft,
  field: string,
  cell: string,
): ImportProblem | undefined {
  const time = readTime(cell);
  if (!time) {
    const message =
      'is no time that exists: write a date and time with its time zone, such as 2024-05-17T09:30:00Z, or only the date, month or year';
    return { path: field, message };
  }
  draft[field] = time.at;
  if (time.precision !== 'exact') {
    put(draft, `precision.${field}`, time.precision);
  }
  return undefined;
}

function put(draft: Draft, field: string, value: unknown) {
  const dot = field.indexOf('.');
  if (dot < 0) {
    draft[field] = value;
    return;
  }
  const name = field.slice(0, dot);
  const parts = (draft[name] ?? {}) as Draft;
  parts[field.slice(dot + 1)] = value;
  draft[name] = parts;
}
