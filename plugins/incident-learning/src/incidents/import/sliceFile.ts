/**
 * A part of a file that can be imported on its own: whole records, and for CSV
 * the header before them.
 */
export interface FileSlice {
  data: Blob;
  /** Adds up with a line number of `data` to the line number in the file. */
  lineOffset: number;
  /** Bytes of the file that this slice stands for, a repeated header aside. */
  bytes: number;
}

export interface SliceOptions {
  /** Records are lines; in `csv` a quoted line break ends none, and the first record is the header. */
  framing: 'lines' | 'csv';
  /** A slice ends with the record that reaches this many bytes. */
  size: number;
  /** The longest record in bytes; above it the file is not what it was taken for. */
  maxRecord?: number;
}

const MAX_RECORD = 256 * 1024 * 1024;

const [LINE_FEED, RETURN, QUOTE, COMMA] = [0x0a, 0x0d, 0x22, 0x2c];

/** Finds where records end, across the chunks that it is shown. */
class RecordScanner {
  private quoted = false;
  private previous = LINE_FEED;
  private lines = 0;

  constructor(private readonly csv: boolean) {}

  *scan(chunk: Uint8Array): Generator<{ end: number; lines: number }> {
    for (let index = 0; index < chunk.length; index++) {
      if (!this.csv) {
        index = chunk.indexOf(LINE_FEED, index);
        if (index < 0) {
          return;
        }
      }
      if (this.endsRecord(chunk[index])) {
        const lines = this.lines;
        this.lines = 0;
        yield { end: index + 1, lines };
      }
    }
  }

  private endsRecord(byte: number): boolean {
    const { previous } = this;
    this.previous = byte;
    if (byte === LINE_FEED) {
      this.lines += 1;
      return !this.quoted;
    }
    if (this.csv && byte === QUOTE) {
      // A quotation mark inside an unquoted field is a character like others.
      const opens = [LINE_FEED, RETURN, QUOTE, COMMA, 0xbf].includes(previous);
      this.quoted = !this.quoted && opens;
    }
    return false;
  }
}

function endOf(part: Uint8Array): number {
  return part.byteOffset + part.length;
}

class Slicer {
  private readonly records: RecordScanner;
  private parts: Uint8Array<ArrayBuffer>[] = [];
  private bytes = 0;
  private lines = 0;
  private linesBefore = 0;
  private recordStart = 0;
  private header: { data: Blob; lines: number } | undefined;

  constructor(private readonly options: SliceOptions) {
    this.records = new RecordScanner(options.framing === 'csv');
  }

  *push(chunk: Uint8Array): Generator<FileSlice> {
    let start = 0;
    for (const { end, lines } of this.records.scan(chunk)) {
      this.take(chunk.subarray(start, end));
      this.lines += lines;
      this.recordStart = this.bytes;
      start = end;
      if (this.options.framing === 'csv' && !this.header) {
        this.header = { data: new Blob(this.parts), lines };
      } else if (this.bytes >= this.options.size) {
        yield this.cut();
      }
    }
    this.take(chunk.subarray(start));
    this.checkRecord();
  }

  *end(): Generator<FileSlice> {
    if (this.bytes > 0) {
      yield this.cut();
    }
  }

  private take(part: Uint8Array) {
    const last = this.parts[this.parts.length - 1];
    this.bytes += part.length;
    if (last?.buffer === part.buffer && endOf(last) === part.byteOffset) {
      this.parts[this.parts.length - 1] = new Uint8Array(
        last.buffer,
        last.byteOffset,
        last.length + part.length,
      );
    } else if (part.length > 0) {
      this.parts.push(part as Uint8Array<ArrayBuffer>);
    }
  }

  private cut(): FileSlice {
    const { header, linesBefore, parts, bytes } = this;
    const repeated = linesBefore > 0 ? header : undefined;
    this.linesBefore += this.lines;
    this.lines = 0;
    this.parts = [];
    this.bytes = 0;
    this.recordStart = 0;
    return {
      data: new Blob(repeated ? [repeated.data, ...parts] : parts),
      lineOffset: linesBefore - (repeated?.lines ?? 0),
      bytes,
    };
  }

  private checkRecord() {
    const max = this.options.maxRecord ?? MAX_RECORD;
    if (this.bytes - this.recordStart > max) {
      const line = this.linesBefore + this.lines + 1;
      throw new Error(
        `The record in line ${line} is longer than ${max} bytes. Check that the format is right and that no quotation mark is left open.`,
      );
    }
  }
}

/**
 * Cuts a file into slices between records. It looks at bytes only, so that a
 * wrong encoding reaches the server as it is, and holds one slice at a time.
 *
 * @throws Error when a record is longer than `maxRecord`
 */
export async function* sliceFile(
  chunks: AsyncIterable<Uint8Array>,
  options: SliceOptions,
): AsyncGenerator<FileSlice> {
  const slicer = new Slicer(options);
  for await (const chunk of chunks) {
    yield* slicer.push(chunk);
  }
  yield* slicer.end();
}
