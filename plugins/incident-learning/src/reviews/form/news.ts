import type { ReviewChange } from '@hindsight/backstage-plugin-incident-learning-common';
import type { ReviewParts } from '../loadReview';

/** Something that changed on the server and not here. */
export interface NewsItem {
  /** As the history has it; `lessons` and `actions` as wholes. */
  path: string;
  /** Who did it, where that is known. */
  by?: string;
}

const META = [
  'title',
  'facilitator',
  'participants',
  'scheduledFor',
  'feedbackDueAt',
  'incidentIds',
  'state',
] as const;

/**
 * What changed from what is shown here to what was just loaded.
 *
 * @param history - asked for where only that tells who it was
 * @param me - whose own changes, from another window, are no news to tell
 */
export async function newsBetween(
  shown: ReviewParts,
  loaded: ReviewParts,
  options: { history: () => Promise<ReviewChange[]>; me: string },
): Promise<NewsItem[]> {
  const items: NewsItem[] = [
    ...sectionNews(shown, loaded),
    ...recordNews('lessons', shown.lessons, loaded.lessons),
    ...recordNews('actions', shown.actions, loaded.actions),
  ];
  const paths = [...metaPaths(shown, loaded), ...analysisPaths(shown, loaded)];
  if (paths.length > 0) {
    const history = await options.history();
    for (const path of paths) {
      const last = history.find(({ changes }) =>
        changes.some(change => change.path === path),
      );
      items.push({ path, by: last?.by });
    }
  }
  return items.filter(({ by }) => by !== options.me);
}

function sectionNews(shown: ReviewParts, loaded: ReviewParts): NewsItem[] {
  return loaded.review.sections
    .filter(({ id, revision }) => {
      const known = shown.review.sections.find(other => other.id === id);
      return known !== undefined && revision > known.revision;
    })
    .map(({ id, updatedBy }) => ({ path: `sections.${id}`, by: updatedBy }));
}

function metaPaths(shown: ReviewParts, loaded: ReviewParts): string[] {
  const causes =
    loaded.review.rootCauses.revision > shown.review.rootCauses.revision
      ? ['rootCauses']
      : [];
  return loaded.review.revision > shown.review.revision
    ? [
        ...causes,
        ...META.filter(
          path =>
            JSON.stringify(shown.review[path]) !==
            JSON.stringify(loaded.review[path]),
        ),
      ]
    : causes;
}

function analysisPaths(shown: ReviewParts, loaded: ReviewParts): string[] {
  return differing(shown.analyses, loaded.analyses).map(
    ({ id }) => `analyses.${id}`,
  );
}

function recordNews<T extends Version & { createdBy: string }>(
  path: string,
  shown: T[],
  loaded: T[],
): NewsItem[] {
  const changed = differing(shown, loaded);
  const added = changed.filter(one => !shown.some(({ id }) => id === one.id));
  if (changed.length === 0) {
    return [];
  }
  // A record tells who made it, and not who changed it.
  const by =
    added.length === changed.length ? added.at(-1)?.createdBy : undefined;
  return [{ path, by }];
}

interface Version {
  id: string;
  revision: number;
}

/** Those that were added, changed or removed. */
function differing<T extends Version>(shown: T[], loaded: T[]): T[] {
  const changed = loaded.filter(
    one =>
      !shown.some(
        ({ id, revision }) => id === one.id && revision >= one.revision,
      ),
  );
  const removed = shown.filter(one => !loaded.some(({ id }) => id === one.id));
  return [...changed, ...removed];
}

/** What was loaded, but for records of which a newer version is here. */
export function newerOf<T extends Version>(shown: T[], loaded: T[]): T[] {
  return loaded.map(one => {
    const known = shown.find(({ id }) => id === one.id);
    return known && known.revision >= one.revision ? known : one;
  });
}
