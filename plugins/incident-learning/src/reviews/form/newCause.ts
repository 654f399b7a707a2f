import type { RootCause } from '@hindsight/backstage-plugin-incident-learning-common';

/** A new cause, of what is known of it already. */
export function newCause(known: Partial<RootCause> = {}): RootCause {
  return {
    statement: '',
    type: 'technical',
    role: 'contributing',
    factors: [],
    evidence: [],
    ...known,
    id: newId(),
  };
}

/** A browser tells of secure random ids only where the portal is served over HTTPS. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
