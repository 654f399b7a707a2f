import type {
  ImportOutcome,
  ImportReport,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** One problem of one record, by the line of the file. */
export interface LineProblem {
  line: number;
  outcome: ImportOutcome;
  path: string;
  message: string;
}

/** Problems with the same message in the same field. */
export interface ProblemGroup {
  key: string;
  path: string;
  message: string;
  /** Whether it kept records out. */
  rejects: boolean;
  count: number;
  /** The first lines it was found in. */
  lines: number[];
}

/** What an import, or its preview, has come to so far. */
export interface ImportSummary {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  warnings: number;
  /** How many problems there are in all. */
  problemCount: number;
  /** The first of them. */
  problems: LineProblem[];
  /** By kind, the most frequent first, those that reject before those that warn. */
  groups: ProblemGroup[];
}

/** How many problems, and lines of a kind of problem, are shown. */
export const SHOWN_PROBLEMS = 200;

/** Messages may quote values, and then every line has a kind of its own. */
const MAX_GROUPS = 300;

const CSV_HEADER = 'line,outcome,field,problem\r\n';

const COUNTS = [
  'created',
  'updated',
  'unchanged',
  'rejected',
  'warnings',
] as const;

/**
 * Adds up the reports of a file's slices. Of a million problems it keeps the
 * first, the counts by kind, and a CSV of all of them, which a browser may put
 * on disk.
 */
export class ProblemCollector {
  private readonly counts = {
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    warnings: 0,
  };
  private problemCount = 0;
  private readonly problems: LineProblem[] = [];
  private readonly groups = new Map<string, ProblemGroup>();
  private readonly csv: Blob[] = [new Blob([CSV_HEADER])];

  /** @param lineOffset - adds up with the report's line numbers to those of the file */
  add(report: ImportReport, lineOffset: number) {
    for (const name of COUNTS) {
      this.counts[name] += report[name];
    }
    let csv = '';
    for (const row of report.rows) {
      for (const { path, message } of row.problems) {
        const line = row.line + lineOffset;
        csv += csvRow([String(line), row.outcome, path, message]);
        this.addProblem({ line, outcome: row.outcome, path, message });
      }
    }
    if (csv) {
      this.csv.push(new Blob([csv]));
    }
  }

  summary(): ImportSummary {
    return {
      ...this.counts,
      problemCount: this.problemCount,
      problems: [...this.problems],
      groups: [...this.groups.values()]
        .map(group => ({ ...group, lines: [...group.lines] }))
        .sort(
          (a, b) =>
            Number(b.rejects) - Number(a.rejects) ||
            b.count - a.count ||
            a.lines[0] - b.lines[0],
        ),
    };
  }

  /** Every problem as CSV. */
  file(): Blob {
    return new Blob(this.csv, { type: 'text/csv;charset=utf-8' });
  }

  private addProblem(problem: LineProblem) {
    this.problemCount += 1;
    if (this.problems.length < SHOWN_PROBLEMS) {
      this.problems.push(problem);
    }
    const group = this.groupOf(problem);
    group.count += 1;
    if (group.lines.length < SHOWN_PROBLEMS) {
      group.lines.push(problem.line);
    }
  }

  private groupOf(problem: LineProblem): ProblemGroup {
    const rejects = problem.outcome === 'rejected';
    // The position in a list does not make another kind of problem.
    const path = problem.path.replace(/(^|\.)\d+(?=\.|$)/g, '$1…');
    const kind = { rejects, path, message: problem.message };
    return (
      this.groups.get(keyOf(kind)) ??
      this.newGroup(
        this.groups.size < MAX_GROUPS
          ? kind
          : { rejects, path: '', message: 'Other problems' },
      )
    );
  }

  private newGroup(kind: Pick<ProblemGroup, 'rejects' | 'path' | 'message'>) {
    const key = keyOf(kind);
    const group = this.groups.get(key) ?? { ...kind, key, count: 0, lines: [] };
    this.groups.set(key, group);
    return group;
  }
}

function keyOf(kind: Pick<ProblemGroup, 'rejects' | 'path' | 'message'>) {
  return `${kind.rejects} ${kind.path} ${kind.message}`;
}

function csvRow(cells: string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  // A spreadsheet would run what starts like a formula.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** How many records an import would write. */
export function recordsToWrite(summary: ImportSummary): number {
  return summary.created + summary.updated;
}
