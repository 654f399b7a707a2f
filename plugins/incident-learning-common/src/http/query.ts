import { z } from 'zod';
import { isEntityRef, normalizeEntityRef } from '../incidents/fields';
import { readTime } from '../incidents/times';

/** A query parameter that may be repeated. @public */
export function manyOf<T extends z.ZodType>(schema: T) {
  return z
    .preprocess(
      value => (typeof value === 'string' ? [value] : value),
      z.array(schema).max(100),
    )
    .optional();
}

/** A query parameter that is `true` or `false`. @public */
export const flagSchema = z
  .preprocess(
    value => (value === 'true' || value === 'false' ? value === 'true' : value),
    z.boolean({ message: 'is neither true nor false' }),
  )
  .optional();

/** The start or end of a period: a date (UTC) or a full time. @public */
export const boundarySchema = z
  .string()
  .refine(text => readTime(text) !== undefined, {
    message:
      'is no date that exists: write a date such as 2024-05-17 or a full ISO 8601 time',
  })
  .overwrite(text => readTime(text)?.at ?? text)
  .optional();

/** `org`, or the entity whose incidents are meant: a component, group, system or domain. @public */
export const scopeSchema = z
  .string()
  .refine(text => text === 'org' || isEntityRef(text), {
    message:
      'is neither org nor an entity ref: write kind:namespace/name, such as group:default/payments',
  })
  .overwrite(text => (isEntityRef(text) ? normalizeEntityRef(text) : text))
  .describe('org, or the ref of a component, group, system or domain');

/** One page of a list. @public */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    /** Absent on the last page. */
    nextCursor: z.string().optional(),
    /** Only when asked for. */
    totalItems: z.number().int().optional(),
  });
}
