import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EmptyState } from '../components';
import { ScopeActions } from '../actions/ScopeActions';
import { CompareSwitch, PeriodPicker } from '../components/pickers';
import { DeclareButton } from '../incidents/DeclareButton';
import { IncidentList } from '../incidents/list';
import { EntityLessons } from '../lessons/travel/EntityLessons';
import { ScopeReviews } from '../reviews/ScopeReviews';
import { ALL_TIME } from '../url';
import { MetricsView } from './MetricsView';
import { useFigurePeriod } from './useFigurePeriod';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(1),
    },
    pickers: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 1.5),
    },
    contents: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      fontSize: theme.typography.pxToRem(14),
    },
    heading: {
      margin: theme.spacing(1, 0, 0),
      fontSize: theme.typography.pxToRem(20),
      fontWeight: 700,
    },
  }),
  { name: 'IncidentLearningEntityIncidents' },
);

/** The parts of the tab, by their addresses within the page. */
const PARTS = {
  incidents: 'Incidents',
  reviews: 'Reviews',
  actions: 'Actions',
  lessons: 'Lessons',
  trends: 'Trends',
};

/** The tab Incidents of an entity: first figures, the records behind them, then what needs more time to read. */
export function EntityIncidents() {
  const classes = useStyles();
  const { entity } = useEntity();
  const scope = stringifyEntityRef(entity);
  const { period, answers, pick, consider } = useFigurePeriod(scope, ALL_TIME);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.pickers}>
          <PeriodPicker period={period} onPick={pick} onConsider={consider} />
          {period.from && <CompareSwitch />}
        </div>
        <DeclareButton entityRef={scope} />
      </div>
      <MetricsView
        selection={{ scope, period }}
        answers={answers}
        onPickPeriod={pick}
        contents={<Contents />}
        chartsId="trends"
        emptyState={() => (
          <EmptyState
            title="No incidents recorded"
            description="Nothing on record touched it, what it owns or what it holds. What is declared or imported for it is shown by itself."
          />
        )}
        lasting={
          <div id="lessons">
            <EntityLessons entityRef={scope} />
          </div>
        }
      >
        <h2 className={classes.heading} id="incidents">
          Incidents
        </h2>
        <IncidentList scope={scope} compact />
        <div id="reviews">
          <ScopeReviews scope={scope} />
        </div>
        <div id="actions">
          <ScopeActions scope={scope} />
        </div>
      </MetricsView>
    </>
  );
}

function Contents() {
  const classes = useStyles();
  return (
    <nav aria-label="On this page" className={classes.contents}>
      {Object.entries(PARTS).map(([id, name]) => (
        <Link key={id} href={`#${id}`} underline="always">
          {name}
        </Link>
      ))}
    </nav>
  );
}
