import { CustomErrorBase } from '@backstage/errors';
import type { z } from 'zod';

/** What is wrong with one field of a request. */
export interface FieldProblem {
  path: string;
  message: string;
}

/** 422: the request is well-formed but wrong; `problems` names each field. */
export class UnprocessableError extends CustomErrorBase {
  name = 'UnprocessableError';
  readonly statusCode = 422;

  constructor(readonly problems: FieldProblem[]) {
    super(problems.map(sentenceOf).join('; '));
  }
}

/** 412: somebody else was faster; `current` is the version that stands now. */
export class PreconditionFailedError extends CustomErrorBase {
  name = 'PreconditionFailedError';
  readonly statusCode = 412;

  constructor(message: string, readonly current: unknown) {
    super(message);
  }
}

export function sentenceOf({ path, message }: FieldProblem): string {
  return path ? `${path} ${message}` : message;
}

/** The problems that zod found, one for each field. */
export function problemsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap(issue => {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => ({
        path: path ? `${path}.${key}` : key,
        message: 'is no field we know: check its spelling or leave it out',
      }));
    }
    return [{ path, message: messageOf(issue) }];
  });
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.startsWith('Invalid')
        ? `is missing: give ${a(issue.expected)}`
        : ownMessage(issue, `is wrong: give ${a(issue.expected)}`);
    case 'invalid_value':
      return ownMessage(issue, `is none of ${issue.values.join(', ')}`);
    case 'too_big':
      return ownMessage(
        issue,
        `is too long or too large: at most ${issue.maximum}`,
      );
    case 'too_small':
      return ownMessage(
        issue,
        `is too short or too small: at least ${issue.minimum}`,
      );
    default:
      return issue.message;
  }
}

/** zod's own messages start with a capital letter; ours carry on the field's name. */
function ownMessage(issue: { message: string }, fallback: string): string {
  return /^[A-Z]/.test(issue.message) ? fallback : issue.message;
}

function a(type: string): string {
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
