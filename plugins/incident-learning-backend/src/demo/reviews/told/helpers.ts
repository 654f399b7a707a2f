import type { TimelineEvent } from '@hindsight/backstage-plugin-incident-learning-common';
import { userRef } from '../../company';

/** An event of an incident's time line. */
export function event(
  at: string,
  kind: string,
  text: string,
  more: Pick<TimelineEvent, 'action' | 'source'> = {},
): TimelineEvent {
  return { at, kind, event: text, ...more };
}

export function person(role: string, name: string) {
  return { role, entityRef: userRef(name) };
}

/** What shows something. */
export function shown(...texts: string[]): { text: string }[] {
  return texts.map(text => ({ text }));
}
