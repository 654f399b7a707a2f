import { useCallback } from 'react';
import { Period, PeriodChoice, usePeriod } from '../url';
import type { FigureAnswers } from './FigureAnswers';
import { useFigureAnswers } from './useMetrics';

/** The period of a page of figures. */
export interface FigurePeriod {
  period: Period;
  answers: FigureAnswers;
  pick: (choice: PeriodChoice) => void;
  /** Tells that a period may be picked next. */
  consider: (choice: PeriodChoice) => void;
}

/**
 * The period that the page's address asks for. The figures of another are asked
 * for when it is picked, or looks as if it will be.
 *
 * @param scope - `org` or an entity ref
 */
export function useFigurePeriod(
  scope: string,
  fallback?: PeriodChoice,
): FigurePeriod {
  const [period, pickPeriod, periodFor] = usePeriod(fallback);
  const answers = useFigureAnswers();
  const pick = useCallback(
    (choice: PeriodChoice) => {
      answers.ask({ scope, period: periodFor(choice) });
      pickPeriod(choice);
    },
    [answers, scope, periodFor, pickPeriod],
  );
  const consider = useCallback(
    (choice: PeriodChoice) =>
      answers.consider({ scope, period: periodFor(choice) }),
    [answers, scope, periodFor],
  );
  return { period, answers, pick, consider };
}
