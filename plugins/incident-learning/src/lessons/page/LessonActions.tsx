import type { Lesson } from '@hindsight/backstage-plugin-incident-learning-common';
import { useActions } from '../../actions/list/ActionList';
import { ActionTable } from '../../actions/list/ActionTable';
import { EmptyState, Loaded } from '../../components';
import { Section } from '../../components/layout';

const SHOWN = 50;

/** What was taken on because of a lesson. */
export function LessonActions({ lesson }: { lesson: Lesson }) {
  const answer = useActions({ lesson: lesson.id, sort: 'dueDate' }, SHOWN);
  return (
    <Section title="Actions that came of it">
      <Loaded what="the actions" variant="table" count={1} answer={answer}>
        {({ items }) =>
          items.length > 0 ? (
            <ActionTable groups={[{ key: 'all', actions: items }]} />
          ) : (
            <EmptyState
              title="No actions yet"
              description="An action that somebody takes on because of this lesson appears here."
            />
          )
        }
      </Loaded>
    </Section>
  );
}
