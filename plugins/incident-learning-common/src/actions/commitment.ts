import type { Action } from './schema';

/** What a commitment needs, in the order in which a form asks for it. @public */
export const COMMITMENT_FIELDS = [
  'owner',
  'dueDate',
  'successCriteria',
] as const;

/**
 * What is missing for somebody to be committed to an action; empty for one that is an idea or was cancelled.
 *
 * @public
 */
export function missingCommitment(
  action: Pick<Action, 'status' | (typeof COMMITMENT_FIELDS)[number]>,
): (typeof COMMITMENT_FIELDS)[number][] {
  return action.status === 'idea' || action.status === 'cancelled'
    ? []
    : COMMITMENT_FIELDS.filter(field => !action[field]);
}
