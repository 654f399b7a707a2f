import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import type { ActionDigest } from './ActionNotifier';

/** What a digest says; whoever gets one has at least one thing in it. */
export function digestText(digest: ActionDigest): {
  title: string;
  description: string;
  link: string;
} {
  const { overdue, dueSoon, unowned, anniversaries } = digest;
  const actions = overdue.length + dueSoon.length + unowned.length;
  const [first] = anniversaries;
  return {
    title: [actionsTitle(digest), anniversariesTitle(digest)]
      .filter(Boolean)
      .join('; '),
    description: [
      listOf('Overdue', overdue),
      listOf('Due soon', dueSoon),
      listOf('Without an owner', unowned),
      ...anniversaries.slice(0, 5).map(anniversaryText),
    ]
      .filter(Boolean)
      .join('\n'),
    link:
      actions === 0 && first
        ? `/incident-learning/lessons/${first.lesson.id}`
        : '/incident-learning/actions?mine=true',
  };
}

function actionsTitle({ overdue, dueSoon, unowned }: ActionDigest): string {
  const count = overdue.length + dueSoon.length + unowned.length;
  const parts = [
    overdue.length && `${overdue.length} overdue`,
    dueSoon.length && `${dueSoon.length} due soon`,
    unowned.length && `${unowned.length} without an owner`,
  ].filter(Boolean);
  return count > 0
    ? `${count} ${count === 1 ? 'action waits' : 'actions wait'}: ${parts.join(
        ', ',
      )}`
    : '';
}

function anniversariesTitle({ anniversaries }: ActionDigest): string {
  const { length } = anniversaries;
  return length > 0
    ? `${length} ${length === 1 ? 'lesson comes' : 'lessons come'} back`
    : '';
}

function anniversaryText({
  lesson,
  years,
  incident,
}: ActionDigest['anniversaries'][number]): string {
  const when = years === 1 ? 'A year ago' : `${years} years ago`;
  return `${when}, “${incident.title}” taught: ${lesson.statement} Does it still hold?`;
}

export function listOf(heading: string, actions: Action[]): string {
  if (actions.length === 0) {
    return '';
  }
  const named = actions
    .slice(0, 5)
    .map(({ title, dueDate }) => (dueDate ? `${title} (${dueDate})` : title));
  const more = actions.length - named.length;
  return `${heading}: ${named.join('; ')}${
    more > 0 ? ` and ${more} more` : ''
  }`;
}
