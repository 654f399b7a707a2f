/** A list with one entry replaced by its newer version, or with it added. */
export function withRecord<T extends { id: string }>(all: T[], one: T): T[] {
  return all.some(({ id }) => id === one.id)
    ? all.map(other => (other.id === one.id ? one : other))
    : [...all, one];
}

/** A list without one entry. */
export function withoutRecord<T extends { id: string }>(
  all: T[],
  gone: string,
): T[] {
  return all.filter(({ id }) => id !== gone);
}

/** What a change of a record leaves out is cleared by `null` on the wire. */
export function orNull<T>(value: T | undefined | ''): T | null {
  return value === undefined || value === '' ? null : value;
}
