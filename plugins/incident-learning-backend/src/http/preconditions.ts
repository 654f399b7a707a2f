import { PreconditionFailedError } from './errors';

/** @throws PreconditionFailedError with what stands, when a change is based on an earlier revision */
export function requireRevision(
  what: string,
  current: { revision: number },
  revision: number,
): void {
  if (current.revision !== revision) {
    throw new PreconditionFailedError(
      `Somebody else changed ${what} meanwhile: it is at revision ${current.revision}, your change is based on ${revision}. Take over their version and send your change again.`,
      current,
    );
  }
}
