import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { LessonAnniversary } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  SeverityChip,
  formatTime,
} from '../../components';
import {
  incidentRouteRef,
  lessonRouteRef,
  lessonsRouteRef,
} from '../../routes';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      '&:first-child': { borderTop: 0 },
    },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 0.75),
      marginTop: theme.spacing(0.5),
      fontSize: theme.typography.pxToRem(13),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HindsightAnniversaries' },
);

const FIRST = 5;

/** Lessons of grave incidents of these days some years ago, for the home page. */
export function Anniversaries() {
  const classes = useStyles();
  const api = useApi(incidentLearningApiRef);
  const listPath = useRouteRef(lessonsRouteRef)();
  const { data, error, retry } = useApiData('anniversaries', () =>
    api.listLessonAnniversaries(),
  );
  if (error) {
    return <ErrorState what="the lessons" error={error} onRetry={retry} />;
  }
  if (!data) {
    return <LoadingState what="lessons" variant="table" count={2} />;
  }
  if (data.length === 0) {
    return (
      <EmptyState
        title="No grave incident had its day this week"
        description="A year after a grave incident its lessons come back here, to see whether they still hold."
        action={<Link to={listPath}>All lessons</Link>}
      />
    );
  }
  return (
    <ul className={classes.list} aria-label="Lessons of a year ago">
      {data.slice(0, FIRST).map(anniversary => (
        <Anniversary key={anniversary.lesson.id} anniversary={anniversary} />
      ))}
    </ul>
  );
}

function Anniversary({ anniversary }: { anniversary: LessonAnniversary }) {
  const classes = useStyles();
  const { lesson, incident, years, mine } = anniversary;
  const lessonPath = useRouteRef(lessonRouteRef)({ id: lesson.id });
  const incidentPath = useRouteRef(incidentRouteRef)({ id: incident.id });
  return (
    <li className={classes.item}>
      <Link to={lessonPath}>{lesson.statement}</Link>
      <div className={classes.row}>
        <SeverityChip severity={incident.severity} />
        <span>
          {years === 1 ? 'A year ago' : `${years} years ago`} (
          {formatTime(incident.at, 'day')}
          ): <Link to={incidentPath}>{incident.title}</Link>
        </span>
        {mine && <span>Concerns you or your team</span>}
      </div>
    </li>
  );
}
