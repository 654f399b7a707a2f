import {
  DEFAULT_RISK_MODEL,
  RISK_FACTORS,
  ScoredInput,
  compareRisk,
  createRiskSet,
  evaluateRisk,
  riskSensitivity,
  withWeight,
} from '@hindsight/backstage-plugin-incident-learning-common';

/*
 * Weighs incidents anew, as the page Risk does with every move of a slider: evaluates the set after the change and
 * compares it with what was before. Sensitivity is computed once a slider rests.
 *
 *   npm run bench -- risk [--incidents 10000]
 */

const MOVES = 101;

function main(incidents: number): void {
  const set = createRiskSet(incidentsOf(incidents));
  const now = { model: DEFAULT_RISK_MODEL };
  const before = evaluateRisk(set, now);
  const moves = Array.from({ length: MOVES }, (_, step) => {
    const started = performance.now();
    const weights = withWeight(now.model.weights, 'exposure', step / 100);
    const after = evaluateRisk(set, { model: { ...now.model, weights } });
    compareRisk(before, after);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const started = performance.now();
  riskSensitivity(set, now, before);
  const sensitivityMs = performance.now() - started;
  const ms = (share: number) =>
    moves[Math.floor(share * (MOVES - 1))].toFixed(1);
  process.stdout.write(
    `${incidents} incidents, ${MOVES} moves of a slider: median ${ms(
      0.5,
    )} ms, P95 ${ms(0.95)} ms\n` +
      `sensitivity of the ten highest: ${sensitivityMs.toFixed(0)} ms\n`,
  );
}

/** Factors in no order, one in eight unknown. */
function incidentsOf(count: number): ScoredInput[] {
  let state = 7;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Array.from({ length: count }, () => ({
    factors: Object.fromEntries(
      RISK_FACTORS.map(factor => [factor, next()] as const).filter(
        () => next() > 0.125,
      ),
    ),
  }));
}

const at = process.argv.indexOf('--incidents');
main(at < 0 ? 10_000 : Number(process.argv[at + 1]));
