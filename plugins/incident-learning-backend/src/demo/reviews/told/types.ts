import type {
  Incident,
  IncidentInput,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { ToldContent, ToldReview } from '../types';

/** Gives the time of `09:14` on the day it began, or of `+1 08:30` on the day after, as ISO 8601. */
export type ToldClock = (time: string) => string;

/** What a person would have written of an incident and its review. */
export interface ToldCase {
  /** Of the incident in the demo's source system; the review is known by it, too. */
  key: string;
  /** How long ago it began, at least; `year` for the day, or one of the days before it, of its first anniversary. */
  daysAgo: number | 'year';
  /** The day of the week on which it began, 0 for Sunday. */
  weekday: number;
  /** The incident, or the two that one review is of. */
  incidents(at: ToldClock): Omit<IncidentInput, 'source'>[];
  review(
    at: ToldClock,
    incidents: Incident[],
  ): Omit<ToldReview, 'key' | 'incidents' | 'content'> & {
    content: ToldContent;
  };
}
