import Button from '@material-ui/core/Button';
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
import { ALL_TIME, usePeriod } from '../url';
import { MetricsView } from './MetricsView';

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
    lessons: { marginTop: theme.spacing(2) },
    heading: {
      margin: theme.spacing(1, 0, 0),
      fontSize: theme.typography.pxToRem(20),
      fontWeight: 700,
    },
  }),
  { name: 'IncidentLearningEntityIncidents' },
);

/** The tab Incidents of an entity: its figures, and the incidents behind them. */
export function EntityIncidents() {
  const classes = useStyles();
  const { entity } = useEntity();
  const scope = stringifyEntityRef(entity);
  const [period, pickPeriod] = usePeriod(ALL_TIME);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.pickers}>
          <PeriodPicker period={period} onPick={pickPeriod} />
          {period.from && <CompareSwitch />}
        </div>
        <div className={classes.pickers}>
          <Button href="#lessons">Lessons</Button>
          <DeclareButton entityRef={scope} />
        </div>
      </div>
      <MetricsView
        selection={{ scope, period }}
        onPickPeriod={pickPeriod}
        emptyState={() => (
          <EmptyState
            title="No incidents recorded"
            description="Nothing on record touched it, what it owns or what it holds. What is declared or imported for it is shown by itself."
          />
        )}
      >
        <h2 className={classes.heading}>Incidents</h2>
        <IncidentList scope={scope} compact />
        <ScopeReviews scope={scope} />
        <ScopeActions scope={scope} />
      </MetricsView>
      <div className={classes.lessons} id="lessons">
        <EntityLessons entityRef={scope} />
      </div>
    </>
  );
}
