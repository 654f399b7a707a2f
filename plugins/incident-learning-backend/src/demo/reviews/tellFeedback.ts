import type {
  FeedbackAnswers,
  Incident,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { GUEST_REF } from '../company';
import type { Random } from '../random';
import type { ToldAnswer } from './types';

const SAID: Record<
  'wentWell' | 'couldImprove' | 'surprised' | 'lessons' | 'suggestedActions',
  readonly string[]
> = {
  wentWell: [
    'Short messages, one voice in the call.',
    'Somebody wrote down times from the start. It saved us an hour today.',
    'We asked for help early.',
    'Support had a text before they needed it.',
    'The runbook was right for once.',
    'Nobody had to be woken twice.',
  ],
  couldImprove: [
    'Two channels at once. I read the wrong one for ten minutes.',
    'The dashboard shows everything except what users see.',
    'I did not know whom to ask about the other side of the interface.',
    'We kept looking for the cause when going back would have been enough.',
    'The alert came in a flood of others.',
    'Customer service heard of it from customers.',
  ],
  surprised: [
    'How long it had been going on.',
    'That nobody owns it.',
    'That staging is so different.',
    'How calm it was.',
  ],
  lessons: [
    'Ask the people at the belt first.',
    'A fallback has to be practised.',
    'Look at the customer’s side before looking at ours.',
    'Say out loud what you are about to do.',
  ],
  suggestedActions: [
    'One channel per incident, with its name in the topic.',
    'Try the fallback once a quarter.',
    'Put the owner into the alert.',
  ],
};

/** What those who took part have answered; most do, and some without their name. */
export function tellFeedback(
  incidents: Incident[],
  options: { state: string; random: Random },
): ToldAnswer[] {
  const { state, random } = options;
  const refs = incidents.flatMap(({ participants }) =>
    participants.map(({ entityRef }) => entityRef),
  );
  const asked = new Set(state === 'gathering' ? [...refs, GUEST_REF] : refs);
  const share = state === 'gathering' ? 0.45 : 0.8;
  return [...asked].map(entityRef => {
    const answers = tellAnswers(random.fork(entityRef));
    const anonymous = random.chance(0.3);
    // Whoever looks at the demo answers for themselves.
    const answered = random.chance(share) && entityRef !== GUEST_REF;
    return answered ? { entityRef, anonymous, answers } : { entityRef };
  });
}

function tellAnswers(random: Random): FeedbackAnswers {
  const say = (question: keyof typeof SAID, chance: number) =>
    random.chance(chance) ? { [question]: random.pick(SAID[question]) } : {};
  return {
    ...say('wentWell', 0.8),
    ...say('couldImprove', 0.75),
    ...say('surprised', 0.35),
    ...say('lessons', 0.4),
    ...say('suggestedActions', 0.3),
    learnedSomething: random.chance(0.72),
    wouldAttendAgain: random.chance(0.85),
    responseRating: random.weighted([
      [2, 1],
      [3, 4],
      [4, 6],
      [5, 3],
    ]),
  };
}
