import { BracketScanner } from './BracketScanner';
import {
  CLOSE_BRACKET,
  COMMA,
  Cursor,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  SPACE,
} from './bytes';
import { Cutter, DEFAULT_MAX_LINE_BYTES, Line } from './cut';
import { decodeText } from './decodeText';
import {
  AFTER_ARRAY,
  ARRAY_UNCLOSED,
  describeEarlyEnd,
  describeTooLong,
  REST_NOT_READ,
  UNCLOSED,
  UNFINISHED,
} from './messages';
import { ObjectSeeker } from './ObjectSeeker';

/** How many bytes may be gone over again behind unclosed records, so that no file costs more than a few readings. */
const MAX_RESCANNED_BYTES = 64 * 1024 * 1024;

/** The value that is being cut. */
interface Value {
  /** Its first byte, as an offset in the buffer. */
  start: number;
  line: number;
  column: number;
  brackets: BracketScanner;
  /** It is too long, which has been told; it is only followed to its end. */
  isTold: boolean;
}

/**
 * Cuts the values out of a JSON array, or out of a sequence of objects, without reading what is in them.
 *
 * A value whose quotation marks or brackets do not fit is told, and cutting goes on at the next line that opens an
 * object no further to the right than that value began: so the records after it are found, however it is laid out.
 */
export class JsonCutter implements Cutter {
  private state:
    | 'before'
    | 'between'
    | 'object'
    | 'scalar'
    | 'lost'
    | 'after'
    | 'stopped';
  private buffer: Buffer = Buffer.alloc(0);
  private readonly cursor = new Cursor();
  private value: Value = {
    start: 0,
    line: 1,
    column: 0,
    brackets: new BracketScanner(),
    isTold: false,
  };
  private seeker = new ObjectSeeker(0);
  private rescannedBytes = 0;

  constructor(
    private readonly isArray: boolean,
    private readonly maxBytes = DEFAULT_MAX_LINE_BYTES,
  ) {
    this.state = isArray ? 'before' : 'between';
  }

  *push(chunk: Buffer): Generator<Line> {
    this.take(chunk);
    yield* this.scan();
    if (
      this.isOpen() &&
      this.buffer.length - this.value.start > this.maxBytes
    ) {
      yield this.tellTooLong();
      yield* this.scan();
    }
  }

  *end(failure?: string): Generator<Line> {
    // Whole records may follow one that is never closed.
    while (this.isOpen() && this.hasLaterStart()) {
      yield this.lose();
      yield* this.scan();
    }
    if (this.state === 'scalar' && this.isOpen() && failure === undefined) {
      yield this.complete();
    }
    const line = this.isOpen() ? this.value.line : this.cursor.line;
    if (failure !== undefined) {
      yield { line, problem: describeEarlyEnd(failure) };
    } else if (this.isOpen()) {
      yield { line, problem: UNFINISHED };
    } else if (this.isArray && this.state === 'between') {
      yield { line, problem: ARRAY_UNCLOSED };
    }
  }

  /** Whether a value is being cut of which nothing has been told yet. */
  private isOpen(): boolean {
    return ['object', 'scalar'].includes(this.state) && !this.value.isTold;
  }

  /** Puts a chunk behind what is still needed of those before. */
  private take(chunk: Buffer) {
    const { buffer, cursor, value } = this;
    const keepFrom = this.isOpen() ? value.start : cursor.at;
    this.buffer =
      keepFrom < buffer.length
        ? Buffer.concat([buffer.subarray(keepFrom), chunk])
        : chunk;
    cursor.shift(keepFrom);
    value.start -= keepFrom;
  }

  private *scan(): Generator<Line> {
    while (this.cursor.at < this.buffer.length) {
      const line = this.step();
      if (line) {
        yield line;
      }
    }
  }

  private step(): Line | undefined {
    switch (this.state) {
      case 'before':
        this.skipBlank();
        this.open();
        return undefined;
      case 'between':
        this.skipBlank();
        this.begin();
        return undefined;
      case 'object':
        return this.scanObject();
      case 'scalar':
        return this.scanScalar();
      case 'lost':
        if (this.seeker.seek(this.buffer, this.cursor)) {
          this.state = 'between';
        }
        return undefined;
      case 'after':
        this.skipBlank();
        return this.cursor.at < this.buffer.length ? this.stop() : undefined;
      default:
        this.cursor.at = this.buffer.length;
        return undefined;
    }
  }

