import { useState } from 'react';
import Button from '@material-ui/core/Button';
import {
  Decision,
  Incident,
  decisionEvents,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatQuantity } from '../../components';
import { Section } from '../../components/layout';
import { TimelineTable } from './TimelineTable';

const FIRST = 50;

/** What happened when, decisions among it, as a table. */
export function TimelineSection(props: {
  incident: Incident;
  decisions?: Decision[];
}) {
  const { incident, decisions = [] } = props;
  const [all, setAll] = useState(false);
  const events = [...incident.timeline, ...decisionEvents(decisions)].sort(
    (a, b) => (a.at < b.at ? -1 : 1),
  );
  if (events.length === 0) {
    return null;
  }
  const shown = all ? events : events.slice(0, FIRST);
  return (
    <Section title="Timeline" note={formatQuantity(events.length, 'event')}>
      <TimelineTable events={shown} label="Timeline" />
      {shown.length < events.length && (
        <Button onClick={() => setAll(true)}>
          Show all {formatQuantity(events.length, 'event')}
        </Button>
      )}
    </Section>
  );
}
