import { SEVERITIES } from '../incidents/vocabulary';
import type { Breakdown, BreakdownReading, MetricBreakdown } from './breakdown';
import type { FactKind, MetricFacts } from './fact';
import type { MetricKpi } from './kpis';

/** As many values as one breakdown tells. */
const MAX_ITEMS = 200;

/** One KPI's states by value. @public */
export interface BreakdownFold<Kind extends FactKind = FactKind> {
  /**
   * Counts facts that share their values: each once in the whole, and once in each of the values; `undefined` is the
   * value of those without.
   */
  add(
    facts: readonly MetricFacts[Kind][],
    values: readonly (string | undefined)[],
  ): void;
  read(
    by: Breakdown,
  ): Pick<MetricBreakdown, 'kpi' | 'whole' | 'items' | 'itemCount'>;
}

/**
 * Breaks one KPI down, in any order.
 *
 * @public
 */
export function foldBreakdown<Kind extends FactKind>(
  kpi: MetricKpi<Kind>,
): BreakdownFold<Kind> {
  const { accumulator, definition } = kpi;
  const whole = accumulator.empty();
  const states = new Map<string | undefined, unknown>();
  return {
    add(facts, values) {
      facts.forEach(fact => accumulator.add(whole, fact));
      for (const value of new Set(values)) {
        const state = states.get(value) ?? accumulator.empty();
        states.set(value, state);
        facts.forEach(fact => accumulator.add(state, fact));
      }
    },
    read(by) {
      const items = [...states].map(([key, state]) => ({
        key,
        ...accumulator.read(state),
      }));
      const order = by === 'severity' ? bySeverity : byCount;
      return {
        kpi: {
          id: definition.id,
          name: definition.name,
          definition: definition.definition,
          unit: definition.unit,
          direction: definition.direction,
          target: definition.target,
        },
        whole: accumulator.read(whole),
        items: items.sort(order).slice(0, MAX_ITEMS),
        itemCount: items.length,
      };
    },
  };
}

type Item = { key?: string } & BreakdownReading;

function bySeverity(a: Item, b: Item): number {
  const rank = ({ key }: Item) => SEVERITIES.findIndex(level => level === key);
  return rank(a) - rank(b);
}

/** The largest first; of equal ones, by name, without one last. */
function byCount(a: Item, b: Item): number {
  return (
    b.n - a.n ||
    Number(a.key === undefined) - Number(b.key === undefined) ||
    ((a.key ?? '') < (b.key ?? '') ? -1 : 1)
  );
}
