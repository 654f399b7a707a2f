import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Incident,
  describeFinding,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { editIncidentRouteRef } from '../../routes';
import { Section } from '../../components/layout';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1.5),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    finding: {
      paddingLeft: theme.spacing(1.5),
      borderLeft: `3px solid ${theme.palette.warning.main}`,
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
    },
    remedy: { color: theme.palette.text.secondary },
  }),
  { name: 'IncidentLearningFindings' },
);

/** The time at the end of a duration, by which it is mended. */
const FIELD_OF: Record<string, string> = {
  timeToDetectMs: 'detectedAt',
  timeToContainMs: 'containedAt',
  timeToResolveMs: 'resolvedAt',
};

/** What the figures suffer from, and what to do about it. */
export function FindingsSection(props: {
  incident: Incident;
  canUpdate: boolean;
}) {
  const classes = useStyles();
  const { id, dataQuality } = props.incident;
  const editPath = useRouteRef(editIncidentRouteRef)({ id });
  if (dataQuality.length === 0) {
    return null;
  }
  return (
    <Section title="Data quality">
      <ul className={classes.list}>
        {dataQuality.map(finding => {
          const { problem, remedy } = describeFinding(finding);
          const field = FIELD_OF[finding.path] ?? finding.path;
          return (
            <li
              key={`${finding.code} ${finding.path}`}
              className={classes.finding}
            >
              {problem} <span className={classes.remedy}>{remedy}</span>{' '}
              {props.canUpdate && (
                <Link
                  to={`${editPath}?field=${field}`}
                  underline="always"
                  aria-label={`Fix: ${problem}`}
                >
                  Fix
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
