import { makeStyles } from '@material-ui/core/styles';
import type {
  Kpi,
  Metrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Selection } from '../useMetrics';
import { BreakdownPart } from './BreakdownPart';
import { DistributionPart } from './DistributionPart';
import { HeadlinePart } from './HeadlinePart';
import { LookBackPart } from './LookBackPart';
import { RowsPart } from './RowsPart';
import { ScorePart } from './ScorePart';
import { SeriesPart } from './SeriesPart';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(4),
    },
  }),
  { name: 'IncidentLearningDrillDownBody' },
);

/** What every part of a drill-down takes. */
export interface DrillDownProps {
  metrics: Metrics;
  selection: Selection;
  kpi: Kpi;
}

/** All that a figure rests on: its verdict, definition, distribution, series, breakdowns and rows. */
export function DrillDownBody(props: DrillDownProps) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <HeadlinePart {...props} />
      <DistributionPart {...props} />
      {props.kpi.unit !== 'score' && <SeriesPart {...props} />}
      {props.kpi.breakdown && (
        <ScorePart
          breakdown={props.kpi.breakdown}
          compared={props.selection.period.from !== undefined}
        />
      )}
      <BreakdownPart {...props} />
      {props.kpi.id === 'repeat-incident-rate' && <LookBackPart {...props} />}
      {props.kpi.unit !== 'score' && <RowsPart {...props} />}
    </div>
  );
}
