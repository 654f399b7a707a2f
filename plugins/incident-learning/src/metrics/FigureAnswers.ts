import type {
  IncidentLearningApi,
  Metrics,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { withLocalBuckets } from './localBuckets';
import { Selection, queryOf } from './selection';

/** Metrics, and the selection that they are of. */
export interface Measured {
  metrics: Metrics;
  selection: Selection;
}

interface Asked {
  at: number;
  controller: AbortController;
  answer: Promise<Measured>;
}

/** How long an answer that was asked for ahead of its use is one of now. */
const AHEAD_MS = 5_000;
/** How long a pointer rests on a period before it is asked for. */
const REST_MS = 40;
const KEPT = 16;

/**
 * Asks for figures as soon as it is known that they will be shown, and keeps
 * those that were: they stand in for their selection while it is asked for anew.
 */
export class FigureAnswers {
  private ahead?: Asked & { key: string };
  private resting?: ReturnType<typeof setTimeout>;
  private readonly kept = new Map<string, Measured>();

  constructor(private readonly api: Pick<IncidentLearningApi, 'getMetrics'>) {}

  /** Asks at once; `answer` takes the answer over. */
  ask(selection: Selection): void {
    clearTimeout(this.resting);
    const key = keyOf(selection);
    if (this.ahead?.key === key && isOfNow(this.ahead)) {
      return;
    }
    this.ahead?.controller.abort();
    this.ahead = { key, ...this.send(selection) };
    // Whoever takes it over is told; nobody has to.
    this.ahead.answer.catch(() => {});
  }

  /** Asks when nothing else is considered at once, as a pointer crosses many periods on its way to one. */
  consider(selection: Selection): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.ask(selection), REST_MS);
  }

  /** The figures of now: those asked for ahead, once, or those of a new question. */
  answer(selection: Selection, signal: AbortSignal): Promise<Measured> {
    clearTimeout(this.resting);
    const { ahead } = this;
    this.ahead = undefined;
    const taken =
      ahead?.key === keyOf(selection) && isOfNow(ahead) ? ahead : undefined;
    if (!taken) {
      ahead?.controller.abort();
    }
    const { controller, answer } = taken ?? this.send(selection);
    signal.addEventListener('abort', () => controller.abort());
    return answer;
  }

  /** The last figures of a selection. */
  last(selection: Selection): Measured | undefined {
    return this.kept.get(keyOf(selection));
  }

  private send(selection: Selection): Asked {
    const controller = new AbortController();
    const { signal } = controller;
    return {
      at: performance.now(),
      controller,
      answer: this.api
        .getMetrics(queryOf(selection), { signal })
        .then(metrics => {
          const measured = { metrics: withLocalBuckets(metrics), selection };
          const last = this.last(selection);
          // What has not changed is not drawn again.
          return this.keep(last && isSame(last, measured) ? last : measured);
        }),
    };
  }

  private keep(measured: Measured): Measured {
    const key = keyOf(measured.selection);
    this.kept.delete(key);
    this.kept.set(key, measured);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT) {
      this.kept.delete(oldest);
    }
    return measured;
  }
}

function keyOf(selection: Selection): string {
  return JSON.stringify(queryOf(selection));
}

function isSame(one: Measured, other: Measured): boolean {
  return JSON.stringify(one.metrics) === JSON.stringify(other.metrics);
}

function isOfNow({ at, controller }: Asked): boolean {
  return !controller.signal.aborted && performance.now() - at < AHEAD_MS;
}
