import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  Lesson,
  canBeMarked,
  lessonApplyAnyPermission,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IdentityOf, IncidentAccess } from '../../access';
import type { People, Teams } from '../../catalog';
import { UnprocessableError } from '../../http';
import type { Call } from '../../reviews/ReviewGate';

export interface LessonMarkersOptions {
  access: IncidentAccess;
  people: People;
  teams: Teams;
  identityOf: IdentityOf;
}

/** Who may mark which lesson for which entity. */
export class LessonMarkers {
  static create(options: LessonMarkersOptions): LessonMarkers {
    return new LessonMarkers(options);
  }

  private constructor(private readonly options: LessonMarkersOptions) {}

  /** @throws ConflictError for a lesson that can still change with its review */
  requireMarkable({ reviewId, publishedAt }: Lesson): void {
    if (reviewId && !publishedAt) {
      throw new ConflictError(
        'This lesson can be marked once its review is published: until then it may still change or go',
      );
    }
  }

  /**
   * @throws UnprocessableError for an entity that the catalog does not know, or that stands for others
   * @throws NotAllowedError when others own it and the caller may not mark for them
   */
  async requireEntity(entityRef: string, call: Call): Promise<void> {
    const { people } = this.options;
    if (!canBeMarked(entityRef)) {
      throw refused(
        `is ${entityRef}, which stands for its parts or a person: name a component, API or resource, one at a time`,
      );
    }
    const unknown = await people.unknown([entityRef], call.credentials);
    if (unknown.length > 0) {
      throw refused(
        `is ${entityRef}, which the catalog does not know or does not show you: choose an entity from the list`,
      );
    }
    if (!(await this.isFor(entityRef, call))) {
      throw new NotAllowedError(
        `entityRef is ${entityRef}, which others own: ask its owners to mark the lesson. To mark for what others own takes the permission ${lessonApplyAnyPermission.name}`,
      );
    }
  }

  /** Whether it is the caller's, nobody's, or the caller may mark for others. */
  private async isFor(
    entityRef: string,
    { credentials }: Call,
  ): Promise<boolean> {
    const { access, teams, identityOf } = this.options;
    const { refs } = await identityOf(credentials);
    const owners = (await teams.teamsOf([entityRef], credentials)).get(
      entityRef,
    );
    if (!owners?.length || owners.some(owner => refs.includes(owner))) {
      return true;
    }
    const [any] = await access.has([lessonApplyAnyPermission], credentials);
    return any;
  }
}

function refused(message: string): UnprocessableError {
  return new UnprocessableError([{ path: 'entityRef', message }]);
}
