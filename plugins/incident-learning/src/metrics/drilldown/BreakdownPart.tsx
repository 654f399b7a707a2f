import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import {
  BREAKDOWNS,
  Breakdown,
  BreakdownItem,
  Kpi,
  MetricBreakdown,
  formatFigure,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { Link } from '@backstage/core-components';
import {
  EmptyState,
  ErrorState,
  IntervalTable,
  LoadingState,
  formatCount,
} from '../../components';
import { useUrlParams } from '../../url';
import { BreakdownValue } from '../BreakdownValue';
import { countsIncidents, useIncidentsLink } from '../incidentsLink';
import { countOf, intervalOf, valueName } from '../kpiTexts';
import { useBreakdown } from '../useMetrics';
import type { DrillDownProps } from './DrillDownBody';
import { Part } from './Part';

const useStyles = makeStyles(
  theme => ({
    tabs: {
      minHeight: 36,
      marginBottom: theme.spacing(1),
      '& .MuiTab-root': {
        minHeight: 36,
        minWidth: 80,
        padding: theme.spacing(0.5, 1.5),
        textTransform: 'none',
        opacity: 1,
      },
    },
  }),
  { name: 'IncidentLearningBreakdownPart' },
);

const LABELS: Record<Breakdown, string> = {
  team: 'By team',
  severity: 'By severity',
  category: 'By category',
};

const HEADERS: Record<Breakdown, string> = {
  team: 'Team',
  severity: 'Severity',
  category: 'Category',
};

/** The figure by team, severity and category, each value beside the whole. */
export function BreakdownPart(props: DrillDownProps) {
  const classes = useStyles();
  const { kpi } = props;
  const [params, update] = useUrlParams();
  const choices = BREAKDOWNS.filter(
    by => by !== 'severity' || !kpi.distribution,
  );
  const by = choices.find(choice => choice === params.get('by')) ?? 'team';
  // The score is made of others.
  if (kpi.unit === 'score') {
    return null;
  }
  return (
    <Part
      title="Breakdown"
      description={`${ofWhat(
        kpi,
      )} A small n has a wide interval: read it before you compare.`}
    >
      <Tabs
        className={classes.tabs}
        value={by}
        onChange={(_, next: Breakdown) =>
          update({ by: next === 'team' ? undefined : next })
        }
        indicatorColor="primary"
        variant="scrollable"
        scrollButtons="off"
        aria-label="Break down"
      >
        {choices.map(choice => (
          <Tab
            key={choice}
            id={`breakdown-${choice}`}
            aria-controls="breakdown-panel"
            value={choice}
            label={LABELS[choice]}
          />
        ))}
      </Tabs>
      <div
        id="breakdown-panel"
        role="tabpanel"
        aria-labelledby={`breakdown-${by}`}
      >
        <BreakdownTable {...props} by={by} />
      </div>
    </Part>
  );
}

function BreakdownTable(props: DrillDownProps & { by: Breakdown }) {
  const { kpi, selection, by, metrics } = props;
  const { data, error, loading, retry } = useBreakdown(selection, kpi.id, by);
  const linkOf = useIncidentsLink(metrics, selection);
  if (error) {
    return <ErrorState what="the breakdown" error={error} onRetry={retry} />;
  }
  if (!data || loading) {
    return <LoadingState what="the breakdown" variant="table" count={5} />;
  }
  const items = data.items.filter(item => countOf(kpi.unit, item) > 0);
  if (items.length === 0) {
    return (
      <EmptyState
        title="Nothing to break down"
        description="Nothing of this period has a value."
      />
    );
  }
  return (
    <>
      <IntervalTable
        caption={`${kpi.name} ${LABELS[by].toLowerCase()}`}
        header={HEADERS[by]}
        valueHeader={valueName(kpi)}
        format={value => formatFigure(value, kpi.unit)}
        log={kpi.unit === 'ms'}
        reference={referenceOf(data)}
        rows={items.map(item => ({
          key: item.key ?? '',
          label: (
            <ValueLabel
              by={by}
              value={item.key}
              href={
                countsIncidents(kpi)
                  ? linkOf({ kpi, by, key: item.key })
                  : undefined
              }
            />
          ),
          value: item.value,
          ci: intervalOf(kpi.unit, item),
          n: countOf(kpi.unit, item),
        }))}
      />
      {describeCut(data, items)}
    </>
  );
}

function ValueLabel(props: { by: Breakdown; value?: string; href?: string }) {
  const { href, ...value } = props;
  const words = <BreakdownValue {...value} />;
  return href ? <Link to={href}>{words}</Link> : words;
}

/** What counts where. */
function ofWhat(kpi: Kpi): string {
  if (kpi.id.startsWith('action-')) {
    return 'An action counts for the team of its owner, in its own category, and by the severity of its incidents.';
  }
  return countsIncidents(kpi)
    ? 'An incident that touched services of several teams counts in each.'
    : 'A review or lesson counts for what its incidents are, in each where they are several.';
}

function referenceOf({ whole }: MetricBreakdown) {
  return whole.value === undefined
    ? undefined
    : { label: 'all', value: whole.value };
}

function describeCut(data: MetricBreakdown, items: BreakdownItem[]) {
  const without = data.items.length - items.length;
  const cut = data.itemCount - data.items.length;
  return [
    without > 0 && `${formatCount(without)} more have no data.`,
    cut > 0 && `${formatCount(cut)} more are smaller and not listed.`,
  ]
    .filter(Boolean)
    .join(' ');
}
