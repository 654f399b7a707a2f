import type {
  Incident,
  IncidentChange,
  IncidentFacets,
  IncidentQuery,
  Page,
  RepeatJudgement,
  SimilarIncident,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter } from '../access';
import type { IncidentSelection } from './incidentFilters';
import type { StoredIncident } from './incidentRows';

/** What an import has to know of an incident that is there already. */
export interface KnownSource {
  system: string;
  id: string;
  incident: StoredIncident;
  /** Of the versions that were imported, the last one first. */
  hashes: string[];
}

/** An incident to store; an import adds the hashes by which it knows its versions again. */
export interface IncidentWrite {
  incident: StoredIncident;
  hashes?: string[];
}

/** A judgement with who made it when. */
export interface RepeatVerdictRecord extends RepeatJudgement {
  incidentId: string;
  by: string;
  at: string;
}

/** Keeps incidents; a service owns the rules. What each incident repeats is kept in step by every write. */
export interface IncidentStore {
  /** Runs writes that stand or fall together. */
  transaction<T>(run: (store: IncidentStore) => Promise<T>): Promise<T>;

  list(
    selection: IncidentSelection,
    page: Pick<IncidentQuery, 'sort' | 'limit' | 'cursor' | 'total'>,
  ): Promise<Page<Incident>>;
  facets(selection: IncidentSelection): Promise<IncidentFacets>;
  get(id: string, access: AccessFilter): Promise<Incident | undefined>;
  similar(incident: Incident, access: AccessFilter): Promise<SimilarIncident[]>;
  history(incidentId: string): Promise<IncidentChange[]>;
  isEmpty(): Promise<boolean>;
  /** The entities that incidents name, each once, in the order of their refs. */
  listEntityRefs(
    access: AccessFilter,
    page: { after: string; limit: number },
  ): Promise<string[]>;

  findBySources(
    sources: { system: string; id: string }[],
  ): Promise<KnownSource[]>;
  /** Incidents that name one of the entities. */
  findByEntities(entityRefs: string[], limit: number): Promise<Incident[]>;

  /**
   * Lets other writers of incidents, and of incidents like them, wait until the transaction ends. For transactions that
   * write more than once, which could otherwise wait for each other.
   */
  lock(incidents: IncidentWrite[]): Promise<void>;
  /** @throws a unique violation when another incident has the same source */
  insert(incidents: IncidentWrite[]): Promise<void>;
  /**
   * Replaces incidents that still have the revision before the one given.
   *
   * @returns the ids of those that somebody else has changed since, which are left as they are
   */
  update(incidents: IncidentWrite[]): Promise<string[]>;
  /** Notes that a record with this hash says nothing new. */
  touchSource(id: string, hashes: string[]): Promise<void>;
  delete(id: string, revision: number): Promise<boolean>;
  judge(verdict: RepeatVerdictRecord): Promise<void>;
  addHistory(changes: IncidentChange[]): Promise<void>;
}
