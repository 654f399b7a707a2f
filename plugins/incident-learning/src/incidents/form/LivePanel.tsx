import { useDeferredValue, useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  IncidentContent,
  deriveIncident,
  describeFinding,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { formatDuration } from '../../components';
import { Facts, Section } from '../../components/layout';

const useStyles = makeStyles(
  theme => ({
    findings: {
      margin: theme.spacing(2, 0, 0),
      padding: 0,
      listStyle: 'none',
      display: 'grid',
      gap: theme.spacing(1),
    },
    finding: {
      paddingLeft: theme.spacing(1.5),
      borderLeft: `3px solid ${theme.palette.warning.main}`,
      fontSize: theme.typography.pxToRem(13),
    },
    remedy: { color: theme.palette.text.secondary },
  }),
  { name: 'IncidentLearningLivePanel' },
);

/** What the figures will make of the incident as it is typed. */
export function LivePanel(props: {
  incident: IncidentContent;
  createdAt?: string;
}) {
  const classes = useStyles();
  const incident = useDeferredValue(props.incident);
  const derived = useMemo(() => {
    const now = new Date().toISOString();
    return deriveIncident(incident, {
      createdAt: props.createdAt ?? now,
      now,
    });
  }, [incident, props.createdAt]);

  return (
    <Section title="What the figures make of it">
      <Facts
        facts={[
          ['Time to detect', durationText(derived.timeToDetectMs)],
          ['Time to contain', durationText(derived.timeToContainMs)],
          ['Time to resolve', durationText(derived.timeToResolveMs)],
        ]}
      />
      <div role="status">
        {derived.dataQuality.length === 0 ? (
          <Typography variant="body2" style={{ marginTop: 16 }}>
            Nothing is missing, and nothing contradicts itself.
          </Typography>
        ) : (
          <ul className={classes.findings} aria-label="Data problems">
            {derived.dataQuality.map(finding => {
              const { problem, remedy } = describeFinding(finding);
              return (
                <li
                  key={`${finding.code} ${finding.path}`}
                  className={classes.finding}
                >
                  {problem} <span className={classes.remedy}>{remedy}</span>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </Section>
  );
}

function durationText(ms: number | undefined): string {
  if (ms === undefined) {
    return 'not known yet';
  }
  return ms < 0 ? `${formatDuration(ms)}: not counted` : formatDuration(ms);
}
