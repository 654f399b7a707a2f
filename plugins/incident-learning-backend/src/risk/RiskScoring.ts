import { setImmediate } from 'timers/promises';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  ResolvedRiskFactors,
  RiskFacts,
  hasPriority,
  resolveRiskFactors,
  scoreRisk,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Criticality, CriticalitySource } from '../catalog';
import type {
  KnownIncident,
  RiskStore,
  RiskWrite,
  StoredRiskState,
} from './RiskStore';

const BATCH_SIZE = 500;
/** How often facts of the catalog are looked at anew. */
const SWEEP_MS = 60 * 60 * 1000;
/** A write that was under way at the last look may have a time before it. */
const OVERLAP_MS = 60 * 1000;

export interface RiskScoringOptions {
  store: RiskStore;
  criticality: CriticalitySource;
  auth: AuthService;
  logger: LoggerService;
  lookBackMs: number;
  /** Epoch ms. */
  now?: () => number;
}

/** Keeps the scores and the priority of incidents in step with what is known and with the active profile. */
export class RiskScoring {
  static create(options: RiskScoringOptions): RiskScoring {
    return new RiskScoring(options);
  }

  private constructor(private readonly options: RiskScoringOptions) {}

  /**
   * Scores what has changed, and what an earlier profile scored; harmless to run at several places at once.
   *
   * @param withinMs - stops after so long and leaves the rest to the next run
   * @returns whether nothing is left
   */
  async refresh(withinMs: number = Infinity): Promise<boolean> {
    const { store } = this.options;
    const started = this.now();
    const before = await store.state();
    await store.markChanged(before.checkedAt - OVERLAP_MS);
    await store.noteChecked({ checkedAt: started });
    const ends = started + withinMs;
    const done =
      (await this.scoreChanged(ends)) && (await this.scoreOutdated(ends));
    await store.refreshThreshold((await store.state()).number);
    return done;
  }

  /** `refresh`, and once an hour a look at what only the catalog knows. */
  async tick(): Promise<void> {
    const { store } = this.options;
    await this.refresh();
    const started = this.now();
    const { sweptAt, number } = await store.state();
    if (started - sweptAt >= SWEEP_MS) {
      await this.sweep();
      await store.noteChecked({ sweptAt: started });
      await store.refreshThreshold(number);
    }
  }

  /** Scores one incident at once, against the threshold that stands; what fails is made up for by the next `tick`. */
  async consider(incidentId: string): Promise<void> {
    const { store, logger, lookBackMs } = this.options;
    try {
      const state = await store.state();
      const changed = await store.changed({
        limit: 1,
        ids: [incidentId],
        lookBackMs,
      });
      const actions = await store.openActions();
      await store.save(await this.writesOf(changed, state, actions));
      if (state.scored === 0) {
        await store.refreshThreshold(state.number);
      }
    } catch (error) {
      logger.warn(`Could not score incident ${incidentId} yet`, error as Error);
    }
  }

  private async scoreChanged(ends: number): Promise<boolean> {
    const { store, lookBackMs } = this.options;
    const actions = await store.openActions();
    while (this.now() < ends) {
      const batch = await store.changed({ limit: BATCH_SIZE, lookBackMs });
      await store.save(
        await this.writesOf(batch, await store.state(), actions),
      );
      if (batch.length < BATCH_SIZE) {
        return true;
      }
      await setImmediate();
    }
    return false;
  }

  private async scoreOutdated(ends: number): Promise<boolean> {
    const { store } = this.options;
    while (this.now() < ends) {
      const state = await store.state();
      const batch = await store.outdated(state.number, BATCH_SIZE);
      await store.save(
        batch.map(({ id, revision, resolved }) =>
          writeOf({ id, revision }, resolved, state),
        ),
      );
      if (batch.length < BATCH_SIZE) {
        return true;
      }
      await setImmediate();
    }
    return false;
  }

  private async sweep(): Promise<void> {
    const { store, lookBackMs } = this.options;
    const actions = await store.openActions();
    for (let after = ''; ; ) {
      const page = await store.page({ after, limit: BATCH_SIZE, lookBackMs });
      const state = await store.state();
      const writes = await this.writesOf(page, state, actions);
      const before = new Map(page.map(({ id, resolved }) => [id, resolved]));
      await store.save(
        writes.filter(({ id, details }) =>
          differ(before.get(id), details?.factors),
        ),
      );
      if (page.length < BATCH_SIZE) {
        return;
      }
      after = page[page.length - 1].id;
      await setImmediate();
    }
  }

  private async writesOf(
    incidents: KnownIncident[],
    state: StoredRiskState,
    actions: Map<string, number>,
  ): Promise<RiskWrite[]> {
    const criticality = await this.criticalityOf(incidents);
    return incidents.map(incident => {
      const { primaryEntityRef: ref } = incident;
      const facts: RiskFacts = {
        severity: incident.severity,
        earlierRepeats: incident.earlierRepeats,
        ...(ref && { openActions: actions.get(ref) ?? 0 }),
        ...(ref && criticality.get(ref)),
      };
      return incident.drill
        ? nothingOf(incident, state)
        : writeOf(incident, resolveRiskFactors(incident.stated, facts), state);
    });
  }

  private async criticalityOf(
    incidents: KnownIncident[],
  ): Promise<Map<string, Criticality>> {
    const { auth, criticality } = this.options;
    const refs = new Set(incidents.flatMap(i => i.primaryEntityRef ?? []));
    return refs.size === 0
      ? new Map()
      : criticality.criticalityOf(
          [...refs],
          await auth.getOwnServiceCredentials(),
        );
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}

function nothingOf(
  { id, revision }: KnownIncident,
  { number }: StoredRiskState,
): RiskWrite {
  return { id, revision, priority: false, activation: number };
}

function writeOf(
  { id, revision }: Pick<KnownIncident, 'id' | 'revision'>,
  { values, derived }: ResolvedRiskFactors,
  { activation, number, threshold }: StoredRiskState,
): RiskWrite {
  const { score, range, missing } = scoreRisk(values, {
    model: activation.model,
  });
  return {
    id,
    revision,
    score,
    priority: hasPriority(score, threshold),
    details: { range, factors: values, derived, missing },
    activation: number,
  };
}

function differ(
  before: ResolvedRiskFactors | undefined,
  factors: ResolvedRiskFactors['values'] = {},
): boolean {
  const was = before?.values ?? {};
  const names = new Set([...Object.keys(was), ...Object.keys(factors)]);
  return [...names].some(
    name => was[name as keyof typeof was] !== factors[name as keyof typeof was],
  );
}
