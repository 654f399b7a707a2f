import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import { SeverityChip, StatusChip } from '../../components';
import { Choice } from '../../components/inputs';
import { Facts } from '../../components/layout';
import { Duration, IncidentDate, PrimaryEntity } from './cells';
import { ScoreValue } from '../../risk/parts/ScoreValue';
import type { SortName } from './filters';
import { IncidentMarks } from './IncidentMarks';
import type { IncidentRowsProps } from './IncidentTable';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    card: {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    link: { fontWeight: 500, lineHeight: 1.4 },
    marks: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 0.75),
      margin: theme.spacing(0.75, 0, 1),
    },
    sort: { marginBottom: theme.spacing(1.5) },
  }),
  { name: 'IncidentLearningIncidentCards' },
);

const SORT_WORDS: Partial<Record<SortName, string>> = {
  '-periodAt': 'Latest first',
  periodAt: 'Earliest first',
  '-riskScore': 'Highest risk first',
  riskScore: 'Lowest risk first',
  '-severity': 'Gravest first',
  severity: 'Lightest first',
  '-timeToDetectMs': 'Slowest detection first',
  timeToDetectMs: 'Fastest detection first',
  '-timeToContainMs': 'Slowest containment first',
  timeToContainMs: 'Fastest containment first',
  '-timeToResolveMs': 'Slowest resolution first',
  timeToResolveMs: 'Fastest resolution first',
  title: 'Title, A to Z',
  '-title': 'Title, Z to A',
  '-updatedAt': 'Last changed first',
  updatedAt: 'Longest unchanged first',
};

/** Incidents one below the other, where a table would not fit. */
export function IncidentCards(props: IncidentRowsProps) {
  const classes = useStyles();
  return (
    <>
      <div className={classes.sort}>
        <Choice
          label="Sort"
          value={props.sort}
          words={SORT_WORDS}
          onChange={props.onSort}
        />
      </div>
      <ul className={classes.list} aria-label="Incidents">
        {props.incidents.map(incident => (
          <IncidentCard key={incident.id} incident={incident} {...props} />
        ))}
      </ul>
    </>
  );
}

function IncidentCard(props: IncidentRowsProps & { incident: Incident }) {
  const classes = useStyles();
  const { incident, known, hrefOf } = props;
  return (
    <li className={classes.card}>
      <Link
        to={hrefOf(incident)}
        className={classes.link}
        data-record={incident.id}
      >
        {incident.title}
      </Link>
      <div className={classes.marks}>
        <SeverityChip severity={incident.severity} />
        <StatusChip status={incident.status} />
        <IncidentMarks incident={incident} />
      </div>
      <Facts
        facts={[
          [
            'Risk score',
            incident.risk && <ScoreValue key="risk" risk={incident.risk} />,
          ],
          ['Detected', <IncidentDate key="date" incident={incident} />],
          ['To detect', <Duration key="ttd" ms={incident.timeToDetectMs} />],
          ['To contain', <Duration key="ttc" ms={incident.timeToContainMs} />],
          [
            'Entity',
            <PrimaryEntity key="entity" incident={incident} known={known} />,
          ],
        ]}
      />
    </li>
  );
}
