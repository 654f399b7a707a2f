import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { EmptyState } from '../components';
import { DeclareButton } from '../incidents/DeclareButton';
import { ImportButton } from '../incidents/import';
import { usePeriod, useScope } from '../url';
import { MetricsView } from './MetricsView';
import { PeriodPicker } from './PeriodPicker';
import { ScopePicker } from './ScopePicker';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1.5),
      marginBottom: theme.spacing(1),
    },
    title: {
      flex: '1 1 240px',
      margin: 0,
      fontSize: theme.typography.pxToRem(24),
      lineHeight: '40px',
      fontWeight: 700,
      overflowWrap: 'anywhere',
    },
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'IncidentLearningOverviewPage' },
);

/** The tab Overview of the page Learning: the figures of the organisation, or of whom the address names. */
export function OverviewPage() {
  const classes = useStyles();
  const [scope, pickScope] = useScope();
  const [period, pickPeriod] = usePeriod();
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>
          {scope ? <EntityRefLink entityRef={scope} /> : 'Whole organisation'}
        </h2>
        <ScopePicker scope={scope} onPick={pickScope} />
        <PeriodPicker period={period} onPick={pickPeriod} />
      </div>
      <MetricsView
        selection={{ scope: scope ?? 'org', period }}
        onPickPeriod={pickPeriod}
        emptyState={reload => (
          <NothingRecorded scope={scope} onImported={reload} />
        )}
      />
    </>
  );
}

function NothingRecorded(props: { scope?: string; onImported: () => void }) {
  const classes = useStyles();
  const { scope, onImported } = props;
  return scope ? (
    <EmptyState
      title="No incidents recorded here"
      description="Nothing on record touched it, what it owns or what it holds. What is declared or imported for it is counted by itself."
      action={<DeclareButton entityRef={scope} />}
    />
  ) : (
    <EmptyState
      title="No incidents recorded yet"
      description="Import what another system has on record, or declare the first incident by hand. The figures follow by themselves."
      action={
        <div className={classes.buttons}>
          <ImportButton onImported={onImported} />
          <DeclareButton />
        </div>
      }
    />
  );
}
