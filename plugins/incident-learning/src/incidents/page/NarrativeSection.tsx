import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { editIncidentRouteRef } from '../../routes';
import { Section } from '../../components/layout';
import { Markdown } from '../../components/Markdown';

const useStyles = makeStyles(
  theme => ({
    title: {
      margin: theme.spacing(2.5, 0, 1),
      fontSize: theme.typography.pxToRem(15),
      fontWeight: 500,
    },
  }),
  { name: 'IncidentLearningNarrativeSection' },
);

/** Summary and impact. */
export function NarrativeSection(props: {
  incident: Incident;
  canUpdate: boolean;
}) {
  const classes = useStyles();
  const { incident, canUpdate } = props;
  const { summary, impact } = incident;
  const editPath = useRouteRef(editIncidentRouteRef)({ id: incident.id });
  return (
    <Section title="Summary">
      {summary ? (
        <Markdown text={summary} />
      ) : (
        <Typography color="textSecondary">
          Nobody has written one yet.{' '}
          {canUpdate && (
            <Link to={`${editPath}?field=summary`} underline="always">
              Write it
            </Link>
          )}
        </Typography>
      )}
      {impact && (
        <>
          <h4 className={classes.title}>Impact</h4>
          <Markdown text={impact} />
        </>
      )}
    </Section>
  );
}
