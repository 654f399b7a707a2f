import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { editIncidentRouteRef } from '../../routes';
import { EntityName, useKnownEntities } from '../../components/entities';
import { Section } from '../../components/layout';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1),
    },
    primary: {
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'IncidentLearningEntities' },
);

/** The affected entities, the primary one first. */
export function EntitiesSection(props: {
  incident: Incident;
  canUpdate: boolean;
}) {
  const classes = useStyles();
  const { id, entityRefs } = props.incident;
  const known = useKnownEntities(entityRefs);
  const editPath = useRouteRef(editIncidentRouteRef)({ id });
  return (
    <Section title="Affected entities">
      {entityRefs.length === 0 ? (
        <Typography variant="body2">
          Unassigned: it shows on no entity's page and can be no repeat.{' '}
          {props.canUpdate && (
            <Link to={`${editPath}?field=entityRefs`} underline="always">
              Assign it
            </Link>
          )}
        </Typography>
      ) : (
        <ul className={classes.list}>
          {entityRefs.map((ref, index) => (
            <li key={ref} className={classes.item}>
              <EntityName entityRef={ref} known={known(ref)} />
              {index === 0 && entityRefs.length > 1 && (
                <span className={classes.primary}>primary</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
