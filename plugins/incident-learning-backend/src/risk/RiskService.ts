import {
  MAX_RISK_INCIDENTS,
  RISK_NOTES,
  RankedIncident,
  RiskEvaluation,
  RiskEvaluationAnswer,
  RiskExperiment,
  RiskFigures,
  RiskFilter,
  RiskInput,
  RiskInputs,
  RiskScenario,
  RiskSet,
  compareRisk,
  createRiskSet,
  evaluateRisk,
  missingRiskFactors,
  riskReadPermission,
  riskSensitivity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentAccess } from '../access';
import type { IncidentService } from '../incidents';
import type { Call } from './ProfileService';
import type { RiskStore, ScoredIncident } from './RiskStore';

/** As many gain and lose priority by name; the counts tell of all. */
const MAX_NAMED = 1_000;

/** An incident to weigh. */
type Weighed = Pick<RiskInput, 'id' | 'factors'> &
  Partial<Pick<RiskInput, 'title' | 'derived' | 'apart'>>;

/** What a request asks to evaluate, checked. */
export interface RiskQuestion {
  scenario?: RiskScenario;
  before?: RiskScenario;
  filter?: RiskFilter;
  incidents?: Weighed[];
  top: number;
  sensitivity: boolean;
}

export interface RiskServiceOptions {
  store: RiskStore;
  access: IncidentAccess;
  incidents: Pick<IncidentService, 'select'>;
}

/** Weighs incidents as somebody asks, and stores nothing. */
export class RiskService {
  static create(options: RiskServiceOptions): RiskService {
    return new RiskService(options);
  }

  private constructor(private readonly options: RiskServiceOptions) {}

  /** The incidents that the caller may read, to be weighed by the caller. */
  async inputs(filter: RiskFilter, call: Call): Promise<RiskInputs> {
    const { store, incidents } = this.options;
    const selection = await incidents.select(filter, call);
    return store.inputs(selection, MAX_RISK_INCIDENTS);
  }

  /** All of them with their scores by the active profile, page by page. */
  async scored(
    filter: RiskFilter,
    call: Call,
  ): Promise<AsyncIterable<ScoredIncident[]>> {
    const { store, incidents } = this.options;
    return store.scored(await incidents.select(filter, call));
  }

  async evaluate(
    question: RiskQuestion,
    call: Call,
  ): Promise<RiskEvaluationAnswer> {
    await this.options.access.decide(riskReadPermission, call.credentials);
    const scenario = question.scenario ?? (await this.activeScenario());
    const incidents =
      question.incidents ?? (await this.all(question.filter ?? {}, call));
    const set = createRiskSet(incidents);
    const after = evaluateRisk(set, scenario);
    const { before } = question;
    return {
      model: scenario.model,
      ...figuresOf(after),
      top: Array.from(after.order.subarray(0, question.top), index =>
        rankedOf(incidents[index], index, after, scenario),
      ),
      comparison:
        before && compared({ incidents, set, before, after, scenario }),
      sensitivity: question.sensitivity
        ? sensitivityOf(incidents, set, scenario, after)
        : undefined,
    };
  }

  /** What a what-if gives over the incidents that are not restricted, so that everybody may see it. */
  async figuresOf(
    {
      before,
      after,
      filter,
    }: Pick<RiskExperiment, 'before' | 'after' | 'filter'>,
    call: Call,
  ): Promise<RiskExperiment['figures']> {
    const all = await this.all(filter, call);
    const set = createRiskSet(all.filter(({ apart }) => !apart));
    const was = evaluateRisk(set, before);
    const is = evaluateRisk(set, after);
    const { becomes, ceases, moved, topTenKept } = compareRisk(was, is);
    return {
      before: figuresOf(was),
      after: figuresOf(is),
      becomesCount: becomes.length,
      ceasesCount: ceases.length,
      moved,
      topTenKept,
    };
  }

  private async activeScenario(): Promise<RiskScenario> {
    const { activation } = await this.options.store.state();
    return { model: activation.model };
  }

  private async all(filter: RiskFilter, call: Call): Promise<ScoredIncident[]> {
    const incidents: ScoredIncident[] = [];
    for await (const page of await this.scored(filter, call)) {
      incidents.push(...page);
    }
    return incidents;
  }
}

function figuresOf({
  threshold,
  scores,
  scored,
  incomplete,
  priorityCount,
  notes,
}: RiskEvaluation): RiskFigures {
  return {
    threshold,
    incidents: scores.length,
    scored,
    incomplete,
    priorityCount,
    notes: notes.map(code => ({ code, message: RISK_NOTES[code] })),
  };
}

function rankedOf(
  { id, title, factors, derived = [] }: Weighed,
  index: number,
  evaluation: RiskEvaluation,
  scenario: RiskScenario,
): RankedIncident {
  const { ranks, scores, low, high, priority } = evaluation;
  return {
    id,
    title,
    rank: ranks[index],
    score: Number.isNaN(scores[index]) ? undefined : scores[index],
    range: { low: low[index], high: high[index] },
    factors,
    derived,
    missing: missingRiskFactors(factors, scenario),
    priority: priority[index] === 1,
  };
}

function compared(options: {
  incidents: Weighed[];
  set: RiskSet;
  before: RiskScenario;
  after: RiskEvaluation;
  scenario: RiskScenario;
}): RiskEvaluationAnswer['comparison'] {
  const { incidents, set, after, scenario } = options;
  const before = evaluateRisk(set, options.before);
  const { becomes, ceases, moved, topTenKept, rankChanges } = compareRisk(
    before,
    after,
  );
  const named = (indices: number[]) =>
    indices.slice(0, MAX_NAMED).map(index => ({
      ...rankedOf(incidents[index], index, after, scenario),
      rankChange: rankChanges[index],
    }));
  return {
    before: figuresOf(before),
    becomesCount: becomes.length,
    ceasesCount: ceases.length,
    becomes: named(becomes),
    ceases: named(ceases),
    moved,
    topTenKept,
  };
}

function sensitivityOf(
  incidents: Weighed[],
  set: RiskSet,
  scenario: RiskScenario,
  evaluation: RiskEvaluation,
): RiskEvaluationAnswer['sensitivity'] {
  return riskSensitivity(set, scenario, evaluation).map(
    ({ flips, ...own }) => ({
      ...own,
      flips: flips.map(({ index, ...flip }) => ({
        id: incidents[index].id,
        ...flip,
      })),
    }),
  );
}
