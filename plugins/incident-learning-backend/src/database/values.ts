/** A stored time as the API gives it. PostgreSQL gives a bigint as text. */
export function isoOf(ms: number | string): string {
  return new Date(Number(ms)).toISOString();
}

/** A stored time that may be absent. */
export function optionalIso(
  ms: number | string | null | undefined,
): string | undefined {
  return ms === null || ms === undefined ? undefined : isoOf(ms);
}

/** A time to store that may be absent. */
export function optionalMs(time: string | undefined): number | null {
  return time === undefined ? null : Date.parse(time);
}
