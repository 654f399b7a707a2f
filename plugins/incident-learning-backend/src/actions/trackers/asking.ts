import { trackedIssueSchema } from '@hindsight/backstage-plugin-incident-learning-common';
import {
  ActionTracker,
  ActionTrackerError,
  IssueReading,
} from '@hindsight/backstage-plugin-incident-learning-node';

/**
 * Asks a tracker something, and waits no longer than said, whatever the tracker does about its signal.
 *
 * @throws ActionTrackerError when it does not answer in time
 */
export async function askWithin<T>(
  { title }: ActionTracker,
  timeoutMs: number,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const seconds = Number((timeoutMs / 1000).toPrecision(2));
      reject(
        new ActionTrackerError(
          `${title} did not answer within ${seconds} seconds: it is asked again later`,
          { reason: 'unavailable' },
        ),
      );
      controller.abort();
    }, timeoutMs);
  });
  try {
    return await Promise.race([ask(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What a tracker tells of an issue, as far as it can be one.
 *
 * @throws ActionTrackerError
 */
export function checkedReading(
  { title }: ActionTracker,
  { issue, etag }: IssueReading,
): IssueReading {
  const parsed = trackedIssueSchema.safeParse(issue);
  if (!parsed.success) {
    throw new ActionTrackerError(
      `${title} answered with something that is no issue: it is asked again later`,
      { reason: 'unavailable' },
    );
  }
  return { issue: parsed.data, etag };
}

/** Whether an error is meant to be read by people; by its name, since modules may bring a package of their own. */
export function isTrackerError(error: unknown): error is ActionTrackerError {
  return error instanceof Error && error.name === 'ActionTrackerError';
}
