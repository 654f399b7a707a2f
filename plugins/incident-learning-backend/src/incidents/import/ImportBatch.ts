import { createHash } from 'crypto';
import {
  DataQualityFinding,
  ImportProblem,
  ImportRow,
  IncidentContent,
  describeFinding,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { isDataError } from '../../database';
import type { IncidentDrafts } from '../IncidentDrafts';
import type { IncidentStore } from '../IncidentStore';
import { changesBetween, historyOf } from '../changes';
import { StoredIncident, contentOf } from '../incidentRows';

/** A record that passed the schema. */
export interface ImportCandidate {
  line: number;
  /** The record's source, by which it is found again. */
  key: string;
  hash: string;
  content: IncidentContent & { source: { system: string; id: string } };
  problems: ImportProblem[];
}

type Plan = ImportCandidate & {
  /** `earlier`: it says what a version did that was imported before the last one. */
  outcome: 'created' | 'updated' | 'unchanged' | 'earlier';
  incident: StoredIncident;
  hashes: string[];
  changes?: ReturnType<typeof changesBetween>;
  /** Whether the record is new though it says nothing new. */
  touch?: boolean;
};

/** What numbers suffer from is told at once; what is merely not known is not, since it is seldom a mistake. */
const TOLD = new Set<DataQualityFinding['code']>([
  'negative',
  'out-of-order',
  'in-the-future',
]);
const ATTEMPTS = 3;
/** How many versions of a record are known again. */
const VERSIONS = 5;

export interface ImportBatchResult {
  rows: ImportRow[];
  /** Records that say what an earlier version did; nothing was done about them yet. */
  earlier: ImportCandidate[];
}

export interface ImportBatchOptions {
  by: string;
  /** Of a dry run: the hash of what was planned so far, by key. Nothing is written. */
  planned?: Map<string, string>;
  /** Whether to go back to an earlier version. */
  goBack?: boolean;
}

/** Somebody changed an incident between plan and write. */
class Overtaken extends Error {}

/** Decides for a batch of records what each changes, and writes that in one transaction. */
export class ImportBatch {
  constructor(
    private readonly options: {
      store: IncidentStore;
      drafts: IncidentDrafts;
    },
  ) {}

  static candidate(
    line: number,
    content: IncidentContent,
    problems: ImportProblem[],
  ): ImportCandidate {
    const hash = hashOf(JSON.stringify(content));
    // A record without a source is recognized by what it says.
    const source = content.source ?? { system: 'import', id: hash };
    return {
      line,
      key: JSON.stringify([source.system, source.id]),
      hash,
      content: { ...content, source },
      problems,
    };
  }

  /** Writes a batch; none of its records may have the source of another. */
  async write(
    candidates: ImportCandidate[],
    options: ImportBatchOptions,
  ): Promise<ImportBatchResult> {
    if (candidates.length === 0) {
      return { rows: [], earlier: [] };
    }
    const { planned } = options;
    if (planned) {
      const plans = await this.plan(this.options.store, candidates, options);
      return resultOf(plans, plan => dryRow(plan, planned));
    }
    try {
      return await this.attempt(candidates, options);
    } catch (error) {
      if (!isDataError(error)) {
        throw error;
      }
      // One record that the database refuses must not take the others with it.
      return candidates.length === 1
        ? { rows: [refused(candidates[0], error)], earlier: [] }
        : this.halves(candidates, options);
    }
  }

  private async halves(
    candidates: ImportCandidate[],
    options: ImportBatchOptions,
  ): Promise<ImportBatchResult> {
    const middle = Math.ceil(candidates.length / 2);
    const first = await this.write(candidates.slice(0, middle), options);
    const second = await this.write(candidates.slice(middle), options);
    return {
      rows: [...first.rows, ...second.rows],
      earlier: [...first.earlier, ...second.earlier],
    };
  }

  private async attempt(
    candidates: ImportCandidate[],
    options: ImportBatchOptions,
  ): Promise<ImportBatchResult> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.options.store.transaction(async tx => {
          const plans = await this.plan(tx, candidates, options);
          await this.apply(tx, plans, options.by);
          return resultOf(plans, rowOf);
        });
      } catch (error) {
        // Another import wrote the same source meanwhile, or changed it: look again.
        const again =
          isDatabaseConflictError(error) || error instanceof Overtaken;
        if (!again || attempt === ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  private async plan(
    store: IncidentStore,
    candidates: ImportCandidate[],
    { by, goBack }: ImportBatchOptions,
  ): Promise<Plan[]> {
    const { drafts } = this.options;
    const known = new Map(
      (await store.findBySources(candidates.map(c => c.content.source))).map(
        found => [JSON.stringify([found.system, found.id]), found],
      ),
    );
    return candidates.map(candidate => {
      const found = known.get(candidate.key);
      const { hash } = candidate;
      if (!found) {
        const incident = drafts.create(candidate.content, by);
        return { ...candidate, outcome: 'created', incident, hashes: [hash] };
      }
      const { incident } = found;
      const hashes = [hash, ...found.hashes.filter(h => h !== hash)].slice(
        0,
        VERSIONS,
      );
      const plan = { ...candidate, incident, hashes };
      const version = found.hashes.indexOf(hash);
      if (version === 0) {
        return { ...plan, outcome: 'unchanged' };
      }
      if (version > 0 && !goBack) {
        return { ...plan, outcome: 'earlier' };
      }
      const next = drafts.revise(incident, candidate.content);
      const changes = changesBetween(contentOf(incident), contentOf(next));
      return changes.length === 0
        ? { ...plan, outcome: 'unchanged', touch: true }
        : { ...plan, outcome: 'updated', incident: next, changes };
    });
  }

  private async apply(
    tx: IncidentStore,
    plans: Plan[],
    by: string,
  ): Promise<void> {
    const created = plans.filter(plan => plan.outcome === 'created');
    const updated = plans.filter(plan => plan.outcome === 'updated');
    if (updated.length > 0) {
      await tx.lock([...created, ...updated]);
    }
    if (created.length > 0) {
      await tx.insert(created);
    }
    if (updated.length > 0) {
      const lost = await tx.update(updated);
      if (lost.length > 0) {
        throw new Overtaken();
      }
      await tx.addHistory(
        updated.map(({ incident, changes = [] }) =>
          historyOf(incident, {
            at: incident.updatedAt,
            by,
            operation: 'imported',
            changes,
          }),
        ),
      );
    }
    for (const plan of plans.filter(({ touch }) => touch)) {
      await tx.touchSource(plan.incident.id, plan.hashes);
    }
  }
}

function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}

function resultOf(
  plans: Plan[],
  row: (plan: Plan) => ImportRow,
): ImportBatchResult {
  return {
    rows: plans.filter(plan => plan.outcome !== 'earlier').map(row),
    earlier: plans.filter(plan => plan.outcome === 'earlier'),
  };
}

function rowOf({ line, outcome, incident, problems }: Plan): ImportRow {
  const findings = incident.dataQuality
    .filter(finding => TOLD.has(finding.code))
    .map(finding => {
      const { problem, remedy } = describeFinding(finding);
      return { path: finding.path, message: `${problem} ${remedy}` };
    });
  return {
    line,
    id: incident.id,
    outcome: outcome === 'earlier' ? 'unchanged' : outcome,
    problems: [...problems, ...findings],
  };
}

function dryRow(plan: Plan, planned: Map<string, string>): ImportRow {
  const before = planned.get(plan.key);
  planned.set(plan.key, plan.hash);
  const row = rowOf(plan);
  if (before !== undefined) {
    row.outcome = before === plan.hash ? 'unchanged' : 'updated';
  }
  return plan.outcome === 'created' ? { ...row, id: undefined } : row;
}

function refused(candidate: ImportCandidate, error: unknown): ImportRow {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    line: candidate.line,
    outcome: 'rejected',
    problems: [
      {
        path: '',
        message: `could not be stored (${reason}): correct the record, or import it again`,
      },
    ],
  };
}
