import { memo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { Metrics } from '@hindsight/backstage-plugin-incident-learning-common';
import type { ApiData } from '../../api';
import type { Points, Selection } from '../useMetrics';
import { WhenNear } from '../cards';
import { DataQualityCard } from './DataQualityCard';
import { OverdueCard } from './OverdueCard';
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
      // Rows of a grid overlap where a page ends among them.
      '@media print': {
        display: 'block',
        '& > *': { marginBottom: theme.spacing(2) },
      },
    },
  }),
  { name: 'IncidentLearningComparisons' },
);

/** What every card of a selection takes. */
export interface CardProps {
  metrics: Metrics;
  selection: Selection;
}

/** Kinds of entities that are one team's. */
const OF_ONE_TEAM = /^(component|api|resource):/;

function Cards(props: CardProps & { points: ApiData<Points> }) {
  const classes = useStyles();
  const { points, ...card } = props;
  const { scope } = card.selection;
  return (
    <div className={classes.root}>
      <WhenNear>
        <SpreadCards {...card} points={points} />
      </WhenNear>
      {!OF_ONE_TEAM.test(scope) && (
        <WhenNear>
          <TeamsCard {...card} />
        </WhenNear>
      )}
      <WhenNear>
        <PatternsCard {...card} />
      </WhenNear>
      <WhenNear>
        <RootCausesCard {...card} />
      </WhenNear>
      <WhenNear>
        <OverdueCard {...card} />
      </WhenNear>
      <WhenNear>
        <DataQualityCard {...card} />
      </WhenNear>
    </div>
  );
}

/** What a platform team compares: spreads, patterns, causes, teams, and what the data lack. */
export const Comparisons = memo(Cards);
