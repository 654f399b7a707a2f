import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  LessonApplication,
  LessonApplicationChange,
  LessonStanding,
  lessonApplicationSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, writeRefusalOf } from '../../api';
import { STANDING_WORDS } from './words';

/** What somebody enters to mark a lesson. */
export interface MarkValues {
  entityRef?: string;
  mark: LessonStanding;
  note: string;
  owner?: string;
  dueDate: string;
  successCriteria: string;
}

/** Keeps what is entered, and sends it; what somebody else marked meanwhile is shown before it is replaced. */
export function useMark(options: {
  lessonId: string;
  entityRef?: string;
  application?: LessonApplication;
  onMarked: (application: LessonApplication) => void;
}) {
  const { lessonId, onMarked } = options;
  const api = useApi(incidentLearningApiRef);
  const [standing, setStanding] = useState(options.application);
  const [values, setValues] = useState<MarkValues>(() => ({
    entityRef: options.entityRef,
    mark: startOf(options.application),
    note: options.application?.note ?? '',
    dueDate: '',
    successCriteria: '',
  }));
  const [asked, setAsked] = useState(false);
  const { entityRef, mark, note } = values;
  // A plan that is under way has its action already.
  const plans = mark === 'planned' && standing?.standing !== 'planned';
  const problems = {
    entityRef: entityRef ? undefined : 'The service is missing: choose one',
    note:
      mark === 'not-applicable' && !note.trim()
        ? 'The reason is missing: say why it does not apply'
        : undefined,
  };

  const send = async () => {
    setAsked(true);
    if (problems.entityRef || problems.note || !entityRef) {
      return;
    }
    try {
      const change = changeOf(values, plans);
      onMarked(
        standing
          ? await api.changeLessonApplication(
              lessonId,
              standing.id,
              standing.revision,
              change,
            )
          : await api.applyLesson(lessonId, {
              entityRef,
              ...change,
              mark: mark === 'open' ? 'applied' : mark,
            }),
      );
    } catch (error) {
      const current = lessonApplicationSchema.safeParse(
        writeRefusalOf(error).current,
      );
      if (!current.success) {
        throw error;
      }
      setStanding(current.data);
      throw new Error(overtaken(current.data));
    }
  };
  return {
    values,
    plans,
    marked: standing,
    problems: (asked ? problems : {}) as Partial<typeof problems>,
    set: (patch: Partial<MarkValues>) =>
      setValues(before => ({ ...before, ...patch })),
    send,
  };
}

function startOf(application?: LessonApplication): LessonStanding {
  return application && application.mark !== 'open'
    ? application.mark
    : 'applied';
}

function changeOf(
  { mark, note, owner, dueDate, successCriteria }: MarkValues,
  plans: boolean,
): LessonApplicationChange {
  return {
    mark,
    note: note.trim().replace(/\s*\n\s*/g, ' ') || undefined,
    plan: plans
      ? {
          owner,
          dueDate: dueDate || undefined,
          successCriteria: successCriteria.trim() || undefined,
        }
      : undefined,
  };
}

function overtaken({ by, mark, note }: LessonApplication): string {
  const said = note ? ` (“${note}”)` : '';
  return `${by} has marked it “${STANDING_WORDS[mark]}”${said} meanwhile. Yours is still here: save again to replace theirs.`;
}
