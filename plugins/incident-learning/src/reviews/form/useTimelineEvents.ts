import { useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef } from '../../api';
import { countEvents } from '../timelineEvents';
import { useReviewContext } from './ReviewContext';

const PAUSE_MS = 10_000;

/**
 * How many events the incidents and the timelines of the review have. As long
 * as there is none, which keeps the review from being published, it is looked
 * for one that was added to an analysis.
 */
export function useTimelineEvents(atFirst: number): number {
  const api = useApi(incidentLearningApiRef);
  const { review, incidents, readOnly } = useReviewContext();
  const [inAnalyses, setInAnalyses] = useState(atFirst);
  const events = incidents.reduce(
    (count, { timeline }) => count + timeline.length,
    inAnalyses,
  );
  const look = () =>
    api.listAnalyses(review.id).then(
      analyses => setInAnalyses(countEvents(analyses)),
      // It is looked again soon.
      () => {},
    );
  useInterval(look, events === 0 && !readOnly ? PAUSE_MS : null);
  return events;
}
