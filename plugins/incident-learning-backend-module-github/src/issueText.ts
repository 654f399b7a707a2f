import {
  containMarkdown,
  escapeMarkdown,
  markdownLink,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { TrackableAction } from '@hindsight/backstage-plugin-incident-learning-node';

/** What GitHub takes, in characters. */
const MOST_TITLE = 256;
const MOST_BODY = 65_536;
/** What is left of the body beside the description, and then some. */
const MOST_DESCRIPTION = 40_000;
const MOST_CRITERIA = 8_000;

const ZERO_WIDTH_SPACE = '\u200B';

/** What stands first in an issue's body and is not shown: by it the issue is found again. */
export function markerOf(key: string): string {
  return `<!-- hindsight-action ${key} -->`;
}

/** The title of an issue, in one line. GitHub tells nobody who is mentioned in a title. */
export function titleOf({ title }: TrackableAction): string {
  return shortened(title.replace(/\s+/g, ' ').trim(), MOST_TITLE);
}

/**
 * The body of an issue in Markdown. What people wrote comes last and is written anew, so that it can neither open nor
 * close what is ours; nobody is notified by it, and a number is no link to another issue.
 */
export function bodyOf(action: TrackableAction, key: string): string {
  const { description = '', successCriteria, owner, dueDate } = action;
  const facts: [string, string | undefined][] = [
    ['Done when', successCriteria && shortened(successCriteria, MOST_CRITERIA)],
    ['Due', dueDate],
    ['Owner', owner],
    ['Priority', action.priority],
  ];
  const body = [
    markerOf(key),
    '',
    `This issue tracks an ${markdownLink(
      'improvement action',
      action.url,
    )} in Backstage. Closing it as completed completes the action.`,
    '',
    ...facts.flatMap(([name, value]) =>
      value ? [`- **${name}**: ${silence(escapeMarkdown(value))}`] : [],
    ),
  ];
  const text = containMarkdown(shortened(description, MOST_DESCRIPTION), 2);
  return shortened(
    [...body, ...(text ? ['', silence(text)] : [])].join('\n'),
    MOST_BODY,
  );
}

/**
 * Keeps text outside of blocks of code from notifying people and linking issues, without changing what it looks like.
 *
 * @param markdown - whose fences are as long as `containMarkdown` writes them
 */
function silence(markdown: string): string {
  let fence: string | undefined;
  return markdown
    .split('\n')
    .map(line => {
      const [, mark] = /^[\s>*+-]*(?:\d+[.)]\s*)?(`{3,})/.exec(line) ?? [];
      if (fence === undefined ? mark : mark === fence) {
        fence = fence === undefined ? mark : undefined;
        return line;
      }
      return fence === undefined ? silenceLine(line) : line;
    })
    .join('\n');
}

/** In an address the marks are encoded, which leads to the same place. */
function silenceLine(line: string): string {
  return line.replace(
    /((?:https?:\/\/|mailto:)[^\s)]+)|([@#])(?=\w)|\b(GH-)(?=\d)/gi,
    (all, url?: string) =>
      url ? url.replace(/@/g, '%40') : `${all}${ZERO_WIDTH_SPACE}`,
  );
}

function shortened(text: string, most: number): string {
  return text.length > most
    ? `${text.slice(0, most - 2).replace(/\p{Surrogate}$/u, '')} …`
    : text;
}
