import { useCallback, useEffect, useRef, useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import useLatest from 'react-use/esm/useLatest';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import type { AnalysisRecord } from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef } from '../../api';
import { loadIncidents, loadParts } from '../loadReview';
import { NewsItem, newerOf, newsBetween } from './news';
import { useReviewContext } from './ReviewContext';
import { useSavingOverview } from './SavingContext';

const PAUSE_MS = 10_000;
const MOST = 5;
const LISTS = ['lessons', 'actions', 'analyses'] as const;

/** What others did to the review while it is open here. */
export interface News {
  items: NewsItem[];
  /** The analyses as they stand with the server. */
  analyses: AnalysisRecord[];
  /** Takes over what was written in the analyses here. */
  setAnalyses: (analyses: AnalysisRecord[]) => void;
  dismiss: () => void;
}

/**
 * Looks every few seconds, as long as somebody can see the page, for what others have written, and takes it over
 * wherever nothing else is being written here.
 */
export function useNews(atFirst: AnalysisRecord[]): News {
  const api = useApi(incidentLearningApiRef);
  const identity = useApi(identityApiRef);
  const context = useReviewContext();
  const { busy } = useSavingOverview();
  const [items, setItems] = useState<NewsItem[]>([]);
  const [analyses, setAnalyses] = useState(atFirst);
  const looking = useRef(false);
  const latest = useLatest({ ...context, analyses, busy });

  const look = useCallback(async () => {
    const shown = latest.current;
    if (shown.busy || looking.current || document.hidden) {
      return;
    }
    looking.current = true;
    try {
      const { review } = shown;
      const loaded = await loadParts(api, review.id);
      const { userEntityRef: me } = await identity.getBackstageIdentity();
      const found = await newsBetween(shown, loaded, {
        history: () => api.getReviewHistory(review.id),
        me,
      });
      const now = latest.current;
      // What was written here meanwhile is newer than what was asked for.
      const untouched = LISTS.every(list => now[list] === shown[list]);
      if (now.busy || !untouched) {
        return;
      }
      now.merge(loaded.review);
      now.setLessons(before => newerOf(before, loaded.lessons));
      now.setActions(before => newerOf(before, loaded.actions));
      setAnalyses(before => newerOf(before, loaded.analyses));
      if (String(loaded.review.incidentIds) !== String(review.incidentIds)) {
        now.setIncidents(await loadIncidents(api, loaded.review.incidentIds));
      }
      setItems(before => [...before, ...found].slice(-MOST));
    } catch {
      // It is looked again soon; a write would tell what is wrong.
    } finally {
      looking.current = false;
    }
  }, [api, identity, latest]);

  useInterval(look, PAUSE_MS);
  useEffect(() => {
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [look]);
  return { items, analyses, setAnalyses, dismiss: () => setItems([]) };
}
