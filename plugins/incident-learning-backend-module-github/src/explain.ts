import { ActionTrackerError } from '@hindsight/backstage-plugin-incident-learning-node';
import { z } from 'zod';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 24 * 60 * MINUTE_MS;

/** What is read of an error of Octokit; its message and request are not passed on. */
const failureSchema = z.object({
  status: z.number(),
  /** Absent where nothing was answered. */
  response: z
    .object({
      headers: z.record(z.string(), z.unknown()),
      data: z.unknown(),
    })
    .optional(),
});

type Failure = z.output<typeof failureSchema>;

/** Whether GitHub said that nothing has changed. */
export function isUnchanged(error: unknown): boolean {
  return failureSchema.safeParse(error).data?.status === 304;
}

/**
 * Why a call of GitHub failed, for people to read.
 *
 * @param where - the repository, such as `acme/shop`
 * @param authorized - whether it was called with a token
 */
export function explain(
  error: unknown,
  where: string,
  authorized: boolean,
): ActionTrackerError {
  if (error instanceof ActionTrackerError) {
    return error;
  }
  const failure = failureSchema.safeParse(error).data;
  if (!failure?.response) {
    return unavailable('GitHub could not be reached: it is asked again later');
  }
  return (
    limitOf(failure, Date.now()) ?? refusalOf(failure.status, where, authorized)
  );
}

function refusalOf(
  status: number,
  where: string,
  authorized: boolean,
): ActionTrackerError {
  switch (status) {
    case 401:
      return refused(
        'GitHub does not accept the token of integrations.github: an administrator has to renew it',
      );
    case 403:
      return refused(
        `GitHub does not let the token of integrations.github do this in ${where}: an administrator has to let it read and write issues there`,
      );
    case 404:
      return refused(
        authorized
          ? `GitHub knows nothing of that kind in ${where}, or the token of integrations.github may not read it`
          : `GitHub tells nothing of ${where} without a token: an administrator has to add one to integrations.github`,
      );
    case 410:
      return refused(
        `In ${where} that issue was deleted, or issues are switched off: link another one`,
      );
    case 422:
      return refused(
        `GitHub refuses the issue in ${where}: check that its labels may be used there`,
      );
    default:
      return unavailable(
        `GitHub answered with status ${status}: it is asked again later`,
      );
  }
}

/** GitHub's two limits: so many requests an hour, and not too many at once. */
function limitOf(
  { status, response }: Failure,
  now: number,
): ActionTrackerError | undefined {
  const { headers = {}, data } = response ?? {};
  const wait = Number(headers['retry-after'] ?? NaN) * 1000;
  const spent = headers['x-ratelimit-remaining'] === '0';
  const said = /rate limit|abuse detection/i.test(
    z.object({ message: z.string() }).safeParse(data).data?.message ?? '',
  );
  if (status !== 429 && !(status === 403 && (spent || said || wait >= 0))) {
    return undefined;
  }
  const reset = Number(headers['x-ratelimit-reset'] ?? NaN) * 1000 - now;
  const told = [wait, spent ? reset : NaN].find(pause => pause >= 0);
  const pause = told ?? MINUTE_MS;
  const retryAt = new Date(now + Math.min(pause, LONGEST_PAUSE_MS));
  return new ActionTrackerError(
    `GitHub has been asked too much, and wants to be left alone until ${retryAt.toISOString()}: it is asked after that`,
    { reason: 'limited', retryAt },
  );
}

function refused(message: string): ActionTrackerError {
  return new ActionTrackerError(message, { reason: 'refused' });
}

function unavailable(message: string): ActionTrackerError {
  return new ActionTrackerError(message, { reason: 'unavailable' });
}
