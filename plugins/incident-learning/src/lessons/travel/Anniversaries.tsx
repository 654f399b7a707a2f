import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { LessonAnniversary } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, useApiData } from '../../api';
import { EmptyState, Loaded, SeverityChip, formatTime } from '../../components';
import { WaitingItem, WaitingItems } from '../../components/list';
import {
  incidentRouteRef,
  lessonRouteRef,
  lessonsRouteRef,
} from '../../routes';

const FIRST = 5;

/** Lessons of grave incidents of these days some years ago, for the home page. */
export function Anniversaries() {
  const api = useApi(incidentLearningApiRef);
  const listPath = useRouteRef(lessonsRouteRef)();
  const answer = useApiData('anniversaries', () =>
    api.listLessonAnniversaries(),
  );
  return (
    <Loaded what="the lessons" variant="table" count={2} answer={answer}>
      {anniversaries =>
        anniversaries.length > 0 ? (
          <WaitingItems
            label="Lessons of a year ago"
            items={anniversaries.slice(0, FIRST).map(anniversary => ({
              ...anniversary,
              id: anniversary.lesson.id,
            }))}
          >
            {anniversary => <Anniversary anniversary={anniversary} />}
          </WaitingItems>
        ) : (
          <EmptyState
            title="No grave incident had its day this week"
            description="A year after a grave incident its lessons come back here, to see whether they still hold."
            action={<Link to={listPath}>All lessons</Link>}
          />
        )
      }
    </Loaded>
  );
}

function Anniversary({ anniversary }: { anniversary: LessonAnniversary }) {
  const { lesson, incident, years, mine } = anniversary;
  const lessonPath = useRouteRef(lessonRouteRef)({ id: lesson.id });
  const incidentPath = useRouteRef(incidentRouteRef)({ id: incident.id });
  return (
    <WaitingItem to={lessonPath} title={lesson.statement}>
      <SeverityChip severity={incident.severity} />
      <span>
        {years === 1 ? 'A year ago' : `${years} years ago`} (
        {formatTime(incident.at, 'day')}
        ): <Link to={incidentPath}>{incident.title}</Link>
      </span>
      {mine && <span>Concerns you or your team</span>}
    </WaitingItem>
  );
}
