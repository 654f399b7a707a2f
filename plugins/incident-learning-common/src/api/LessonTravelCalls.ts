import {
  LessonAnniversary,
  LessonAnniversaryQuery,
  LessonApplication,
  LessonApplicationChange,
  LessonApplicationEntry,
  LessonApplicationInput,
  LessonCoverage,
  LessonCoveragePage,
  LessonCoverageQuery,
  LessonTravel,
  LessonTravelQuery,
  lessonApplicationEndpoints as applications,
  lessonTravelEndpoints as travel,
} from '../lessons';
import type { LessonTravelApi } from './LessonTravelApi';
import { RiskCalls } from './RiskCalls';

/** The calls of `LessonTravelApi` over HTTP. */
export class LessonTravelCalls extends RiskCalls implements LessonTravelApi {
  findLessonsFor(
    query: Partial<LessonTravelQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<LessonTravel> {
    return this.call(travel.find, { query, ...options });
  }

  async listLessonAnniversaries(
    query: Partial<LessonAnniversaryQuery> = {},
  ): Promise<LessonAnniversary[]> {
    return (await this.call(travel.anniversaries, { query })).items;
  }

  async listLessonApplications(id: string): Promise<LessonApplication[]> {
    return (await this.call(applications.list, { path: { id } })).items;
  }

  applyLesson(
    id: string,
    application: LessonApplicationInput,
  ): Promise<LessonApplication> {
    return this.call(applications.create, { path: { id }, body: application });
  }

  changeLessonApplication(
    id: string,
    application: string,
    revision: number,
    change: LessonApplicationChange,
  ): Promise<LessonApplication> {
    return this.call(applications.update, {
      path: { id, application },
      revision,
      body: change,
    });
  }

  async getLessonApplicationHistory(
    id: string,
    application: string,
  ): Promise<LessonApplicationEntry[]> {
    const path = { id, application };
    return (await this.call(applications.history, { path })).items;
  }

  getLessonCoverage(id: string): Promise<LessonCoverage> {
    return this.call(applications.coverage, { path: { id } });
  }

  getLessonCoverages(
    query: Partial<LessonCoverageQuery>,
    options?: { signal?: AbortSignal },
  ): Promise<LessonCoveragePage> {
    return this.call(applications.overview, { query, ...options });
  }
}
