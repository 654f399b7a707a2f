import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import {
  LessonTravel,
  canBeMarked,
  lessonReadPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { incidentLearningApiRef, useApiData } from '../../api';
import { EmptyState, Loaded } from '../../components';
import { Section } from '../../components/layout';
import { lessonCoverageRouteRef } from '../../routes';
import { TravellingLessons } from './TravellingLessons';

const useStyles = makeStyles(
  theme => ({
    foot: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      marginTop: theme.spacing(1.5),
    },
  }),
  { name: 'HindsightEntityLessons' },
);

const FIRST = 5;
const MOST = 100;

/** The lessons for a service: its own, and those that travel to it, to be marked right there. */
export function EntityLessons({ entityRef }: { entityRef: string }) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const [limit, setLimit] = useState(FIRST);
  const { allowed } = usePermission({ permission: lessonReadPermission });
  const answer = useApiData(
    `lessons for ${entityRef} ${limit} ${allowed}`,
    async signal =>
      allowed
        ? api.findLessonsFor({ entityRef, limit }, { signal })
        : undefined,
  );
  const { data, loading } = answer;
  const coverage = useRouteRef(lessonCoverageRouteRef)();
  if (!allowed) {
    return null;
  }
  const service = canBeMarked(entityRef);
  const rest = (data?.totalItems ?? 0) - (data?.items.length ?? 0);
  return (
    <Section
      title={service ? 'Lessons for this service' : 'Lessons'}
      note={
        service
          ? 'Its own, and those of what it depends on, of what depends on it and of its like'
          : 'Of what belongs to it'
      }
    >
      <Loaded what="the lessons" variant="table" count={2} answer={answer}>
        {travel =>
          travel.items.length > 0 ? (
            <TravellingLessons
              label="Lessons for this service"
              travel={travel}
            />
          ) : (
            <EmptyState
              title="No lessons yet"
              description="Lessons of published reviews appear here once they come from it, from what it depends on, from what depends on it, or from services like it."
            />
          )
        }
      </Loaded>
      <div className={classes.foot}>
        {rest > 0 && limit < MOST && (
          <Button
            size="small"
            variant="outlined"
            disabled={loading}
            onClick={() => setLimit(MOST)}
          >
            {moreWords(data)}
          </Button>
        )}
        {!service && (
          <Link to={`${coverage}?${new URLSearchParams({ scope: entityRef })}`}>
            How far lessons have come here
          </Link>
        )}
      </div>
    </Section>
  );
}

function moreWords(travel: LessonTravel | undefined): string {
  const total = travel?.totalItems ?? 0;
  return total > MOST
    ? `Show the first ${MOST} of ${total}`
    : `Show all ${total}`;
}
