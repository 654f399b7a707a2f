import type { Knex } from 'knex';
import type { MetricRollups } from './MetricRollups';
import type { RollupLedger } from './RollupLedger';

/** What a store needs for its writes to keep the rollups in step. */
export interface RollupContext {
  rollups?: MetricRollups;
  /** Of the transaction that is open. */
  ledger?: RollupLedger;
}

/** Runs a transaction and brings the rollups in step before it ends. */
export function inStep<T>(
  knex: Knex,
  { rollups, ledger }: RollupContext,
  run: (trx: Knex.Transaction, context: RollupContext) => Promise<T>,
): Promise<T> {
  return knex.transaction(async trx => {
    if (ledger || !rollups) {
      return run(trx, { rollups, ledger });
    }
    const own = rollups.ledger(trx);
    const result = await run(trx, { rollups, ledger: own });
    await own.finish();
    return result;
  });
}
