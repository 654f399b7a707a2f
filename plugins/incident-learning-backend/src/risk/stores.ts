import type { Knex } from 'knex';
import { DatabaseDecisionStore } from './DatabaseDecisionStore';
import { DatabaseExperimentStore } from './DatabaseExperimentStore';
import { DatabaseProfileStore } from './DatabaseProfileStore';
import { DatabaseRiskStore } from './DatabaseRiskStore';
import type { DecisionStore } from './DecisionStore';
import type { ExperimentStore } from './ExperimentStore';
import type { ProfileStore } from './ProfileStore';
import type { RiskStore } from './RiskStore';

/** The stores of risk. */
export interface RiskStores {
  scores: RiskStore;
  profiles: ProfileStore;
  experiments: ExperimentStore;
  decisions: DecisionStore;
  /** Runs writes to any of them that stand or fall together. */
  transaction<T>(run: (stores: RiskStores) => Promise<T>): Promise<T>;
}

/** The stores in SQLite or PostgreSQL. */
export function createRiskStores(knex: Knex): RiskStores {
  return {
    scores: DatabaseRiskStore.create({ knex }),
    profiles: DatabaseProfileStore.create({ knex }),
    experiments: DatabaseExperimentStore.create({ knex }),
    decisions: DatabaseDecisionStore.create({ knex }),
    transaction: run => knex.transaction(trx => run(createRiskStores(trx))),
  };
}
