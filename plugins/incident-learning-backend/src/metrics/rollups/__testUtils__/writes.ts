import {
  IncidentInput,
  PRECISIONS,
  SEVERITIES,
} from '@hindsight/backstage-plugin-incident-learning-common';
import fc from 'fast-check';
import type { Company } from './company';

export const START = Date.parse('2024-01-20');
export const REFS = ['a', 'b', 'c'].map(name => `component:default/${name}`);
export const timeOf = (hours: number) =>
  new Date(START + hours * 3_600_000).toISOString();

/** Incidents on few entities within some months, many of them alike, some restricted, drills or known to the year. */
export const incident: fc.Arbitrary<Partial<IncidentInput>> = fc
  .record({
    entityRefs: fc.subarray(REFS),
    hours: fc.integer({ min: 0, max: 2_500 }),
    precision: fc.constantFrom('exact', 'exact', ...PRECISIONS),
    delay: fc.integer({ min: -5, max: 400 }),
    severity: fc.constantFrom(...SEVERITIES),
    category: fc.constantFrom('error', 'hacking'),
    drill: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
    restricted: fc.integer({ min: 0, max: 4 }).map(n => n === 0),
  })
  .map(({ hours, precision, delay, restricted, ...input }) => ({
    ...input,
    occurredAt: timeOf(hours),
    detectedAt: timeOf(hours + delay),
    resolvedAt: timeOf(hours + 50),
    precision: { detectedAt: precision },
    visibility: restricted ? 'restricted' : 'internal',
  }));

const index = fc.nat({ max: 30 });

/** Something that people do. */
export type Write =
  | { kind: 'create'; inputs: Partial<IncidentInput>[] }
  | { kind: 'edit'; which: number; input: Partial<IncidentInput> }
  | { kind: 'delete'; which: number }
  | {
      kind: 'judge';
      which: number;
      of: number;
      verdict: 'confirmed' | 'rejected';
    }
  | {
      kind: 'publish';
      which: number[];
      hours: number;
      causes: number;
      yes: boolean[];
    }
  | { kind: 'amend'; review: number; which: number[]; causes: number }
  | Learning;

/** What becomes of lessons; one without a time is a draft. */
type Learning =
  | {
      kind: 'learn' | 'relearn' | 'teach';
      review: number;
      lesson: number;
      hours?: number;
    }
  | { kind: 'forget'; lesson: number };

export const write: fc.Arbitrary<Write> = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    inputs: fc.array(incident, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('edit' as const),
    which: index,
    input: incident,
  }),
  fc.record({ kind: fc.constant('delete' as const), which: index }),
  fc.record({
    kind: fc.constant('judge' as const),
    which: index,
    of: index,
    verdict: fc.constantFrom('confirmed' as const, 'rejected' as const),
  }),
  fc.record({
    kind: fc.constant('publish' as const),
    which: fc.array(index, { minLength: 1, maxLength: 3 }),
    hours: fc.integer({ min: 0, max: 2_500 }),
    causes: fc.nat({ max: 2 }),
    yes: fc.array(fc.boolean(), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('amend' as const),
    review: index,
    which: fc.array(index, { minLength: 1, maxLength: 3 }),
    causes: fc.nat({ max: 2 }),
  }),
  fc.record(
    {
      kind: fc.constantFrom(
        'learn' as const,
        'relearn' as const,
        'teach' as const,
      ),
      review: index,
      lesson: index,
      hours: fc.integer({ min: 0, max: 2_500 }),
    },
    { requiredKeys: ['kind', 'review', 'lesson'] },
  ),
  fc.record({ kind: fc.constant('forget' as const), lesson: index }),
);

/** What there is by now. */
export interface Known {
  incident: string[];
  review: string[];
  lesson: string[];
}

/** Does what people would do; what there is none of is left out. */
export function createWriter(
  company: Company,
  known: Known = { incident: [], review: [], lesson: [] },
) {
  const { incident: ids, review: reviews, lesson: lessons } = known;
  const pick = (which: number) => ids[which % ids.length];
  const pickAll = (which: number[]) => [...new Set(which.map(pick))];
  return async (one: Write) => {
    if (one.kind === 'create') {
      ids.push(...(await company.create(one.inputs)));
    }
    if (ids.length === 0) {
      return;
    }
    switch (one.kind) {
      case 'edit':
        await company.edit(pick(one.which), one.input);
        break;
      case 'delete':
        await company.remove(pick(one.which));
        break;
      case 'judge':
        await company.judge(pick(one.which), pick(one.of), one.verdict);
        break;
      case 'publish':
        reviews.push(
          await company.publish(pickAll(one.which), {
            ...one,
            at: timeOf(one.hours),
          }),
        );
        break;
      case 'amend':
        if (reviews.length > 0) {
          await company.amend(
            reviews[one.review % reviews.length],
            pickAll(one.which),
            { causes: one.causes, at: timeOf(2_600) },
          );
        }
        break;
      case 'learn':
      case 'relearn':
      case 'teach':
      case 'forget':
        await learn(company, one, { reviews, lessons });
        break;
      default:
    }
  };
}

async function learn(
  company: Company,
  one: Learning,
  { reviews, lessons }: { reviews: string[]; lessons: string[] },
) {
  const lesson = lessons[one.lesson % lessons.length];
  if (one.kind === 'forget') {
    await company.forget(lesson ?? 'none');
    return;
  }
  const review = reviews[one.review % reviews.length];
  const at = one.hours === undefined ? undefined : timeOf(one.hours);
  if (review && one.kind === 'learn') {
    lessons.push(await company.learn(review, at));
  } else if (review && one.kind === 'relearn') {
    await company.relearn(lesson ?? 'none', review, at);
  } else if (review && at) {
    await company.teach(review, at);
  }
}
