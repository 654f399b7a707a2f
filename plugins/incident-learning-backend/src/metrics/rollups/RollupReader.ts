import type {
  DatedFact,
  FactKind,
  Interval,
  LessonFact,
  MetricFact,
  MetricFacts,
  MetricsFold,
  Period,
  PublicationFact,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import type { Queries, RowsRead } from '../../database';
import type { MetricsSelection } from '../MetricsStore';
import { incidentFactOf } from '../incidentFacts';
import { ReviewFactRow, reviewFactOf } from '../reviewFacts';
import type { RollupRules } from './RollupLedger';
import { PackedStates, readStates } from './RollupStates';
import { EdgeRows, edgeQueries } from './edgeRows';
import { inTurns } from './inTurns';
import { KeptRows } from './KeptRows';
import { DAYS, ReadRow, monthsOf } from './readRollups';
import { Cover, coverOf } from './rollupBuckets';
import { RolledUpRow, learnedFactOf } from './rolledUpRows';
import { RollupStatusRow, isReady, statusQuery } from './rollupTables';

/** After so many rows others have their turn. */
const ROWS_AT_ONCE = 50;

/** What the figures of two periods are made of. */
export interface RollupReading {
  /** Adds all of it to the figures, which must be made for sketches; others have their turn in between. */
  addTo(fold: MetricsFold): Promise<void>;
}

export interface RollupQuestion {
  selection: MetricsSelection;
  periods: Period[];
  interval: Interval;
  /** How many incidents the rollups must hold to be worth reading. */
  moreThan?: number;
}

interface Part {
  period: Period;
  cover: Cover;
}

interface AllRows extends EdgeRows {
  months: ReadRow;
  days: ReadRow;
}

interface BesideRows extends EdgeRows {
  status: RollupStatusRow;
}

interface Facts {
  incident: MetricFact[];
  lesson: LessonFact[];
  publication: PublicationFact[];
}

/** Reads figures from rollups, and what these leave out from the incidents and reviews. */
export class RollupReader {
  private readonly kept: KeptRows;

  constructor(
    private readonly knex: Knex,
    private readonly rules: RollupRules,
  ) {
    this.kept = new KeptRows(knex, rules);
  }

  /**
   * Reads the figures of periods that follow one another, as of one moment.
   *
   * @returns undefined where they have to be recounted: the rollups are not ready, have no such buckets, or hold few
   */
  async read({
    selection,
    periods,
    interval,
    moreThan = -1,
  }: RollupQuestion): Promise<RollupReading | undefined> {
    const parts = this.partsOf(selection, periods, interval);
    const months = parts.flatMap(({ cover }) => cover.months ?? []);
    const days = parts.flatMap(({ cover }) => cover.days);
    if (months.length + days.length === 0) {
      return undefined;
    }
    const source = monthsOf(selection.scope);
    const read = await this.kept.read<BesideRows>(
      {
        months: { size: 'month', periods: months, source },
        days: { size: 'day', periods: days, source: DAYS },
      },
      {
        key: JSON.stringify([selection, parts]),
        queries: () => this.queriesBeside(selection, parts),
      },
    );
    const { status } = read.others;
    const rows = { months: read.months, days: read.days };
    const rolledUp = [...rows.months, ...rows.days].reduce(
      (sum, row) => sum + row.incidents,
      0,
    );
    return isReady(status[0], this.rules.fingerprint) && rolledUp > moreThan
      ? { addTo: fold => this.add(fold, parts, { ...read.others, ...rows }) }
      : undefined;
  }

  private queriesBeside(
    selection: MetricsSelection,
    parts: Part[],
  ): Queries<BesideRows> {
    const edges = parts.flatMap(({ cover }) => [...cover.add, ...cover.remove]);
    return {
      status: statusQuery(this.knex),
      ...edgeQueries(this.knex, { selection, edges, rules: this.rules }),
    };
  }

  /** Only the organisation has days. */
  private partsOf(
    { scope }: MetricsSelection,
    periods: Period[],
    interval: Interval,
  ): Part[] {
    const now = Date.now();
    const { calendar } = this.rules;
    const sizes = (['month', 'day'] as const).filter(size =>
      size === 'month' ? interval === 'month' : scope.kind === 'org',
    );
    return periods.map(period => ({
      period,
      cover: coverOf(period, { sizes, calendar, now }),
    }));
  }

  private async add(
    fold: MetricsFold,
    parts: Part[],
    rows: RowsRead<AllRows>,
  ): Promise<void> {
    for (const { period, cover } of parts) {
      for (const [some, within] of [
        [rows.months, cover.months ? [cover.months] : []],
        [rows.days, cover.days],
      ] as const) {
        const own = some.filter(({ start }) => isWithinAny(within, start));
        await inTurns(own, row => addRow(fold, row, period), ROWS_AT_ONCE);
      }
    }
    const edges = this.factsOf(rows.incidents, rows.publications);
    const leftOut = this.factsOf(rows.leftOut, rows.leftOutPublications);
    for (const kind of ['incident', 'lesson', 'publication'] as const) {
      parts.forEach(part => addEdges(fold, kind, edges, part));
      leftOut[kind].forEach(fact => fold.addFact(kind, fact));
    }
  }

  private factsOf(
    incidents: RolledUpRow[],
    publications: ReviewFactRow[],
  ): Facts {
    const { severities, calendar } = this.rules.reviews;
    return {
      incident: incidents.map(row => incidentFactOf(row, severities)),
      lesson: incidents.flatMap(row => learnedFactOf(row) ?? []),
      publication: publications.map(row => reviewFactOf(row, calendar)),
    };
  }
}

/** Adds the facts of a period that its buckets lack, and takes those out that they have beyond it. */
function addEdges<Kind extends keyof Facts & FactKind>(
  fold: MetricsFold,
  kind: Kind,
  facts: { [One in Kind]: MetricFacts[One][] },
  { period, cover }: Part,
): void {
  for (const fact of facts[kind]) {
    if (isWithinAny(cover.add, fact.at)) {
      fold.addFact(kind, fact);
    } else if (isWithinAny(cover.remove, fact.at)) {
      fold.removeFact(kind, fact, nearest(fact.at, period));
    }
  }
}

function addRow(fold: MetricsFold, row: ReadRow, period: Period): void {
  const at = nearest(Number(row.start), period);
  const states: PackedStates = readStates(row.states);
  for (const [fineness, part] of Object.entries(states)) {
    const precision = fineness as DatedFact['precision'];
    fold.addRollup({ at, precision, ...part });
  }
}

/** The moment of a period that is nearest to another: in the same bucket, where that is one at its edge. */
function nearest(at: number, { from, to }: Period): number {
  return Math.min(Math.max(at, from), to - 1);
}

function isWithinAny(periods: Period[], at: number | string): boolean {
  return periods.some(({ from, to }) => Number(at) >= from && Number(at) < to);
}
