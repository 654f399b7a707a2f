import { useState } from 'react';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Theme, makeStyles } from '@material-ui/core/styles';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Incident,
  incidentUpdatePermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { IncidentActions } from '../../actions/IncidentActions';
import { PhaseTimeline } from '../../components';
import { Section } from '../../components/layout';
import { LessonOffers } from '../../lessons/travel/LessonOffers';
import {
  DecisionsSection,
  RiskSection,
  useDecisions,
} from '../../risk/incident';
import { DetailsSection } from './DetailsSection';
import { EntitiesSection } from './EntitiesSection';
import { FindingsSection } from './FindingsSection';
import { HistorySection } from './HistorySection';
import { IncidentHeader } from './IncidentHeader';
import { LinksSection } from './LinksSection';
import { NarrativeSection } from './NarrativeSection';
import { ParticipantsSection } from './ParticipantsSection';
import { RepeatSection } from './RepeatSection';
import { SimilarSection } from './SimilarSection';
import { SourceDataSection } from './SourceDataSection';
import { TimelineSection } from './TimelineSection';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 360px)',
      },
    },
    wide: { gridColumn: '1 / -1', minWidth: 0 },
    column: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
  }),
  { name: 'IncidentLearningIncidentView' },
);

/** An incident from its phases to its history. */
export function IncidentView(props: { incident: Incident }) {
  const classes = useStyles();
  const [incident, setIncident] = useState(props.incident);
  const { allowed: canUpdate } = usePermission({
    permission: incidentUpdatePermission,
    resourceRef: incident.id,
  });
  const decisions = useDecisions(incident.id);
  const wide = useMediaQuery<Theme>(theme => theme.breakpoints.up('lg'));
  const changeable = { incident, canUpdate };
  const repeat = (
    <RepeatSection
      incident={incident}
      canJudge={canUpdate}
      onJudged={setIncident}
    />
  );
  const story = (
    <>
      <NarrativeSection {...changeable} />
      <TimelineSection incident={incident} decisions={decisions.data} />
      <DecisionsSection incident={incident} decisions={decisions} />
      <IncidentActions incident={incident} />
      <LessonOffers
        incidentIds={[incident.id]}
        note="Of similar incidents, and of what the service depends on"
      />
      <SimilarSection incident={incident} />
    </>
  );
  const concern = (
    <>
      <EntitiesSection {...changeable} />
      <FindingsSection {...changeable} />
      <RiskSection {...changeable} onChanged={setIncident} />
    </>
  );
  const facts = (
    <>
      <DetailsSection incident={incident} />
      <ParticipantsSection incident={incident} />
      <LinksSection incident={incident} />
    </>
  );
  const record = (
    <>
      <SourceDataSection incident={incident} />
      <HistorySection incident={incident} />
    </>
  );

  return (
    <>
      <IncidentHeader incident={incident} canUpdate={canUpdate} />
      <div className={classes.root}>
        <div className={classes.wide}>
          <Section title="Phases">
            <PhaseTimeline incident={incident} />
          </Section>
        </div>
        {wide ? (
          <>
            <div className={classes.column}>
              {repeat}
              {story}
              {record}
            </div>
            <div className={classes.column}>
              {concern}
              {facts}
            </div>
          </>
        ) : (
          <>
            {repeat}
            {concern}
            {story}
            {facts}
            {record}
          </>
        )}
      </div>
    </>
  );
}
