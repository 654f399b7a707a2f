import { createHash } from 'crypto';
import { v7 as uuid } from 'uuid';

/** An id that comes out the same at every start: what is there already is then not added again. */
export function demoId(key: string, at: number): string {
  const random = createHash('sha256').update(`osterby/${key}`).digest();
  return uuid({ msecs: at, random, seq: random.readUInt32BE(16) });
}
