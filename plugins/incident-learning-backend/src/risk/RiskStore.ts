import type {
  IncidentStatus,
  Page,
  ResolvedRiskFactors,
  RiskActivation,
  RiskFactorValues,
  RiskFacts,
  RiskInput,
  RiskState,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentSelection } from '../incidents/incidentFilters';
import type { RiskDetails } from '../incidents/riskRows';

/** The activation that holds, with what it makes of the incidents. */
export interface StoredRiskState extends Omit<RiskState, 'pending'> {
  /** The activation's number: 1 is the first. */
  number: number;
  /** Epoch ms; facts that changed before are known. */
  checkedAt: number;
  /** Epoch ms; since when facts of the catalog are known. */
  sweptAt: number;
}

/** What factors are derived from, as far as the database knows it. */
export interface KnownIncident {
  id: string;
  revision: number;
  drill: boolean;
  severity: Severity;
  stated?: RiskFactorValues;
  primaryEntityRef?: string;
  earlierRepeats?: RiskFacts['earlierRepeats'];
  /** The factors that it was scored by; absent until then. */
  resolved?: ResolvedRiskFactors;
}

/** An incident whose score an earlier activation gave. */
export interface OutdatedIncident {
  id: string;
  revision: number;
  resolved: ResolvedRiskFactors;
}

/** A score to store. */
export interface RiskWrite {
  id: string;
  /** Nothing is stored once the incident has another one. */
  revision: number;
  score?: number;
  priority: boolean;
  /** Absent of drills. */
  details?: RiskDetails;
  /** The number of the activation it was scored by. */
  activation: number;
}

/** An incident with its stored score. */
export interface ScoredIncident extends RiskInput {
  status: IncidentStatus;
  risk?: { score?: number; priority: boolean; details: RiskDetails };
}

/** Keeps what incidents score; a service owns the rules. */
export interface RiskStore {
  state(): Promise<StoredRiskState>;
  /** The activations, the latest first. */
  activations(page: {
    limit: number;
    cursor?: string;
  }): Promise<Page<RiskActivation>>;

  /** Has the incidents scored anew whose actions or repeats have changed since. */
  markChanged(since: number): Promise<void>;
  noteChecked(times: { checkedAt?: number; sweptAt?: number }): Promise<void>;
  /** Incidents that have changed since they were scored. */
  changed(options: {
    limit: number;
    ids?: string[];
    lookBackMs: number;
  }): Promise<KnownIncident[]>;
  /** Incidents that were scored, by id. */
  page(options: {
    after: string;
    limit: number;
    lookBackMs: number;
  }): Promise<KnownIncident[]>;
  /** Incidents that an earlier activation scored. */
  outdated(activation: number, limit: number): Promise<OutdatedIncident[]>;
  /** How many incidents are not scored by this activation yet. */
  pending(activation: number): Promise<number>;
  /** Actions committed to and not done, by the primary entity of their incidents. */
  openActions(): Promise<Map<string, number>>;
  save(writes: RiskWrite[]): Promise<void>;

  /**
   * Takes the threshold from the scores that stand, and gives and takes priority by it.
   *
   * @param activation - nothing happens once another one holds
   */
  refreshThreshold(activation: number): Promise<void>;

  /** The incidents of a selection, the latest first. */
  inputs(
    selection: IncidentSelection,
    limit: number,
  ): Promise<{ items: RiskInput[]; totalItems: number }>;
  /** All incidents of a selection, page by page. */
  scored(selection: IncidentSelection): AsyncIterable<ScoredIncident[]>;
}
