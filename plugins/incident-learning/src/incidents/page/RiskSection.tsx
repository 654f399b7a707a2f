import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { formatNumber } from '../../components';
import { Fact, Facts, Section } from '../../components/layout';
import { fieldName } from '../words';

/** What the risk score weighs, and what was decided. */
export function RiskSection({ incident }: { incident: Incident }) {
  const { riskFactors = {}, confidence } = incident;
  const ofOne = (value: number | undefined) =>
    value === undefined ? undefined : `${formatNumber(value, 2)} of 1`;
  const facts: Fact[] = [
    ...Object.entries(riskFactors).map(
      ([name, value]): Fact => [fieldName(name), ofOne(value)],
    ),
    ['Confidence', ofOne(confidence)],
    ['Blast radius', incident.blastRadius],
    ['Containment option', incident.containmentOption],
    ['Approval outcome', incident.approvalOutcome],
  ];
  if (facts.every(([, value]) => value === undefined)) {
    return null;
  }
  return (
    <Section title="Risk and containment">
      <Facts facts={facts} />
    </Section>
  );
}
