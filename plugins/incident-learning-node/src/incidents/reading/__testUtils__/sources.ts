import fc from 'fast-check';

/** A source of bytes, cut into chunks of these lengths over and over. */
export async function* inChunks(
  bytes: Buffer | string,
  lengths: number[] = [7],
): AsyncGenerator<Buffer> {
  const all = Buffer.from(bytes);
  let at = 0;
  for (let i = 0; at < all.length; i++) {
    const next = at + lengths[i % lengths.length];
    yield all.subarray(at, next);
    at = next;
  }
}

/** A source that breaks off after some bytes. */
export async function* thenFails(
  bytes: string,
  reason: string,
): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes);
  throw new Error(reason);
}

/** `count` chunks of `chunk` between a start and an end, made as they are read. */
export async function* repeated(
  start: string,
  chunk: Buffer,
  count: number,
  end: string,
): AsyncGenerator<Buffer> {
  yield Buffer.from(start);
  for (let i = 0; i < count; i++) {
    yield chunk;
  }
  yield Buffer.from(end);
}

export const chunkLengths = fc.array(fc.integer({ min: 1, max: 12 }), {
  minLength: 1,
  maxLength: 8,
});

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) {
    all.push(item);
  }
  return all;
}
