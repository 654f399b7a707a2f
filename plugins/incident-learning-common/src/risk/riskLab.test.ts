import { existsSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { evaluateRisk } from './evaluate';
import { PerRiskFactor, RISK_FACTORS } from './factors';
import type { RiskModel } from './model';
import { createRiskSet } from './riskSet';
import { withWeight } from './weights';

/** What stands in the file. */
interface Lab {
  weights: PerRiskFactor;
  thresholdQuantile: number;
  expected: { threshold: number; priorityCount: number; topIndices: number[] };
  incidents: PerRiskFactor[];
}

const FILE = resolve(
  process.env.HINDSIGHT_DATA ??
    resolve(__dirname, '../../../../../shared/data'),
  'risk-lab.json',
);
const describeLab = existsSync(FILE) ? describe : describe.skip;

describeLab(
  'the 96 incidents of the risk lab (skipped without the optional data folder, see HINDSIGHT_DATA)',
  () => {
    function read(): Lab {
      return JSON.parse(readFileSync(FILE, 'utf8'));
    }

    function modelOf({ weights, thresholdQuantile }: Lab): RiskModel {
      return {
        weights,
        threshold: { kind: 'quantile', value: thresholdQuantile },
      };
    }

    function evaluate(incidents: PerRiskFactor[], model: RiskModel) {
      const inputs = incidents.map(factors => ({ factors }));
      return evaluateRisk(createRiskSet(inputs), { model });
    }

    /** The same in other words: no shared code, and each score summed by itself. */
    function recount(incidents: PerRiskFactor[], model: RiskModel) {
      const scores = incidents.map(factors =>
        RISK_FACTORS.map(name => factors[name] * model.weights[name]).reduce(
          (sum, part) => sum + part,
        ),
      );
      const ascending = [...scores].sort((a, b) => a - b);
      const rank = model.threshold.value * (scores.length - 1);
      const below = ascending[Math.floor(rank)];
      const above = ascending[Math.ceil(rank)];
      const threshold =
        model.threshold.kind === 'absolute'
          ? model.threshold.value
          : below + (above - below) * (rank % 1);
      return {
        threshold,
        priorityCount: scores.filter(score => score >= threshold).length,
        top: [...scores.keys()].sort((a, b) => scores[b] - scores[a]),
      };
    }

    it('have the expected threshold, count and top five', () => {
      const lab = read();
      const found = evaluate(lab.incidents, modelOf(lab));
      expect(found.threshold).toBeCloseTo(lab.expected.threshold, 14);
      expect(found.priorityCount).toBe(lab.expected.priorityCount);
      expect([...found.order.subarray(0, 5)]).toEqual(lab.expected.topIndices);
    });

    it.each([
      [
        'one weight',
        (lab: Lab) => {
          lab.weights = withWeight(lab.weights, 'controlGap', 0.5);
        },
      ],
      [
        'one threshold',
        (lab: Lab) => {
          lab.thresholdQuantile = 0.93;
        },
      ],
      [
        'one factor',
        (lab: Lab) => {
          lab.incidents[0].activity = 1;
          lab.incidents[25].exposure = 0;
        },
      ],
    ])('change as a recount does with %s', (_, change) => {
      const lab = read();
      const before = evaluate(lab.incidents, modelOf(lab));
      change(lab);
      const model = modelOf(lab);
      const found = evaluate(lab.incidents, model);
      const expected = recount(lab.incidents, model);
      expect(found.threshold).toBeCloseTo(expected.threshold, 12);
      expect([found.threshold, found.order]).not.toEqual([
        before.threshold,
        before.order,
      ]);
      expect(found.priorityCount).toBe(expected.priorityCount);
      expect([...found.order]).toEqual(expected.top);
    });
  },
);
