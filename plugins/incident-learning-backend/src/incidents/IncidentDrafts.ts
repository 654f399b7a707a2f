import {
  Incident,
  IncidentContent,
  IncidentPatch,
  deriveIncident,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import type { EntityAliases } from './EntityAliases';
import { StoredIncident, contentOf } from './incidentRows';

/** Makes incidents and their next revisions from what is said of them; stores nothing. */
export class IncidentDrafts {
  constructor(private readonly aliases: EntityAliases) {}

  /** A new incident with all that is derived. */
  create(content: IncidentContent, createdBy: string): StoredIncident {
    const now = new Date().toISOString();
    const known = this.canonical(content);
    return {
      ...known,
      ...deriveIncident(known, { createdAt: now, now }),
      id: uuid(),
      revision: 1,
      createdAt: now,
      updatedAt: now,
      createdBy,
    };
  }

  /** The next revision of an incident, with new content. */
  revise(
    current: Incident | StoredIncident,
    content: IncidentContent,
  ): StoredIncident {
    const now = new Date().toISOString();
    const known = this.canonical(content);
    return {
      ...known,
      ...deriveIncident(known, { createdAt: current.createdAt, now }),
      id: current.id,
      revision: current.revision + 1,
      createdAt: current.createdAt,
      updatedAt: now,
      createdBy: current.createdBy,
    };
  }

  /** The next revision of an incident after a merge patch: `null` clears a field, what is left out stays. */
  patch(current: Incident, patch: IncidentPatch): StoredIncident {
    const content: Record<string, unknown> = contentOf(current);
    for (const [field, value] of Object.entries(patch)) {
      if (value === null) {
        delete content[field];
      } else if (value !== undefined) {
        content[field] = value;
      }
    }
    return this.revise(current, content as IncidentContent);
  }

  private canonical(content: IncidentContent): IncidentContent {
    return { ...content, entityRefs: this.aliases.apply(content.entityRefs) };
  }
}
