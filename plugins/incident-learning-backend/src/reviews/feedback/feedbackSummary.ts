import {
  FEEDBACK_SHOWN_FROM,
  FeedbackSummary,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Identity } from '../../access';
import type { FeedbackAnswer, FeedbackRequest } from './FeedbackStore';

/**
 * What may be shown of the feedback so far. Whoever watched the list of those awaited shrink while answers appear
 * would know who wrote which, so the first anonymous answer empties it.
 */
export function summaryOf(
  feedback: { requests: FeedbackRequest[]; answers: FeedbackAnswer[] },
  { userRef, refs }: Identity,
): FeedbackSummary {
  const { requests, answers } = feedback;
  const anonymous = answers.filter(({ author }) => author === undefined);
  const shown = anonymous.length >= FEEDBACK_SHOWN_FROM;
  const mine = answers.find(
    ({ author }) => author !== undefined && author === userRef,
  );
  const awaited = requests
    .filter(({ answered }) => !answered)
    .map(({ entityRef }) => entityRef);
  return {
    asked: requests.length,
    answered: requests.length - awaited.length,
    waitingFor: anonymous.length > 0 ? [] : awaited,
    answers: answers
      .filter(({ author }) => author !== undefined || shown)
      .map(({ author, answers: said }) => ({ by: author, answers: said })),
    withheld: shown ? 0 : anonymous.length,
    mine: mine && { by: mine.author, answers: mine.answers },
    waitsForMe: awaited.some(ref => refs.includes(ref)),
  };
}
