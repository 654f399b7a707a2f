import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { Section } from '../../components/layout';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gap: theme.spacing(0.75),
      margin: 0,
      paddingLeft: 18,
      fontSize: theme.typography.pxToRem(14),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'IncidentLearningLinks' },
);

/** Where to read on. */
export function LinksSection({ incident }: { incident: Incident }) {
  const classes = useStyles();
  if (incident.links.length === 0) {
    return null;
  }
  return (
    <Section title="Links">
      <ul className={classes.list}>
        {incident.links.map(({ url, title }, index) => (
          <li key={index}>
            <Link to={url} target="_blank" rel="noopener noreferrer">
              {title ?? url}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
