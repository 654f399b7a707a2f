import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Decision,
  DecisionFigures,
  DecisionFiguresQuery,
  DecisionInput,
  decisionCreatePermission,
  durationAccumulator,
  shareAccumulator,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { v7 as uuid } from 'uuid';
import type { IncidentAccess } from '../access';
import type { ScopeResolver } from '../catalog';
import { UnprocessableError, periodOfQuery } from '../http';
import type { IncidentService } from '../incidents';
import type { ContainedIncident, DecisionStore } from './DecisionStore';
import type { Call } from './ProfileService';

export interface DecisionServiceOptions {
  store: DecisionStore;
  incidents: Pick<IncidentService, 'get'>;
  access: IncidentAccess;
  scopes: ScopeResolver;
  nameOf: (credentials: BackstageCredentials) => string;
}

/** What was decided about containing incidents. */
export class DecisionService {
  static create(options: DecisionServiceOptions): DecisionService {
    return new DecisionService(options);
  }

  private constructor(private readonly options: DecisionServiceOptions) {}

  /** @throws NotFoundError also for an incident that the caller may not know of */
  async list(incidentId: string, call: Call): Promise<Decision[]> {
    const { store, incidents } = this.options;
    await incidents.get(incidentId, call);
    return store.list(incidentId);
  }

  /**
   * Records a decision with what was known of the incident then.
   *
   * @throws UnprocessableError when it corrects what is no record of the incident, or one corrected already
   */
  async record(
    incidentId: string,
    input: DecisionInput,
    call: Call,
  ): Promise<Decision> {
    const { store, incidents, access, nameOf } = this.options;
    await access.decide(decisionCreatePermission, call.credentials);
    const incident = await incidents.get(incidentId, call);
    const decision: Decision = {
      confidence: incident.confidence,
      blastRadius: incident.blastRadius,
      ...input,
      id: uuid(),
      incidentId,
      recordedAt: new Date().toISOString(),
      recordedBy: nameOf(call.credentials),
    };
    if (!(await store.insert(decision))) {
      throw new UnprocessableError([
        {
          path: 'corrects',
          message:
            'is no decision of this incident, or was corrected already: correct the latest record',
        },
      ]);
    }
    return decision;
  }

  /** @throws InputError when the period ends before it starts */
  async figures(
    query: DecisionFiguresQuery,
    { credentials }: Call,
  ): Promise<DecisionFigures> {
    const { store, access, scopes } = this.options;
    const period = periodOfQuery(query, Date.now());
    const fold = decisionFold();
    const selection = {
      period,
      access: await access.readable(credentials),
      scope: await scopes.resolve(query.scope, credentials),
    };
    let undecided = await store.countContained(selection);
    for await (const incidents of store.decided(selection)) {
      incidents.forEach(incident => fold.add(incident));
      undecided -= incidents.length;
    }
    fold.addUndecided(undecided);
    return {
      scope: query.scope,
      from: new Date(period.from).toISOString(),
      to: new Date(period.to).toISOString(),
      ...fold.read(),
    };
  }
}

/** Adds contained incidents up to the figures. */
function decisionFold() {
  const approvals = shareAccumulator<ContainedIncident>(
    ({ approvedAt }) => approvedAt !== undefined,
  );
  const refusals = shareAccumulator<ContainedIncident>(
    ({ refused }) => refused,
  );
  const times = durationAccumulator<ContainedIncident>(
    ({ approvedAt, detectedAt }) => between(detectedAt, approvedAt),
  );
  const waits = durationAccumulator<ContainedIncident>(
    ({ approvedAt, requestedAt }) => between(requestedAt, approvedAt),
  );
  const states = {
    approvals: approvals.empty(),
    refusals: refusals.empty(),
    times: times.empty(),
    waits: waits.empty(),
  };
  return {
    add(incident: ContainedIncident) {
      approvals.add(states.approvals, incident);
      refusals.add(states.refusals, incident);
      if (incident.approvedAt !== undefined) {
        times.add(states.times, incident);
        waits.add(states.waits, incident);
      }
    },
    /** Those of which nobody approved or refused anything. */
    addUndecided(count: number) {
      const none = { numerator: 0, denominator: Math.max(0, count) };
      approvals.merge(states.approvals, none);
      refusals.merge(states.refusals, none);
    },
    read(): Omit<DecisionFigures, 'scope' | 'from' | 'to'> {
      const { n, share } = approvals.read(states.approvals);
      const time = times.read(states.times);
      const wait = waits.read(states.waits);
      return {
        approvalRate: {
          name: 'Approval of containment',
          definition:
            'Share of the incidents that were contained for which somebody approved a containment option.',
          n,
          share,
        },
        refusalRate: {
          name: 'Refusal of containment',
          definition:
            'Share of the incidents that were contained for which somebody refused a containment option.',
          n,
          share: refusals.read(states.refusals).share,
        },
        timeToApproval: {
          name: 'Time to approval',
          definition:
            'From detection to the first approval, of the contained incidents that have both.',
          n: time.n,
          stats: time.stats,
          missing: time.missing,
          invalid: time.invalid,
        },
        approvalWait: {
          name: 'Wait for approval',
          definition:
            'From asking to the first approval, of the contained incidents for which both are known.',
          n: wait.n,
          stats: wait.stats,
          missing: wait.missing,
          invalid: wait.invalid,
        },
      };
    },
  };
}

function between(from?: number, to?: number): number | undefined {
  return from === undefined || to === undefined ? undefined : to - from;
}
