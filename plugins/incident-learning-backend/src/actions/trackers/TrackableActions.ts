import type { Action } from '@hindsight/backstage-plugin-incident-learning-common';
import type { TrackableAction } from '@hindsight/backstage-plugin-incident-learning-node';
import { AccessFilter, EVERYBODY } from '../../access';
import type { Stores } from '../../stores';

export interface TrackableActionsOptions {
  stores: Stores;
  /** Where browsers reach the portal. */
  baseUrl: string;
}

/** Tells trackers of actions; of one that not everybody may read, nothing but that there is one. */
export class TrackableActions {
  static create(options: TrackableActionsOptions): TrackableActions {
    return new TrackableActions(options);
  }

  private constructor(private readonly options: TrackableActionsOptions) {}

  /** @param access - of whoever asks: which lessons may be read for where they apply */
  async of(action: Action, access: AccessFilter): Promise<TrackableAction> {
    const { stores, baseUrl } = this.options;
    const { id, priority, owner, dueDate } = action;
    const open = await stores.actions.get(id, EVERYBODY);
    return {
      id,
      url: `${baseUrl.replace(/\/+$/, '')}/incident-learning/actions/${id}`,
      priority,
      owner,
      dueDate,
      entityRefs: await this.entityRefsOf(action, access),
      ...(open
        ? {
            title: action.title,
            description: action.description,
            successCriteria: action.successCriteria,
          }
        : { title: 'An action of a restricted incident' }),
    };
  }

  private async entityRefsOf(
    { id, lessonId }: Action,
    access: AccessFilter,
  ): Promise<string[]> {
    const { stores } = this.options;
    const refs = await stores.links.entityRefsOf(id);
    if (refs.length > 0 || lessonId === undefined) {
      return refs;
    }
    return (await stores.lessons.get(lessonId, access))?.appliesTo ?? [];
  }
}
