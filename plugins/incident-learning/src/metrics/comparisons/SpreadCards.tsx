import { makeStyles } from '@material-ui/core/styles';
import { ChartCard } from '../ChartCard';
import { kpiOf } from '../chartData';
import { DurationSpread } from '../drilldown/DistributionPart';
import type { ApiData } from '../../api';
import { Points, usePointsBefore } from '../useMetrics';
import type { CardProps } from './Comparisons';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(460px, 100%), 1fr))',
    },
  }),
  { name: 'IncidentLearningSpreadCards' },
);

const SHOWN = [
  { id: 'mttd', series: 'detect', field: 'timeToDetectMs' },
  { id: 'mttc', series: 'contain', field: 'timeToContainMs' },
] as const;

/** How times to detect and contain are spread, this period and the one before. */
export function SpreadCards(props: CardProps & { points: ApiData<Points> }) {
  const classes = useStyles();
  const { metrics } = props;
  const before = usePointsBefore(props.selection);
  const cards = SHOWN.flatMap(({ id, ...duration }) => {
    const kpi = kpiOf(metrics, id);
    return kpi && kpi.n > 0 ? [{ kpi, ...duration }] : [];
  });
  return cards.length === 0 ? null : (
    <div className={classes.root}>
      {cards.map(({ kpi, series, field }) => (
        <ChartCard key={kpi.id}>
          <DurationSpread
            {...props}
            before={before}
            kpi={kpi}
            series={series}
            field={field}
            title={`${kpi.name}, every incident`}
          />
        </ChartCard>
      ))}
    </div>
  );
}
