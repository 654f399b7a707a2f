import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Problems } from './validate';

/** What the backend answers to a change that it does not take. */
export interface Refusal {
  /** 412: the version that stands now. */
  current?: Incident;
  /** 422: what is wrong, by field. */
  problems?: Problems;
}

/** Reads a rejected write; both absent where it failed for another reason. */
export function refusalOf(error: unknown): Refusal {
  const body = objectOf(objectOf(error).body);
  // Backstage puts an error's own fields beside its name and message.
  const details = { ...body, ...objectOf(body.error) };
  const { current, problems } = details;
  return {
    current:
      objectOf(body.response).statusCode === 412 && isIncident(current)
        ? current
        : undefined,
    problems: Array.isArray(problems)
      ? Object.fromEntries(
          problems.map(problem => {
            const { path, message } = objectOf(problem);
            return [String(path ?? ''), String(message ?? 'is wrong')];
          }),
        )
      : undefined,
  };
}

function isIncident(value: unknown): value is Incident {
  return (
    'revision' in objectOf(value) && typeof objectOf(value).id === 'string'
  );
}

function objectOf(value: unknown): Record<string, unknown> {
  return value && typeof value === 'object'
    ? (value as Record<string, unknown>)
    : {};
}
