import { MutableRefObject, createContext, useContext } from 'react';
import type {
  Action,
  Incident,
  Lesson,
  Review,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** What the parts of the form share. */
export interface ReviewContextValue {
  review: Review;
  incidents: Incident[];
  lessons: Lesson[];
  actions: Action[];
  readOnly: boolean;
  /** Those who took part, whom a cause should not name. */
  people: string[];
  /** Takes over what the server answered to a write of one part. */
  merge: (review: Review) => void;
  setIncidents: (incidents: Incident[]) => void;
  setLessons: (change: (before: Lesson[]) => Lesson[]) => void;
  setActions: (change: (before: Action[]) => Action[]) => void;
  /** What is being written in a section, for the checklist, before it is saved. */
  setTyped: (section: string, text: string) => void;
  /** Ways to write on in the sections, by their ids. */
  appenders: MutableRefObject<Map<string, (text: string) => void>>;
}

const ReviewContext = createContext<ReviewContextValue | undefined>(undefined);

export const ReviewContextProvider = ReviewContext.Provider;

/** The review whose form a part stands in. */
export function useReviewContext(): ReviewContextValue {
  const value = useContext(ReviewContext);
  if (!value) {
    throw new Error('A part of a review stands outside of its form');
  }
  return value;
}

const NOBODY: string[] = [];

/** The names that a blameless text does without; none outside of a review. */
export function usePeople(): string[] {
  return useContext(ReviewContext)?.people ?? NOBODY;
}
