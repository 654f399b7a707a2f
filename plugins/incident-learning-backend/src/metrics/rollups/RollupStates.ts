import {
  AnyMetricKpi,
  DatedFact,
  FactKind,
  KpiAccumulator,
  Precision,
  mergePacked,
  rollupAccumulator,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** What tells into which series a fact can go: a time known to the day can go into all. */
type Fineness = Extract<Precision, 'exact' | 'month' | 'year'>;

/** The states of one bucket for one fineness: how many incidents, and each KPI's packed state by its id. */
interface PackedPart {
  incidents: number;
  states: Record<string, string>;
}

/** What a row of a rollup holds. */
export type PackedStates = Partial<Record<Fineness, PackedPart>>;

interface Kept {
  accumulator: KpiAccumulator<DatedFact, unknown>;
  state: unknown;
}

interface Part {
  incidents: number;
  states: Map<string, Kept>;
}

/** The states of one row of a rollup while facts are added to it and taken from it. */
export class RollupStates {
  private readonly parts = new Map<Fineness, Part>();

  constructor(private readonly kpis: readonly AnyMetricKpi[]) {}

  get incidents(): number {
    return [...this.parts.values()].reduce((sum, p) => sum + p.incidents, 0);
  }

  add(kind: FactKind, fact: DatedFact): void {
    const part = this.partOf(fact);
    part.incidents += kind === 'incident' ? 1 : 0;
    this.each(part, kind, kept => kept.accumulator.add(kept.state, fact));
  }

  /** @throws RangeError when the fact was never added */
  remove(kind: FactKind, fact: DatedFact): void {
    const part = this.partOf(fact);
    part.incidents -= kind === 'incident' ? 1 : 0;
    this.each(part, kind, kept => kept.accumulator.remove(kept.state, fact));
  }

  merge(packed: string): void {
    for (const [fineness, part] of Object.entries(readStates(packed))) {
      const into = this.part(fineness as Fineness);
      into.incidents += part.incidents;
      for (const kpi of this.kpis) {
        const text = part.states[kpi.definition.id];
        if (text) {
          const { accumulator, state } = this.kept(into, kpi);
          mergePacked(accumulator, state, text);
        }
      }
    }
  }

  /** The same facts give the same text, in whatever order they came; no facts give `{}`. */
  pack(): string {
    const packed: PackedStates = {};
    for (const fineness of ['exact', 'month', 'year'] as const) {
      const part = this.parts.get(fineness);
      const states: Record<string, string> = {};
      for (const { definition } of this.kpis) {
        const kept = part?.states.get(definition.id);
        const text = kept ? kept.accumulator.pack(kept.state) : '';
        if (text) {
          states[definition.id] = text;
        }
      }
      if (part && (part.incidents > 0 || Object.keys(states).length > 0)) {
        packed[fineness] = { incidents: part.incidents, states };
      }
    }
    return JSON.stringify(packed);
  }

  private each(part: Part, kind: FactKind, run: (kept: Kept) => void): void {
    for (const kpi of this.kpis) {
      if (kpi.facts === kind) {
        run(this.kept(part, kpi));
      }
    }
  }

  private kept(part: Part, kpi: AnyMetricKpi): Kept {
    const { id } = kpi.definition;
    let kept = part.states.get(id);
    if (!kept) {
      // The kind was matched by whoever calls.
      const accumulator = rollupAccumulator(kpi) as Kept['accumulator'];
      kept = { accumulator, state: accumulator.empty() };
      part.states.set(id, kept);
    }
    return kept;
  }

  private partOf({ precision }: DatedFact): Part {
    return this.part(precision === 'day' ? 'exact' : precision);
  }

  private part(fineness: Fineness): Part {
    let part = this.parts.get(fineness);
    if (!part) {
      part = { incidents: 0, states: new Map() };
      this.parts.set(fineness, part);
    }
    return part;
  }
}

export function readStates(packed: string): PackedStates {
  return JSON.parse(packed) as PackedStates;
}
