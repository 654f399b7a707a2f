import { z } from 'zod';
import { normalizeEntityRef } from '../incidents/fields';
import { readTime } from '../incidents/times';

/** A query parameter that may be repeated. */
export function manyOf<T extends z.ZodType>(schema: T) {
  return z
    .preprocess(
      value => (typeof value === 'string' ? [value] : value),
      z.array(schema).max(100),
    )
    .optional();
}

/** A query parameter that is `true` or `false`. */
export const flagSchema = z
  .union([z.boolean(), z.enum(['true', 'false'])], {
    message: 'is neither true nor false',
  })
  .transform(value => value === true || value === 'true')
  .optional();

/** The start or end of a period: a date (UTC) or a full time. */
export const boundarySchema = z
  .string()
  .transform((text, context) => {
    const time = readTime(text);
    if (!time) {
      context.addIssue({
        code: 'custom',
        message:
          'is no date that exists: write a date such as 2024-05-17 or a full ISO 8601 time',
      });
      return z.NEVER;
    }
    return time.at;
  })
  .optional();

/** `org`, or the entity whose incidents are meant: a component, group, system or domain. */
export const scopeSchema = z.string().transform((text, context) => {
  if (text === 'org') {
    return text;
  }
  try {
    return normalizeEntityRef(text);
  } catch {
    context.addIssue({
      code: 'custom',
      message:
        'is neither org nor an entity ref: write kind:namespace/name, such as group:default/payments',
    });
    return z.NEVER;
  }
});

/** One page of a list. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    /** Absent on the last page. */
    nextCursor: z.string().optional(),
    /** Only when asked for. */
    totalItems: z.number().int().optional(),
  });
}
