import type { Missing } from '@hindsight/backstage-plugin-incident-learning-common';

/** What the backend answers to a write that it does not take. */
export interface WriteRefusal {
  /** 412: what stands now. */
  current?: Record<string, unknown>;
  /** 422: what is wrong, and in which field. */
  problems?: Missing[];
  message: string;
}

/** Reads a rejected write of anything; `current` and `problems` are absent where it failed for another reason. */
export function writeRefusalOf(error: unknown): WriteRefusal {
  const body = objectOf(objectOf(error).body);
  // Backstage puts an error's own fields beside its name and message.
  const inner = objectOf(body.error);
  const { current, problems } = { ...body, ...inner };
  const stale = objectOf(body.response).statusCode === 412;
  return {
    current: stale && current ? objectOf(current) : undefined,
    problems: Array.isArray(problems)
      ? problems.map(objectOf).map(({ path, message }) => ({
          path: String(path ?? ''),
          message: String(message ?? 'is wrong'),
        }))
      : undefined,
    message: String(inner.message ?? objectOf(error).message ?? 'It failed'),
  };
}

/**
 * Why a write was not taken: one line for each wrong field, or the message.
 *
 * @param fields - what the fields are called
 */
export function problemTexts(
  error: unknown,
  fields: Record<string, string>,
): string[] {
  const { problems, message } = writeRefusalOf(error);
  return problems && problems.length > 0
    ? problems.map(
        problem => `${fields[problem.path] ?? problem.path} ${problem.message}`,
      )
    : [message];
}

/** Why something was not done, in the server's words, which name the remedy: field by field where fields are wrong. */
export function refusalText(error: unknown): string {
  return problemTexts(error, {}).join('; ');
}

function objectOf(value: unknown): Record<string, unknown> {
  return value && typeof value === 'object'
    ? (value as Record<string, unknown>)
    : {};
}
