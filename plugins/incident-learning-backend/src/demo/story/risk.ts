import type { IncidentInput } from '@hindsight/backstage-plugin-incident-learning-common';
import type { PlannedIncident } from '../plan';
import type { Random } from '../random';
import { renderSentences, Slots } from '../template';
import type { Course } from './course';
import { APPROVALS, BLAST_RADIUS } from './phrases';

const LEVEL = {
  critical: 0.85,
  high: 0.65,
  medium: 0.4,
  low: 0.2,
  unknown: 0.4,
};

type RiskFields = Pick<
  IncidentInput,
  | 'riskFactors'
  | 'confidence'
  | 'blastRadius'
  | 'containmentOption'
  | 'approvalOutcome'
>;

/** What somebody weighed up while it went on; more often for grave incidents, and seldom complete. */
export function drawRisk(
  { kind, scenario }: PlannedIncident,
  { severity }: Course,
  slots: Slots,
  random: Random,
): RiskFields {
  const grave = severity === 'critical' || severity === 'high';
  if (!random.chance(grave ? 0.85 : 0.4)) {
    return {};
  }
  const factor = (center: number) =>
    random.chance(0.12) ? undefined : unit(center + (random.next() - 0.5) / 2);
  const level = LEVEL[severity];
  const factors = {
    exposure: factor(kind === 'security' ? 0.6 : 0.4),
    severity: unit(level + (random.next() - 0.5) / 10),
    controlGap: factor(0.5),
    activity: factor(kind === 'security' ? level : 0.35),
    businessImpact: factor(level - 0.05),
  };
  return {
    riskFactors: Object.fromEntries(
      Object.entries(factors).filter(([, value]) => value !== undefined),
    ),
    confidence: unit(0.45 + random.next() / 2),
    ...(grave && {
      blastRadius: renderSentences(random.pick(BLAST_RADIUS), slots, random),
      containmentOption: renderSentences(scenario.fixes[0], slots, random),
      approvalOutcome: renderSentences(random.pick(APPROVALS), slots, random),
    }),
  };
}

/** People estimate in steps of 0.05. */
function unit(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 20) / 20;
}
