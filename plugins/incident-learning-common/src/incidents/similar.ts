import { z } from 'zod';
import { incidentSchema, Incident } from './schema';
import { textSimilarity } from './textSimilarity';

/** What makes two incidents alike, with its share of the score. @public */
export const similarityReasonSchema = z.object({
  /**
   * `pattern`: the same category and attack vector; `category`, `vector`: one of these; `entity`: an affected entity in
   * common; `text`: words of title and summary in common.
   */
  kind: z.enum(['pattern', 'category', 'vector', 'entity', 'text']),
  /** What it adds to the score, 0 to 1. */
  score: z.number(),
  /** The category, vector or entity in common, or the words. */
  shared: z.array(z.string()),
});

/** An incident like another, and why. @public */
export const similarIncidentSchema = z.object({
  incident: incidentSchema,
  /**
   * How it relates to the other: it is repeated by it or repeats it, has its signature, its pattern elsewhere, one of
   * its entities, or only related text.
   */
  relation: z.enum([
    'repeats',
    'repeated-by',
    'signature',
    'pattern',
    'entity',
    'text',
  ]),
  /** From 0 to 1: the sum of its reasons. */
  score: z.number(),
  reasons: z.array(similarityReasonSchema),
});

/** @public */
export type SimilarIncident = z.output<typeof similarIncidentSchema>;
/** @public */
export type SimilarityReason = z.output<typeof similarityReasonSchema>;

/** What each reason can add at most; a whole match of all three adds up to 1. */
const WEIGHTS = {
  pattern: 0.4,
  category: 0.2,
  vector: 0.2,
  entity: 0.3,
  text: 0.3,
};

/** Under this, common words are chance. */
const LEAST_TEXT = 0.25;

/**
 * Why one incident is like another, the weightiest reason first; empty where nothing is. The score adds up: 0.4 for the
 * same category and attack vector (0.2 for one of them), 0.3 for an affected entity in common, and 0.3 times the
 * likeness of title and summary where that is at least 0.25. Two incidents of one signature so have at least 0.7.
 *
 * @public
 */
export function similarityReasons(
  one: Incident,
  other: Incident,
): SimilarityReason[] {
  const kind = kindInCommon(one, other);
  const entities = one.entityRefs.filter(ref => other.entityRefs.includes(ref));
  const text = textSimilarity(one, other);
  const reasons: SimilarityReason[] = kind ? [kind] : [];
  if (entities.length > 0) {
    reasons.push({ kind: 'entity', score: WEIGHTS.entity, shared: entities });
  }
  if (text.likeness >= LEAST_TEXT) {
    const score = WEIGHTS.text * text.likeness;
    reasons.push({ kind: 'text', score, shared: text.words });
  }
  return reasons.sort((a, b) => b.score - a.score);
}

function kindInCommon(
  one: Incident,
  other: Incident,
): SimilarityReason | undefined {
  const category = sameKnown(one.category, other.category);
  const vector = sameKnown(one.attackVector, other.attackVector);
  const shared = [...category, ...vector];
  if (shared.length === 0) {
    return undefined;
  }
  if (shared.length === 2) {
    return { kind: 'pattern', score: WEIGHTS.pattern, shared };
  }
  const kind = category.length > 0 ? 'category' : 'vector';
  return { kind, score: WEIGHTS[kind], shared };
}

function sameKnown(one?: string, other?: string): string[] {
  const known = one !== undefined && one.toLowerCase() !== 'unknown';
  return known && one === other ? [one] : [];
}
