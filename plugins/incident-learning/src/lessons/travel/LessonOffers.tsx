import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { lessonReadPermission } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { Loaded } from '../../components';
import { Section } from '../../components/layout';
import { TravellingLessons } from './TravellingLessons';

const useStyles = makeStyles(
  theme => ({ more: { marginTop: theme.spacing(1) } }),
  { name: 'HindsightLessonOffers' },
);

const FIRST = 3;
const MOST = 20;
/** As many incidents as the API takes. */
const MAX_INCIDENTS = 20;

/** What was learned from incidents like these, and what travels to the service that they hit. */
export function LessonOffers(props: {
  incidentIds: string[];
  /** What to do with them, for whoever sees them here. */
  note: string;
}) {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const [limit, setLimit] = useState(FIRST);
  const { allowed } = usePermission({ permission: lessonReadPermission });
  const incident = props.incidentIds.slice(0, MAX_INCIDENTS);
  const wanted = allowed && incident.length > 0;
  const answer = useApiData(
    `offers ${incident} ${limit} ${wanted}`,
    async signal =>
      wanted ? api.findLessonsFor({ incident, limit }, { signal }) : undefined,
  );
  if (!wanted) {
    return null;
  }
  return (
    <Section title="Known lessons" note={props.note}>
      <Loaded what="the lessons" variant="table" count={2} answer={answer}>
        {travel => (
          <>
            {travel.items.length > 0 ? (
              <TravellingLessons label="Known lessons" travel={travel} />
            ) : (
              <Typography variant="body2" color="textSecondary">
                Nobody has learned from an incident like this yet, and no lesson
                travels to the service. What its review finds will be the first.
              </Typography>
            )}
            {travel.totalItems > travel.items.length && limit < MOST && (
              <Button
                size="small"
                className={classes.more}
                onClick={() => setLimit(MOST)}
              >
                Show more of {travel.totalItems}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
