import {
  RISK_SCORE_TOLERANCE,
  RiskThreshold,
  quantile,
  sampleOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Knex } from 'knex';
import { countOf } from '../database';

/** Of which a quantile is taken; worded as the index is, so that both databases use it. */
const POPULATION = "risk_score is not null and visibility <> 'restricted'";

/** Takes the threshold from the scores that stand, and gives and takes priority by it; one caller at a time. */
export async function refreshThreshold(
  knex: Knex,
  activation: number,
): Promise<void> {
  await knex.transaction(async trx => {
    const state = await trx('risk_state')
      .where({ id: 1 })
      .forUpdate()
      .first('activation');
    if (state.activation !== activation) {
      return;
    }
    const { model } = await trx('risk_activations')
      .where({ number: activation })
      .first('model');
    const scored = await countOf(population(trx));
    const threshold = await thresholdIn(
      trx,
      JSON.parse(model).threshold,
      scored,
    );
    await givePriority(trx, threshold);
    await trx('risk_state')
      .where({ id: 1 })
      .update({
        threshold: threshold ?? null,
        scored,
        priority_count: await countOf(
          population(trx).where('risk_priority', true),
        ),
        refreshed_at: Date.now(),
      });
  });
}

function population(knex: Knex): Knex.QueryBuilder {
  return knex('incidents').whereRaw(POPULATION);
}

/** Reads only the two scores that a quantile lies between. */
async function thresholdIn(
  knex: Knex,
  { kind, value }: RiskThreshold,
  scored: number,
): Promise<number | undefined> {
  if (kind === 'absolute') {
    return value;
  }
  const rank = value * (scored - 1);
  const rows: { risk_score: number }[] =
    scored === 0
      ? []
      : await population(knex)
          .orderBy('risk_score')
          .offset(Math.floor(rank))
          .limit(2)
          .select('risk_score');
  return quantile(
    sampleOf(rows.map(row => row.risk_score)),
    rows.length < 2 ? 0 : rank - Math.floor(rank),
  );
}

/** Writes only to those whose priority changes. */
async function givePriority(
  knex: Knex,
  threshold: number | undefined,
): Promise<void> {
  const from = (threshold ?? 2) - RISK_SCORE_TOLERANCE;
  await knex('incidents')
    .where('risk_score', '>=', from)
    .where('risk_priority', false)
    .update({ risk_priority: true });
  await knex('incidents')
    .where('risk_priority', true)
    .where(below =>
      below.where('risk_score', '<', from).orWhereNull('risk_score'),
    )
    .update({ risk_priority: false });
}
