import { z } from 'zod';
import { lineSchema } from '../incidents/fields';
import { evidenceListSchema, nodeIdSchema, nodesSchema } from './fields';
import { StructureProblem, checkForest, isReadable, report } from './structure';
import { FISHBONE_CATEGORIES } from './vocabulary';

const categorySchema = lineSchema(60);

/** One cause or sub-cause of a fishbone. @public */
export const fishboneCauseSchema = z
  .strictObject({
    id: nodeIdSchema,
    /** The cause that this one explains; without it, it hangs on its category. */
    parentId: nodeIdSchema.optional(),
    /** Needed without a parent; a sub-cause lies in the category of its parent. */
    category: categorySchema.optional(),
    text: lineSchema(1000),
    evidence: evidenceListSchema,
    cause: z.boolean({ message: 'is neither true nor false' }).default(false),
  })
  .meta({ id: 'FishboneCause' });

/** The names of a fishbone's categories, in the order in which they are drawn. @public */
export const fishboneCategoriesSchema = z
  .array(categorySchema)
  .min(1, 'is empty: name at least one category')
  .max(12, 'has more than 12 categories: join some')
  .refine(names => new Set(names).size === names.length, {
    message: 'names a category twice: name each once',
  });

/**
 * A fishbone (cause-and-effect, Ishikawa) analysis: causes and sub-causes by category, as a flat list whose nodes name
 * their parents.
 *
 * @public
 */
export const fishboneSchema = z
  .strictObject({
    kind: z.literal('fishbone'),
    effect: lineSchema(1000),
    categories: fishboneCategoriesSchema.default([...FISHBONE_CATEGORIES]),
    causes: nodesSchema(fishboneCauseSchema),
  })
  .superRefine(
    (value, ctx) => {
      report(ctx, checkForest(value.causes, 'causes'));
      report(ctx, checkCategories(value));
    },
    {
      when: ({ value }) =>
        isReadable(value, 'causes') &&
        Array.isArray((value as { categories?: unknown }).categories),
    },
  )
  .meta({ id: 'FishboneAnalysis' });

function checkCategories({
  categories,
  causes,
}: {
  categories: string[];
  causes: FishboneCause[];
}): StructureProblem[] {
  const problems: StructureProblem[] = [];
  const byId = new Map(causes.map(cause => [cause.id, cause]));
  causes.forEach(({ category, parentId }, index) => {
    const path = ['causes', index, 'category'];
    const parent = parentId === undefined ? undefined : byId.get(parentId);
    if (category === undefined) {
      if (parentId === undefined) {
        problems.push({
          path,
          message: `is missing: write one of ${categories.join(', ')}`,
        });
      }
    } else if (!categories.includes(category)) {
      problems.push({
        path,
        message: `is no category of this fishbone ("${category}"): write one of ${categories.join(
          ', ',
        )}, or add it to them`,
      });
    } else if (parent?.category && parent.category !== category) {
      problems.push({
        path,
        message: `is "${category}" under a cause in "${parent.category}": leave it out, a sub-cause lies where its parent does`,
      });
    }
  });
  return problems;
}

/** @public */
export type FishboneCause = z.output<typeof fishboneCauseSchema>;
/** @public */
export type FishboneAnalysis = z.output<typeof fishboneSchema>;
