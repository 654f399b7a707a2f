import type { Line } from '@hindsight/backstage-plugin-incident-learning-node';

/** The text of one record, or why there is none. */
export type CsvText =
  | { line: number; text: string }
  | { line: number; problem: string };

type TextLine = Extract<Line, { text: string }>;

const MISPLACED =
  'A quotation mark stands where none may: write it twice ("") within a quoted cell, and nothing between a closing one and the separator.';
const UNCLOSED =
  'A cell opens with a quotation mark that is not closed: close it, or write it twice ("") where it belongs to the text.';

/**
 * Puts lines together to records, as a quoted cell may hold line breaks.
 *
 * A quotation mark that is never closed would swallow the rest of the file: its record is told, and cutting goes on
 * at the line after the one it began on. Lines are gone over twice at most: one that leaves a quoted cell open cannot
 * open one itself.
 */
export class CsvRecordCutter {
  /** The lines of a record whose quoted cell is still open. */
  private open: TextLine[] = [];
  private openSize = 0;

  constructor(
    private readonly delimiter: string,
    private readonly maxSize: number,
  ) {}

  *push(line: Line): Generator<CsvText> {
    if ('text' in line) {
      yield* this.cut([line]);
    } else {
      yield* this.end();
      yield line;
    }
  }

  /** What is left when no more lines come. */
  *end(): Generator<CsvText> {
    while (this.open.length > 0) {
      yield { line: this.open[0].line, problem: UNCLOSED };
      yield* this.cut(this.giveUp());
    }
  }

  /** @param lines - the last one first */
  private *cut(lines: TextLine[]): Generator<CsvText> {
    for (let line = lines.pop(); line; line = lines.pop()) {
      if (this.open.length === 0 && !line.text.includes('"')) {
        yield line;
        continue;
      }
      const state = this.scan(line.text, this.open.length > 0);
      this.open.push(line);
      this.openSize += line.text.length + 1;
      if (state === 'closed') {
        yield this.release();
      } else if (state === 'malformed' || this.openSize > this.maxSize) {
        const problem = state === 'malformed' ? MISPLACED : UNCLOSED;
        yield { line: this.open[0].line, problem };
        for (const again of this.giveUp()) {
          lines.push(again);
        }
      }
    }
  }

  private release(): CsvText {
    const { open } = this;
    this.open = [];
    this.openSize = 0;
    return open.length === 1
      ? open[0]
      : { line: open[0].line, text: open.map(({ text }) => text).join('\n') };
  }

  /** @returns the lines after the first, the last one first */
  private giveUp(): TextLine[] {
    const [, ...again] = this.open;
    this.open = [];
    this.openSize = 0;
    return again.reverse();
  }

  /** Follows the quotation marks of a line; one within an unquoted cell is taken as it is. */
  private scan(text: string, isOpen: boolean): 'closed' | 'open' | 'malformed' {
    let inQuotes = isOpen;
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
      const next = text[at + 1];
      if (!inQuotes) {
        inQuotes = at === 0 || text[at - 1] === this.delimiter;
      } else if (next === '"') {
        at++;
      } else if (next === undefined || next === this.delimiter) {
        inQuotes = false;
      } else {
        return 'malformed';
      }
    }
    return inQuotes ? 'open' : 'closed';
  }
}
