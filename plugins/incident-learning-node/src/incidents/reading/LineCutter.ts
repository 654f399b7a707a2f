import { isUtf8 } from 'node:buffer';
import { CR, LF } from './bytes';
import { Cutter, DEFAULT_MAX_LINE_BYTES, Line } from './cut';
import { decodeText } from './decodeText';
import { describeEarlyEnd, describeTooLong } from './messages';

/** Cuts lines, holding no more of them than the one whose end has not come yet. */
export class LineCutter implements Cutter {
  private line = 1;
  /** The parts of a line whose end has not come yet; none once it is too long. */
  private parts: Buffer[] = [];
  private partBytes = 0;

  constructor(private readonly maxBytes = DEFAULT_MAX_LINE_BYTES) {}

  *push(chunk: Buffer): Generator<Line> {
    let start = 0;
    if (this.partBytes > 0) {
      const end = chunk.indexOf(LF);
      this.hold(chunk.subarray(0, end < 0 ? chunk.length : end));
      if (end < 0) {
        return;
      }
      yield this.release();
      start = end + 1;
    }
    const last = chunk.lastIndexOf(LF);
    // Checked for many lines at once, as nearly every file is clean.
    const lines = chunk.subarray(start, last + 1);
    const isClean = isUtf8(lines) && !lines.includes(0);
    while (start <= last) {
      const end = chunk.indexOf(LF, start);
      yield this.lineOf(chunk, start, end, isClean);
      start = end + 1;
    }
    this.hold(chunk.subarray(start));
  }

  *end(failure?: string): Generator<Line> {
    if (failure !== undefined) {
      yield { line: this.line, problem: describeEarlyEnd(failure) };
    } else if (this.partBytes > 0) {
      const line = this.release();
      yield 'text' in line ? { ...line, unended: true } : line;
    }
  }

  private hold(part: Buffer) {
    this.partBytes += part.length;
    if (this.partBytes > this.maxBytes + 1) {
      this.parts = [];
    } else if (part.length > 0) {
      this.parts.push(part);
    }
  }

  private release(): Line {
    const bytes =
      this.parts.length === 1 ? this.parts[0] : Buffer.concat(this.parts);
    const isDropped = bytes.length < this.partBytes;
    this.parts = [];
    this.partBytes = 0;
    return isDropped
      ? this.tooLong()
      : this.lineOf(bytes, 0, bytes.length, false);
  }

  private lineOf(
    bytes: Buffer,
    start: number,
    end: number,
    isClean: boolean,
  ): Line {
    const stop = end > start && bytes[end - 1] === CR ? end - 1 : end;
    if (stop - start > this.maxBytes) {
      return this.tooLong();
    }
    const line = this.line++;
    return isClean
      ? { line, text: bytes.toString('utf8', start, stop) }
      : { line, ...decodeText(bytes.subarray(start, stop)) };
  }

  private tooLong(): Line {
    return {
      line: this.line++,
      problem: describeTooLong('line', this.maxBytes),
    };
  }
}