  /** Between values a comma says nothing that the values do not say themselves. */
  private skipBlank() {
    const { buffer, cursor } = this;
    while (cursor.at < buffer.length) {
      const byte = buffer[cursor.at];
      if (byte === LF) {
        cursor.passLineBreak(cursor.at);
      } else if (
        byte <= SPACE ||
        (byte === COMMA && this.state === 'between')
      ) {
        cursor.at++;
      } else {
        return;
      }
    }
  }

  private open() {
    if (this.cursor.at < this.buffer.length) {
      this.cursor.at++;
      this.state = 'between';
    }
  }

  private begin() {
    const { buffer, cursor } = this;
    if (cursor.at >= buffer.length) {
      return;
    }
    const byte = buffer[cursor.at];
    if (byte === CLOSE_BRACKET && this.isArray) {
      cursor.at++;
      this.state = 'after';
      return;
    }
    this.value = {
      start: cursor.at,
      line: cursor.line,
      column: cursor.column,
      brackets: new BracketScanner(),
      isTold: false,
    };
    this.state =
      byte === OPEN_BRACE || byte === OPEN_BRACKET ? 'object' : 'scalar';
  }

  private scanObject(): Line | undefined {
    const result = this.value.brackets.scan(this.buffer, this.cursor);
    if (result === 'open') {
      return undefined;
    }
    return this.finish(result === 'closed');
  }

  /** What is no object is told later; here it only has to end somewhere. */
  private scanScalar(): Line | undefined {
    const { buffer, cursor } = this;
    for (; cursor.at < buffer.length; cursor.at++) {
      const byte = buffer[cursor.at];
      const isSeparator = byte === COMMA || byte === CLOSE_BRACKET;
      if (byte === LF || byte === OPEN_BRACE || (isSeparator && this.isArray)) {
        return this.finish(true);
      }
    }
    return undefined;
  }

  private finish(isWhole: boolean): Line | undefined {
    if (!this.value.isTold) {
      return isWhole ? this.complete() : this.lose();
    }
    this.state = isWhole ? 'between' : 'lost';
    this.seeker = new ObjectSeeker(this.value.column);
    return undefined;
  }

  private complete(): Line {
    const { start, line } = this.value;
    const end = this.cursor.at;
    this.state = 'between';
    return end - start > this.maxBytes
      ? { line, problem: describeTooLong('record', this.maxBytes) }
      : { line, ...decodeText(this.buffer.subarray(start, end)) };
  }

  private tellTooLong(): Line {
    if (this.hasLaterStart()) {
      return this.lose();
    }
    this.value.isTold = true;
    const problem = describeTooLong('record', this.maxBytes);
    return { line: this.value.line, problem };
  }

  /** Gives up the value and goes back to its first line break, to look behind it for the next value. */
  private lose(): Line {
    const { buffer, cursor } = this;
    const { start, line } = this.value;
    this.state = 'lost';
    this.seeker = new ObjectSeeker(this.value.column);
    const lf = buffer.indexOf(LF, start);
    if (lf >= 0 && lf < cursor.at) {
      this.rescannedBytes += cursor.at - lf;
      cursor.at = lf;
      cursor.line = line;
    }
    if (this.rescannedBytes > MAX_RESCANNED_BYTES) {
      this.state = 'stopped';
      return { line, problem: `${UNCLOSED} ${REST_NOT_READ}` };
    }
    return { line, problem: UNCLOSED };
  }

  /** Whether another value seems to begin in what is held of this one. */
  private hasLaterStart(): boolean {
    const { buffer, value } = this;
    const held = new Cursor();
    held.at = value.start;
    return new ObjectSeeker(value.column).seek(buffer, held);
  }

  private stop(): Line {
    this.state = 'stopped';
    return { line: this.cursor.line, problem: AFTER_ARRAY };
  }
}
