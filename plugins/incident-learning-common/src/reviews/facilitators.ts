/** How often and when somebody last led a review. @public */
export interface FacilitatorRecord {
  entityRef: string;
  reviews: number;
  /** When the last one was scheduled; absent: never. */
  lastAt?: string;
}

/**
 * Whose turn it is: who led the fewest reviews, then who did the longest ago, then by name. Somebody to avoid, such as
 * the incident's own commander, only leads when nobody else can.
 *
 * @returns undefined where there is nobody at all
 * @public
 */
export function nextFacilitator(
  candidates: FacilitatorRecord[],
  avoid: string[] = [],
): string | undefined {
  const byTurn = [...candidates].sort(
    (a, b) =>
      a.reviews - b.reviews ||
      compare(a.lastAt ?? '', b.lastAt ?? '') ||
      compare(a.entityRef, b.entityRef),
  );
  const free = byTurn.filter(({ entityRef }) => !avoid.includes(entityRef));
  return (free[0] ?? byTurn[0])?.entityRef;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
