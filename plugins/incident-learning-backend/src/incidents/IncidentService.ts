import {
  BackstageCredentials,
  isDatabaseConflictError,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  Incident,
  IncidentChange,
  IncidentContent,
  IncidentFacets,
  IncidentFilter,
  IncidentPatch,
  IncidentQuery,
  Page,
  RepeatVerdict,
  SimilarIncident,
  compareRepeatCandidates,
  incidentCreatePermission,
  incidentDeletePermission,
  incidentUpdatePermission,
  repeatOrderOf,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { AccessFilter, IncidentAccess } from '../access';
import type { ScopeResolver } from '../catalog';
import { UnprocessableError, requireRevision } from '../http';
import type { IncidentDrafts } from './IncidentDrafts';
import type { IncidentOwners } from './IncidentOwners';
import type { IncidentStore } from './IncidentStore';
import { changesBetween, creationOf, historyOf, removalOf } from './changes';
import type { IncidentSelection, ReviewNeed } from './incidentFilters';
import { StoredIncident, contentOf } from './incidentRows';

interface Call {
  credentials: BackstageCredentials;
}

export interface IncidentServiceOptions {
  store: IncidentStore;
  access: IncidentAccess;
  scopes: ScopeResolver;
  owners: IncidentOwners;
  drafts: IncidentDrafts;
  /** Who is behind credentials, as kept in `createdBy` and the history. */
  nameOf: (credentials: BackstageCredentials) => string;
  /** Which incidents need a review. */
  reviewNeed?: ReviewNeed;
  /** What follows once a person has written an incident; never throws. */
  onWritten?: (id: string) => Promise<void>;
  /** What follows once a person has confirmed that an incident repeats another. */
  onRepeatConfirmed?: (
    repeat: Incident,
    of: string,
    by: string,
  ) => Promise<void>;
}

/** The rules of incidents. Routes, imports and scheduled work are thin ways in here. */
export class IncidentService {
  static create(options: IncidentServiceOptions): IncidentService {
    return new IncidentService(options);
  }

  private constructor(private readonly options: IncidentServiceOptions) {}

  async list(
    { sort, limit, cursor, total, ...filter }: IncidentQuery,
    call: Call,
  ): Promise<Page<Incident>> {
    const selection = await this.select(filter, call);
    return this.options.store.list(selection, { sort, limit, cursor, total });
  }

  async facets(filter: IncidentFilter, call: Call): Promise<IncidentFacets> {
    return this.options.store.facets(await this.select(filter, call));
  }

  /** @throws NotFoundError also for an incident that the caller may not know of */
  async get(id: string, call: Call): Promise<Incident> {
    const access = await this.options.access.readable(call.credentials);
    return this.load(id, access);
  }

  async history(id: string, call: Call): Promise<IncidentChange[]> {
    const incident = await this.get(id, call);
    const changes = await this.options.store.history(id);
    return [...changes, { ...creationOf(incident), incidentId: incident.id }];
  }

  async similar(id: string, call: Call): Promise<SimilarIncident[]> {
    const access = await this.options.access.readable(call.credentials);
    return this.options.store.similar(await this.load(id, access), access);
  }

  /** @throws UnprocessableError when another incident has the same source */
  async create(content: IncidentContent, call: Call): Promise<Incident> {
    const { access, drafts, store, nameOf } = this.options;
    await access.decide(incidentCreatePermission, call.credentials);
    const incident = drafts.create(content, nameOf(call.credentials));
    await sourceChecked(incident, () =>
      store.transaction(tx => tx.insert([{ incident }])),
    );
    await this.options.onWritten?.(incident.id);
    return this.get(incident.id, call);
  }

  /**
   * Changes the fields of a patch; `null` clears.
   *
   * @param revision - the revision the change is based on
   * @throws PreconditionFailedError with the version that stands when somebody else was faster
   */
  async update(
    id: string,
    revision: number,
    patch: IncidentPatch,
    call: Call,
  ): Promise<Incident> {
    const { access, drafts, store, nameOf } = this.options;
    const current = await this.load(
      id,
      await access.decide(incidentUpdatePermission, call.credentials),
    );
    requireRevision('this incident', current, revision);
    const next = drafts.patch(current, patch);
    const changes = changesBetween(contentOf(current), contentOf(next));
    if (changes.length === 0) {
      return current;
    }
    const entry = historyOf(next, {
      at: next.updatedAt,
      by: nameOf(call.credentials),
      operation: 'updated',
      changes,
    });
    const conflicts = await sourceChecked(next, () =>
      store.transaction(async tx => {
        const lost = await tx.update([{ incident: next }]);
        await tx.addHistory(lost.length === 0 ? [entry] : []);
        return lost;
      }),
    );
    await this.options.onWritten?.(id);
    const stored = await this.get(id, call);
    if (conflicts.length > 0) {
      requireRevision('this incident', stored, revision);
    }
    return stored;
  }

  async delete(id: string, revision: number, call: Call): Promise<void> {
    const { access, store, nameOf } = this.options;
    const filter = await access.decide(
      incidentDeletePermission,
      call.credentials,
    );
    const current = await this.load(id, filter);
    requireRevision('this incident', current, revision);
    const deleted = await store.transaction(async tx => {
      const done = await tx.delete(id, revision);
      if (done) {
        await tx.addHistory([
          historyOf(current, {
            at: new Date().toISOString(),
            by: nameOf(call.credentials),
            operation: 'deleted',
            changes: removalOf(current),
          }),
        ]);
      }
      return done;
    });
    if (!deleted) {
      requireRevision('this incident', await this.load(id, filter), revision);
    }
  }

  /** A person's word on whether an incident repeats an earlier one; it outlives every import. */
  async judgeRepeat(
    id: string,
    { of, verdict }: RepeatVerdict,
    call: Call,
  ): Promise<Incident> {
    const { access, store, nameOf } = this.options;
    const filter = await access.decide(
      incidentUpdatePermission,
      call.credentials,
    );
    const incident = await this.load(id, filter);
    const earlier = of === id ? undefined : await store.get(of, filter);
    if (
      !earlier ||
      compareRepeatCandidates(candidate(earlier), candidate(incident)) > 0
    ) {
      throw new UnprocessableError([
        {
          path: 'of',
          message: earlier
            ? 'is a later incident: an incident can only repeat an earlier one'
            : 'is no other incident: give the id of the earlier one',
        },
      ]);
    }
    const by = nameOf(call.credentials);
    const at = new Date().toISOString();
    await store.transaction(async tx => {
      await tx.judge({ incidentId: id, of, verdict, by, at });
      const changes = [{ path: 'repeat', to: { of, verdict } }];
      await tx.addHistory([
        historyOf(incident, { at, by, operation: 'judged', changes }),
      ]);
    });
    if (verdict === 'confirmed') {
      await this.options.onRepeatConfirmed?.(incident, of, by);
    }
    return this.get(id, call);
  }

  /** The incidents of a filter, as far as the caller may read them. */
  async select(
    filter: IncidentFilter,
    { credentials }: Call,
  ): Promise<IncidentSelection> {
    const { access, scopes, owners, reviewNeed } = this.options;
    const readable = await access.readable(credentials);
    return {
      filter,
      access: readable,
      scope: await scopes.resolve(filter.scope ?? 'org', credentials),
      owned: await owners.resolve(filter.owner, readable, credentials),
      reviewNeed,
    };
  }

  private async load(id: string, access: AccessFilter): Promise<Incident> {
    const incident = await this.options.store.get(id, access);
    if (!incident) {
      throw new NotFoundError(`There is no incident ${id}`);
    }
    return incident;
  }
}

function candidate(incident: Incident) {
  return {
    id: incident.id,
    at: Date.parse(incident.periodAt),
    order: repeatOrderOf(incident),
  };
}

/** Tells a source that is taken from any other failure of a write. */
async function sourceChecked<T>(
  { source }: StoredIncident,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (source && isDatabaseConflictError(error)) {
      throw new UnprocessableError([
        {
          path: 'source.id',
          message: `${source.id} of ${source.system} is another incident already: change that one instead`,
        },
      ]);
    }
    throw error;
  }
}
