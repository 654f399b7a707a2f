import type { FeedbackSettings } from '../reviewSettings';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * When somebody is reminded next, having had a notice now: before the answer is due, after it, and then over and over.
 * All times in epoch ms.
 *
 * @param due - when the answer is due, if ever
 */
export function nextNotice(
  now: number,
  due: number | undefined,
  settings: FeedbackSettings,
): number {
  const earliest = now + settings.remindEveryDays * DAY_MS;
  if (due === undefined) {
    return earliest;
  }
  const planned = [
    due - settings.remindBeforeDays * DAY_MS,
    due + settings.remindAfterDays * DAY_MS,
  ].find(at => at > now);
  return Math.max(planned ?? earliest, earliest);
}
