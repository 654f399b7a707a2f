import { makeStyles } from '@material-ui/core/styles';
import type { Metrics } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Selection } from '../useMetrics';
import { DataQualityCard } from './DataQualityCard';
import { PatternsCard } from './PatternsCard';
import { RootCausesCard } from './RootCausesCard';
import { SpreadCards } from './SpreadCards';
import { TeamsCard } from './TeamsCard';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
  }),
  { name: 'IncidentLearningComparisons' },
);

/** What every card of a selection takes. */
export interface CardProps {
  metrics: Metrics;
  selection: Selection;
}

/** What a platform team compares: spreads, patterns, causes, teams, and what the data lack. */
export function Comparisons(props: CardProps) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <SpreadCards {...props} />
      <TeamsCard {...props} />
      <PatternsCard {...props} />
      <RootCausesCard {...props} />
      <DataQualityCard {...props} />
    </div>
  );
}
