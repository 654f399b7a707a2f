import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  Incident,
  Review,
  reviewSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText, writeRefusalOf } from '../../api';
import { useReviewContext } from './ReviewContext';

type Change = (ids: string[]) => string[];

/** Adds incidents to the review and removes them, each at once. */
export function useIncidents() {
  const api = useApi(incidentLearningApiRef);
  const { review, incidents, merge, setIncidents } = useReviewContext();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string>();
  const [problem, setProblem] = useState<string>();

  /** Somebody who changed something else of the review meanwhile is no reason to refuse. */
  const save = async (current: Review, change: Change, mayRetry = true) => {
    const { id, revision, incidentIds } = current;
    try {
      return await api.updateReview(id, revision, {
        incidentIds: change(incidentIds),
      });
    } catch (error) {
      const standing = reviewSchema.safeParse(writeRefusalOf(error).current);
      if (mayRetry && standing.success) {
        return save(standing.data, change, false);
      }
      throw error;
    }
  };
  const run = async (
    change: Change,
    options: { shown: Incident[]; said: string },
  ): Promise<void> => {
    setBusy(true);
    setDone(undefined);
    setProblem(undefined);
    try {
      merge(await save(review, change));
      setIncidents(options.shown);
      setDone(options.said);
    } catch (error) {
      setProblem(`Not saved: ${refusalText(error)}`);
    }
    setBusy(false);
  };
  return {
    busy,
    done,
    problem,
    add: (incident: Incident) =>
      run(ids => [...ids.filter(id => id !== incident.id), incident.id], {
        shown: [...incidents, incident],
        said: `Added “${incident.title}”.`,
      }),
    remove: (incident: Incident) =>
      run(ids => ids.filter(id => id !== incident.id), {
        shown: incidents.filter(({ id }) => id !== incident.id),
        said: `Removed “${incident.title}”. What was written about it stays.`,
      }),
  };
}
