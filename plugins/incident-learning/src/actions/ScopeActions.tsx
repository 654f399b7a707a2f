import { ActionsSection } from './ActionsSection';

/** What was promised for an entity, or by a group: what is due first. */
export function ScopeActions({ scope }: { scope: string }) {
  return (
    <ActionsSection
      filter={{ scope, status: ['open', 'in-progress'], sort: 'dueDate' }}
      all={{ scope }}
      empty={{
        title: 'No open actions',
        description:
          'What reviews of its incidents commit to appears here until it is done.',
      }}
    />
  );
}
