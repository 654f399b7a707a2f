import { describeForeignFile } from './decodeText';

/**
 * A piece of a text file that can be read, or why one cannot.
 *
 * @public
 */
export type Line =
  | {
      /** The line of the file where it starts, from 1. */
      line: number;
      text: string;
      /** Set on a last line without a line break: the file may end early. */
      unended?: true;
    }
  | { line: number; problem: string };

/** @public */
export interface ReadOptions {
  /** The most bytes that one line or record may have; 1 MiB unless given. */
  maxLineBytes?: number;
}

export const DEFAULT_MAX_LINE_BYTES = 1024 * 1024;

/** Cuts bytes, as they come, into pieces. */
export interface Cutter {
  push(chunk: Buffer): Iterable<Line>;
  /** @param failure - why the source broke off, where it did */
  end(failure?: string): Iterable<Line>;
}

/** Bytes at the start of a file that must be there before it is looked at. */
const HEAD_BYTES = 4;

/** A cutter may hold on to a whole chunk; a source that gives one large buffer must not make it do so. */
const MAX_CHUNK_BYTES = 64 * 1024;

/** Reads chunks; a source that fails ends there, and `failure` tells why. */
class SourceReader {
  failure?: string;
  private readonly iterator: AsyncIterator<Uint8Array>;
  private ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.iterator = source[Symbol.asyncIterator]();
  }

  async next(): Promise<Buffer | undefined> {
    if (this.ended) {
      return undefined;
    }
    try {
      const { done, value } = await this.iterator.next();
      if (!done) {
        return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      }
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.ended = true;
    return undefined;
  }

  /** The start of the file, without a byte order mark. */
  async readStart(isEnough: (head: Buffer) => boolean): Promise<Buffer> {
    let head: Buffer = Buffer.alloc(0);
    while (head.length < HEAD_BYTES || !isEnough(withoutMark(head))) {
      const chunk = await this.next();
      if (!chunk) {
        break;
      }
      head = head.length > 0 ? Buffer.concat([head, chunk]) : chunk;
    }
    return withoutMark(head);
  }

  async drain(): Promise<void> {
    while (await this.next());
  }

  async close(): Promise<void> {
    if (!this.ended) {
      this.ended = true;
      await this.iterator.return?.();
    }
  }
}

/**
 * Drives a cutter over a source. The source is read to its end whatever is wrong with it, so that a client that is
 * still sending gets its answer.
 *
 * @param isEnough - whether the start of the file tells which cutter to take
 */
export async function* cut(
  source: AsyncIterable<Uint8Array>,
  cutterFor: (head: Buffer) => Cutter,
  isEnough: (head: Buffer) => boolean = () => true,
): AsyncGenerator<Line> {
  const reader = new SourceReader(source);
  try {
    const start = await reader.readStart(isEnough);
    const foreign = describeForeignFile(start);
    if (foreign) {
      yield { line: 1, problem: foreign };
      await reader.drain();
      return;
    }
    const cutter = cutterFor(start);
    for (
      let chunk: Buffer | undefined = start;
      chunk;
      chunk = await reader.next()
    ) {
      for (let at = 0; at < chunk.length; at += MAX_CHUNK_BYTES) {
        for (const line of cutter.push(
          chunk.subarray(at, at + MAX_CHUNK_BYTES),
        )) {
          yield line;
        }
      }
    }
    for (const line of cutter.end(reader.failure)) {
      yield line;
    }
  } finally {
    await reader.close();
  }
}

function withoutMark(head: Buffer): Buffer {
  return head.toString('hex', 0, 3) === 'efbbbf' ? head.subarray(3) : head;
}
