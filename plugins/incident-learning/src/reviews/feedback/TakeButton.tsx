import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import {
  FEEDBACK_QUESTIONS,
  ReviewSection,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { incidentLearningApiRef, refusalText } from '../../api';
import { withRecord } from '../form/records';
import { useReviewContext } from '../form/ReviewContext';

type Question = (typeof FEEDBACK_QUESTIONS)[number][0];

/** The section that answers to a question go into, by what templates call it. */
const SECTION_OF: Partial<Record<Question, string[]>> = {
  wentWell: ['whatWentWell'],
  couldImprove: ['whatCouldImprove'],
  surprised: ['whereWeGotLucky', 'whatCouldImprove'],
};

const LINE = { lesson: 1000, action: 300 };

/** Takes an answer into the review, without who gave it. */
export function TakeButton(props: { question: Question; text: string }) {
  const take = useTake(props.question);
  const [state, setState] = useState<'open' | 'busy' | 'taken'>('open');
  const [error, setError] = useState<string>();
  const run = async () => {
    setState('busy');
    setError(undefined);
    try {
      await take.run(props.text);
      setState('taken');
    } catch (caught) {
      setError(refusalText(caught));
      setState('open');
    }
  };
  return (
    <>
      <Button size="small" disabled={state !== 'open'} onClick={run}>
        {state === 'taken' ? 'Taken over' : take.label}
      </Button>
      {error && <span role="alert">Not taken over: {error}</span>}
    </>
  );
}

function useTake(question: Question) {
  const api = useApi(incidentLearningApiRef);
  const { review, appenders, setLessons, setActions } = useReviewContext();
  if (question === 'lessons') {
    return {
      label: 'Make it a lesson',
      run: async (text: string) => {
        const { line, rest } = cut(text, LINE.lesson);
        const lesson = await api.createLesson({
          statement: line,
          detail: rest,
          reviewId: review.id,
        });
        setLessons(all => withRecord(all, lesson));
      },
    };
  }
  if (question === 'suggestedActions') {
    return {
      label: 'Make it an idea',
      run: async (text: string) => {
        const { line, rest } = cut(text, LINE.action);
        const action = await api.createAction({
          title: line,
          description: rest,
          reviewId: review.id,
        });
        setActions(all => withRecord(all, action));
      },
    };
  }
  // Another template has other sections: what was said is then sorted by hand.
  const section =
    findSection(review.sections, SECTION_OF[question] ?? []) ??
    review.sections[0];
  return {
    label: `Add to “${section.title}”`,
    run: async (text: string) =>
      appenders.current.get(section.id)?.(asItem(text)),
  };
}

function findSection(sections: ReviewSection[], ids: string[]) {
  return ids
    .map(id => sections.find(section => section.id === id))
    .find(section => section !== undefined);
}

function asItem(text: string): string {
  return `- ${text.trim().replace(/\n/g, '\n  ')}`;
}

/** The first line of a text as far as a title holds, and the whole where more follows. */
function cut(text: string, longest: number): { line: string; rest?: string } {
  const whole = text.trim();
  const line = whole.split('\n')[0].slice(0, longest).trim();
  return { line, rest: line === whole ? undefined : whole };
}
