import {
  Lesson,
  LessonAnniversary,
  LessonApplication,
  LessonApplicationChange,
  LessonApplicationEntry,
  LessonApplicationInput,
  LessonCoverage,
  LessonCoveragePage,
  LessonCoverageQuery,
  LessonReason,
  LessonTravel,
  LessonTravelApi,
  LessonTravelQuery,
  LessonStanding,
  compareForTravel,
  countStandings,
  lessonApplicationChangeSchema,
  lessonApplicationInputSchema,
  reasonWeight,
  travelScore,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { put } from './FakeRecords';
import { FakeReviewWork } from './FakeReviewWork';
import { SAMPLE_USER } from './ReviewMemory';

/** Where lessons go, in memory: what applies elsewhere is told to come from a dependency. */
export class FakeLessonTravelApi
  extends FakeReviewWork
  implements LessonTravelApi
{
  /** What comes back these days. */
  anniversaries: LessonAnniversary[] = [];
  private readonly marks = new Map<string, LessonApplication>();
  private readonly entries = new Map<string, LessonApplicationEntry[]>();

  async findLessonsFor(
    query: Partial<LessonTravelQuery>,
  ): Promise<LessonTravel> {
    await this.failIfAsked();
    const [id] = query.incident ?? [];
    const { entityRef = (await this.incidentOf(id)).entityRefs[0] } = query;
    const items = [...this.lessons.values()]
      .filter(({ appliesTo }) => appliesTo.length > 0)
      .map(lesson => {
        const reasons = [reasonFor(lesson, entityRef, id)];
        const application = this.markOf(lesson.id, entityRef);
        return { lesson, reasons, score: travelScore(reasons), application };
      })
      .sort((a, b) =>
        compareForTravel(
          { ...a.lesson, ...a, at: a.lesson.createdAt, ...standingOf(a) },
          { ...b.lesson, ...b, at: b.lesson.createdAt, ...standingOf(b) },
        ),
      );
    return {
      entityRef,
      items: items.slice(0, query.limit),
      totalItems: items.length,
    };
  }

  async listLessonAnniversaries(): Promise<LessonAnniversary[]> {
    await this.failIfAsked();
    return this.anniversaries;
  }

  async listLessonApplications(id: string): Promise<LessonApplication[]> {
    await this.at(this.lessons, id);
    return [...this.marks.values()].filter(mark => mark.lessonId === id);
  }

  async applyLesson(
    lessonId: string,
    input: LessonApplicationInput,
  ): Promise<LessonApplication> {
    const { entityRef, ...change } = await this.parse(
      lessonApplicationInputSchema,
      input,
    );
    const standing = this.markOf(lessonId, entityRef);
    if (standing) {
      throw await this.stale(standing);
    }
    const stamp = this.stamp('mark', this.marks);
    return this.keepMark({ ...stamp, lessonId, entityRef }, change);
  }

  async changeLessonApplication(
    _lessonId: string,
    id: string,
    revision: number,
    input: LessonApplicationChange,
  ): Promise<LessonApplication> {
    const change = await this.parse(lessonApplicationChangeSchema, input);
    const current = await this.at(this.marks, id, revision);
    return this.keepMark({ ...current, revision: revision + 1 }, change);
  }

  async getLessonApplicationHistory(
    _lessonId: string,
    id: string,
  ): Promise<LessonApplicationEntry[]> {
    await this.at(this.marks, id);
    return this.entries.get(id) ?? [];
  }

  async getLessonCoverage(lessonId: string): Promise<LessonCoverage> {
    const lesson = await this.at(this.lessons, lessonId);
    const items = this.standingsOf(lesson);
    const counts = countStandings(items.map(({ standing }) => standing));
    return { lessonId, ...counts, items };
  }

  async getLessonCoverages(
    query: Partial<LessonCoverageQuery>,
  ): Promise<LessonCoveragePage> {
    await this.failIfAsked();
    const within = (ref: string) =>
      !query.scope || query.scope === 'org' || query.scope === ref;
    const rows = [...this.lessons.values()]
      .map(lesson => ({
        lesson,
        at: this.standingsOf(lesson).filter(one => within(one.entityRef)),
      }))
      .filter(({ at }) => at.length > 0);
    const items = rows
      .map(({ lesson, at }) => ({
        lesson,
        ...countStandings(at.map(({ standing }) => standing)),
        openRefs: at.flatMap(({ entityRef, standing }) =>
          standing === 'open' ? [entityRef] : [],
        ),
      }))
      .sort((a, b) => (a.coverage ?? 2) - (b.coverage ?? 2));
    const all = rows.flatMap(({ at }) => at.map(({ standing }) => standing));
    return {
      items,
      totalItems: items.length,
      total: countStandings(all),
      withoutEntities: this.lessons.size - rows.length,
      truncated: false,
    };
  }

  private standingsOf({ id, appliesTo }: Lesson) {
    const marked = [...this.marks.values()]
      .filter(({ lessonId }) => lessonId === id)
      .map(({ entityRef }) => entityRef);
    return [...new Set([...appliesTo, ...marked])].map(entityRef => {
      const application = this.markOf(id, entityRef);
      const standing: LessonStanding = application?.standing ?? 'open';
      return { entityRef, standing, application };
    });
  }

  private async incidentOf(id: string) {
    return (await this.listIncidents({})).items.find(one => one.id === id)!;
  }

  private markOf(lessonId: string, entityRef: string) {
    return [...this.marks.values()].find(
      mark => mark.lessonId === lessonId && mark.entityRef === entityRef,
    );
  }

  private async keepMark(
    mark: Omit<LessonApplication, 'mark' | 'standing' | 'by' | 'at'>,
    { mark: standing, note, plan }: LessonApplicationChange,
  ): Promise<LessonApplication> {
    const { title } = plan ?? {};
    const action =
      standing === 'planned'
        ? await this.createAction({ title: title ?? 'Apply', ...plan })
        : undefined;
    const stored = put(this.marks, {
      ...mark,
      mark: standing,
      standing,
      note,
      by: SAMPLE_USER,
      at: this.now,
      actionId: action?.id,
      action,
    });
    const { revision, at, by } = stored;
    const entry = { revision, at, by, mark: standing, note };
    const before = this.entries.get(stored.id) ?? [];
    this.entries.set(stored.id, [entry, ...before]);
    return stored;
  }
}

function standingOf({ application }: { application?: LessonApplication }) {
  return { standing: application?.standing };
}

function reasonFor(
  { appliesTo }: Lesson,
  entityRef: string | undefined,
  incident: string | undefined,
): LessonReason {
  const [first] = appliesTo;
  const shared = { entityRef: first, link: 'applies-to' as const, others: [] };
  if (incident) {
    const kind = 'similar-incident';
    const weight = reasonWeight(kind, { likeness: 0.7 });
    return {
      ...shared,
      kind,
      weight,
      incident: { id: incident, title: 'One like it' },
    };
  }
  if (entityRef && appliesTo.includes(entityRef)) {
    return { ...shared, entityRef, kind: 'own', weight: reasonWeight('own') };
  }
  const path = [{ relation: 'dependsOn', entityRef: first }];
  const kind = 'depends-on';
  return { ...shared, kind, weight: reasonWeight(kind), path };
}
