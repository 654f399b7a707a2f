import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import type {
  Incident,
  RiskExperiment,
  RiskScenario,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { RiskStores } from '../../risk';
import { DAY, spanUntil, toIso } from '../clock';
import { demoId } from '../reviews/demoId';
import { EXPERIMENTS, ToldExperiment, inWords } from './experiments';
import { tellDecisions } from './tellDecisions';

export interface SeedRiskOptions {
  stores: RiskStores;
  /** All of the demo company, as they are stored. */
  incidents: Incident[];
  /** What a what-if gives over these. */
  figuresOf: (options: {
    before: RiskScenario;
    after: RiskScenario;
  }) => Promise<RiskExperiment['figures']>;
  now: Date;
}

/** Adds the demo company's decisions and what-ifs; what is there already stays as it is. */
export async function seedRisk(options: SeedRiskOptions): Promise<void> {
  const { stores, incidents } = options;
  for (const decision of tellDecisions(incidents)) {
    await unlessThere(() => stores.decisions.insert(decision));
  }
  for (const told of EXPERIMENTS) {
    const experiment = await experimentOf(told, options);
    await unlessThere(() => keep(stores, experiment));
  }
}

async function experimentOf(
  told: ToldExperiment,
  { stores, figuresOf, now }: SeedRiskOptions,
): Promise<RiskExperiment> {
  const { activation } = await stores.scores.state();
  const before: RiskScenario = { model: activation.model };
  const { after, decision } = told;
  const figures = await figuresOf({ before, after });
  const { end } = spanUntil(now);
  const ago = (days: number) => toIso(end - days * DAY);
  const createdAt = end - told.daysAgo * DAY;
  return {
    id: demoId(`experiment/${told.key}`, createdAt),
    revision: decision ? 2 : 1,
    createdAt: toIso(createdAt),
    updatedAt: ago(decision?.daysAgo ?? told.daysAgo),
    createdBy: told.by,
    title: told.title,
    before,
    after,
    filter: {},
    reflection: {
      ...told.reflection,
      metricBefore: inWords(figures.before),
      metricAfter: inWords(figures.after),
    },
    figures,
    status: decision?.status ?? 'open',
    decision: decision && {
      at: ago(decision.daysAgo),
      by: decision.by,
      note: decision.note,
      ...(decision.status === 'adopted' && {
        profileId: demoId(`profile/${told.key}`, createdAt),
        version: 1,
      }),
    },
  };
}

/** An experiment that was adopted comes with its profile. */
function keep(stores: RiskStores, experiment: RiskExperiment): Promise<void> {
  const { id, title, after, decision } = experiment;
  return stores.transaction(async tx => {
    if (decision?.profileId) {
      const { at, by, note } = decision;
      await tx.profiles.insert(
        {
          id: decision.profileId,
          revision: 1,
          createdAt: at,
          updatedAt: at,
          createdBy: by,
          name: title,
        },
        {
          version: 1,
          model: after.model,
          createdAt: at,
          createdBy: by,
          note,
          experimentId: id,
        },
      );
    }
    await tx.experiments.insert(experiment);
  });
}

async function unlessThere(add: () => Promise<unknown>): Promise<void> {
  try {
    await add();
  } catch (error) {
    if (!isDatabaseConflictError(error)) {
      throw error;
    }
  }
}
