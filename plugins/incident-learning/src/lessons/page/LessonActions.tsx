import type { Lesson } from '@hindsight/backstage-plugin-incident-learning-common';
import { useActions } from '../../actions/list/ActionList';
import { ActionTable } from '../../actions/list/ActionTable';
import { EmptyState, ErrorState, LoadingState } from '../../components';
import { Section } from '../../components/layout';

const SHOWN = 50;

/** What was taken on because of a lesson. */
export function LessonActions({ lesson }: { lesson: Lesson }) {
  const { data, error, retry } = useActions(
    { lesson: lesson.id, sort: 'dueDate' },
    SHOWN,
  );
  return (
    <Section title="Actions that came of it">
      {error && <ErrorState what="the actions" error={error} onRetry={retry} />}
      {!data && !error && (
        <LoadingState what="actions" variant="table" count={1} />
      )}
      {data && data.items.length > 0 && (
        <ActionTable groups={[{ key: 'all', actions: data.items }]} />
      )}
      {data?.items.length === 0 && (
        <EmptyState
          title="No actions yet"
          description="An action that somebody takes on because of this lesson appears here."
        />
      )}
    </Section>
  );
}
