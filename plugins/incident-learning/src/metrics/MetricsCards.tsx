import { Suspense, lazy, memo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { LoadingState } from '../components';
import { CardRequests, WhenNear } from './cards';
import { DurationsCard } from './DurationsCard';
import { SeverityCard } from './SeverityCard';
import { Measured, useMetricPoints } from './useMetrics';

const Comparisons = lazy(async () => ({
  default: (await import('./comparisons')).Comparisons,
}));

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      // Rows of a grid overlap where a page ends among them.
      '@media print': {
        display: 'block',
        '& > *': { marginBottom: theme.spacing(2) },
      },
    },
  }),
  { name: 'IncidentLearningMetricsCards' },
);

function AllCards(card: Measured) {
  const classes = useStyles();
  const points = useMetricPoints(card.selection);
  return (
    <div className={classes.root}>
      <DurationsCard {...card} points={points} />
      <SeverityCard {...card} />
      <Suspense fallback={<LoadingState what="more" variant="cards" />}>
        <Comparisons {...card} points={points} />
      </Suspense>
    </div>
  );
}

const Cards = memo(AllCards);

function RequestingCards(props: Measured & { held: boolean }) {
  const { held, ...card } = props;
  return (
    <CardRequests held={held}>
      <WhenNear>
        <Cards {...card} />
      </WhenNear>
    </CardRequests>
  );
}

/**
 * What stands below the figures of a selection: each card asks for its data when it is seen.
 *
 * @param held - other figures are on their way: nothing is asked for that they would wait for
 */
export const MetricsCards = memo(RequestingCards);
