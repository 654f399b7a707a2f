import type { BucketCalendar } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  Counted,
  RollupKey,
  RollupSubject,
  factsOf,
  keysOf,
  setIdOf,
} from './rollupSubjects';

/** What becomes of one row. */
export interface RowDelta extends RollupKey {
  added: Counted[];
  removed: Counted[];
}

/** What a transaction, or a batch of it, changes in the rollups. */
export class RollupDelta {
  private readonly byRow = new Map<string, RowDelta>();
  private readonly setsById = new Map<string, string[]>();

  constructor(private readonly calendar: BucketCalendar) {}

  add(subject: RollupSubject): void {
    this.each(subject, (row, counted) => row.added.push(counted));
    const setId = setIdOf(subject.entityRefs);
    if (setId !== undefined) {
      this.setsById.set(setId, subject.entityRefs);
    }
  }

  remove(subject: RollupSubject): void {
    this.each(subject, (row, counted) => row.removed.push(counted));
  }

  change(before?: RollupSubject, after?: RollupSubject): void {
    if (JSON.stringify(before) === JSON.stringify(after)) {
      return;
    }
    if (before) {
      this.remove(before);
    }
    if (after) {
      this.add(after);
    }
  }

  /** In the order in which they are locked. */
  get rows(): RowDelta[] {
    return [...this.byRow.values()].sort(
      (a, b) => compare(a.scope, b.scope) || a.start - b.start,
    );
  }

  /** Only what changes before a time; all without one. */
  before(end: number | undefined): RollupDelta {
    const part = new RollupDelta(this.calendar);
    this.setsById.forEach((refs, id) => part.setsById.set(id, refs));
    for (const [key, row] of this.byRow) {
      if (end === undefined || row.start < end) {
        part.byRow.set(key, row);
      }
    }
    return part;
  }

  /** The entities behind each set of several that was added to. */
  get sets(): { set_id: string; entity_ref: string }[] {
    return [...this.setsById]
      .flatMap(([setId, refs]) =>
        refs.map(ref => ({ set_id: setId, entity_ref: ref })),
      )
      .sort(
        (a, b) =>
          compare(a.entity_ref, b.entity_ref) || compare(a.set_id, b.set_id),
      );
  }

  private each(
    subject: RollupSubject,
    change: (row: RowDelta, counted: Counted) => void,
  ): void {
    for (const { scope, start } of keysOf(subject, this.calendar)) {
      const key = `${scope} ${start}`;
      let row = this.byRow.get(key);
      if (!row) {
        row = { scope, start, added: [], removed: [] };
        this.byRow.set(key, row);
      }
      for (const counted of factsOf(subject)) {
        change(row, counted);
      }
    }
  }
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
