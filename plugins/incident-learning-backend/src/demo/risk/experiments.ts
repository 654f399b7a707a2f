import {
  DEFAULT_RISK_MODEL,
  RiskFigures,
  RiskReflection,
  RiskScenario,
  withWeight,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { userRef } from '../company';

/** A what-if that somebody of the demo company has kept. */
export interface ToldExperiment {
  key: string;
  title: string;
  by: string;
  /** Days before the present. */
  daysAgo: number;
  after: RiskScenario;
  reflection: Pick<
    RiskReflection,
    | 'whatChanged'
    | 'interpretation'
    | 'limitOfData'
    | 'evidenceNeeded'
    | 'deploymentRisk'
  >;
  /** What became of it so many days before the present; absent while it is open. */
  decision?: {
    status: 'adopted' | 'turned-down';
    by: string;
    daysAgo: number;
    note: string;
  };
}

const { weights, threshold } = DEFAULT_RISK_MODEL;

export const EXPERIMENTS: ToldExperiment[] = [
  {
    key: 'parcels-first',
    title: 'What stops parcels goes first',
    by: userRef('rosa.whitmere'),
    daysAgo: 41,
    after: {
      model: {
        weights: withWeight(weights, 'businessImpact', 0.35),
        threshold,
      },
    },
    reflection: {
      whatChanged:
        'Business impact counts 0.35 instead of 0.15; the other weights keep their proportions.',
      interpretation:
        'Outages of sorting and booking move up, and findings in internal tools move down. The number of reviews stays the same, since the threshold is a quantile.',
      limitOfData:
        'One incident in eight lacks an estimate of its business impact, and most others were estimated by the team that had the incident.',
      evidenceNeeded:
        'Whether reviews of a quarter in this order lead to more actions that merchants notice.',
      deploymentRisk:
        'Security findings without an outage may wait too long. Nothing in these incidents shows what an attacker would do with the time.',
    },
    decision: {
      status: 'adopted',
      by: userRef('hugo.bergdal'),
      daysAgo: 34,
      note: 'Kept as a profile for the peak season. Standard goes on deciding until then.',
    },
  },
  {
    key: 'fixed-line',
    title: 'A fixed line instead of the highest fifth',
    by: userRef('rosa.whitmere'),
    daysAgo: 12,
    after: { model: { weights, threshold: { kind: 'absolute', value: 0.6 } } },
    reflection: {
      whatChanged:
        'An incident has priority from a score of 0.6 on, however many there are, instead of the highest fifth.',
      interpretation:
        'A quiet month needs fewer reviews and a bad one more. The ranking does not change.',
      limitOfData:
        'The line was drawn by looking at the same two years that it is judged by.',
      evidenceNeeded:
        'How many incidents pass the line in each of the next three months, and whether the teams can review as many.',
      deploymentRisk:
        'Teams that estimate carefully could pass the line more often than teams that do not estimate at all.',
    },
  },
  {
    key: 'gaps-closed',
    title: 'If half of the control gaps were closed',
    by: userRef('ines.varley'),
    daysAgo: 73,
    after: {
      model: DEFAULT_RISK_MODEL,
      assumptions: { shift: { controlGap: -0.25 } },
    },
    reflection: {
      whatChanged:
        'Every control gap is taken to be 0.25 smaller; weights and threshold stay.',
      interpretation:
        'The order hardly changes, because nearly all gaps shrink alike. What counts is whose gaps are closed first.',
      limitOfData: 'A gap is an estimate in steps of 0.05, not a measurement.',
      evidenceNeeded:
        'Gaps before and after for the services whose actions were verified.',
      deploymentRisk: 'None: nothing is deployed by an assumption.',
    },
    decision: {
      status: 'turned-down',
      by: userRef('hugo.bergdal'),
      daysAgo: 70,
      note: 'Good to know, but there is nothing to adopt: we weigh as before.',
    },
  },
];

/** A figure in the words of a reflection. */
export function inWords({
  priorityCount,
  scored,
  threshold: from,
}: RiskFigures): string {
  const line =
    from === undefined ? '' : `, from a score of ${from.toFixed(2)} on`;
  return `${priorityCount} of ${scored} incidents have priority${line}.`;
}
