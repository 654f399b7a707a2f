import { z } from 'zod';
import { VERIFICATION_METHODS } from '../actions/schema';
import {
  entityRefSchema,
  isEntityRef,
  normalizeEntityRef,
  timeSchema,
} from '../incidents/fields';
import { CAUSE_TYPES, PRIORITIES } from '../lessons/schema';
import { incidentGroupSchema } from '../patterns/schema';
import { isWeek } from './weeks';

/** The most scopes whose bulletin one person follows. @public */
export const MAX_FOLLOWED_SCOPES = 20;

/** In the order of ISO 8601. @public */
export const DAYS_OF_WEEK = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** @public */
export const weekSchema = z
  .string()
  .refine(isWeek, {
    message: 'is no week that there is: write year and week, such as 2026-W47',
  })
  .describe('A week as in ISO 8601, such as 2026-W47');

/** `org`, `mine` for all groups of the reader, or an entity as elsewhere. @public */
export const bulletinScopeSchema = z
  .string()
  .refine(text => text === 'org' || text === 'mine' || isEntityRef(text), {
    message:
      'is neither org, mine nor an entity ref: write kind:namespace/name, such as group:default/payments',
  })
  .overwrite(text => (isEntityRef(text) ? normalizeEntityRef(text) : text))
  .describe(
    'org, mine for the groups of the reader, or the ref of a component, group, system or domain',
  );

/** @public */
export const bulletinQuerySchema = z.object({
  /** The last that is over unless said. */
  week: weekSchema.optional(),
  scope: bulletinScopeSchema.default('org'),
  /** As Markdown it is to be passed on, so it leaves out what is restricted. */
  format: z.enum(['json', 'markdown']).default('json'),
});

/** The most items that a section names; `count` tells how many there are. @public */
export const MAX_BULLETIN_ITEMS = 20;

function sectionSchema<T extends z.ZodType>(item: T) {
  return z.object({
    count: z.number().int(),
    /** At most 20. */
    items: z.array(item),
  });
}

/** @public */
export const bulletinLessonSchema = z.object({
  id: z.string(),
  statement: z.string(),
  type: z.enum(CAUSE_TYPES),
  priority: z.enum(PRIORITIES),
  category: z.string().optional(),
  reviewId: z.string().optional(),
  publishedAt: timeSchema,
});

/** @public */
export const bulletinReviewSchema = z.object({
  id: z.string(),
  title: z.string(),
  publishedAt: timeSchema,
});

const actionItem = {
  id: z.string(),
  title: z.string(),
  owner: entityRefSchema.optional(),
};

/** @public */
export const bulletinVerifiedSchema = z.object({
  ...actionItem,
  verifiedAt: timeSchema,
  how: z.enum(VERIFICATION_METHODS).optional(),
});

/** @public */
export const bulletinOverdueSchema = z.object({
  ...actionItem,
  dueDate: z.iso.date(),
  /** Whole days since the due date. */
  daysLate: z.number().int(),
  /** Whether its due date passed in this very week. */
  newlyOverdue: z.boolean(),
});

/** @public */
export const bulletinPatternSchema = incidentGroupSchema.pick({
  category: true,
  attackVector: true,
  count: true,
  severities: true,
  firstAt: true,
  lastAt: true,
  services: true,
  serviceCount: true,
});

/**
 * What a week taught. A section that the reader may not read at all is absent.
 *
 * @public
 */
export const bulletinSchema = z
  .object({
    week: z.string(),
    /** The week under way, after which there is none yet. */
    currentWeek: z.string(),
    scope: z.string(),
    /** The reader's groups, where the scope is `mine`. */
    groups: z.array(z.string()).optional(),
    from: timeSchema,
    to: timeSchema,
    /** Where days begin. */
    timeZone: z.string(),
    generatedAt: timeSchema,
    /** Published in the week, the latest first. */
    lessons: sectionSchema(bulletinLessonSchema).optional(),
    /** Whose report was first published in the week, the latest first. */
    reviews: sectionSchema(bulletinReviewSchema).optional(),
    /** Verified in the week, the latest first. */
    verified: sectionSchema(bulletinVerifiedSchema).optional(),
    /** Overdue when the week ended, or now while it lasts: those of the week first, then the longest. */
    overdue: sectionSchema(bulletinOverdueSchema).optional(),
    /** That became patterns in the week, the largest first. */
    patterns: sectionSchema(bulletinPatternSchema).optional(),
  })
  .meta({ id: 'Bulletin' });

/** @public */
export const followingInputSchema = z
  .strictObject({
    /** Whose bulletin comes each week; none to follow no longer. */
    scopes: z
      .array(bulletinScopeSchema)
      .max(
        MAX_FOLLOWED_SCOPES,
        `names more than ${MAX_FOLLOWED_SCOPES}: follow fewer, or the whole organisation`,
      )
      .overwrite(scopes => [...new Set(scopes)]),
  })
  .meta({ id: 'BulletinFollowingInput' });

/** Which bulletins come to the reader, and when. @public */
export const followingSchema = z
  .object({
    scopes: z.array(z.string()),
    /** When notifications are sent, of the week that is then over. */
    delivery: z.object({
      day: z.enum(DAYS_OF_WEEK),
      /** From 0 to 23. */
      hour: z.number().int(),
      timeZone: z.string(),
    }),
  })
  .meta({ id: 'BulletinFollowing' });

/** @public */
export type BulletinQuery = z.output<typeof bulletinQuerySchema>;
/** @public */
export type Bulletin = z.output<typeof bulletinSchema>;
/** @public */
export type BulletinLesson = z.output<typeof bulletinLessonSchema>;
/** @public */
export type BulletinReview = z.output<typeof bulletinReviewSchema>;
/** @public */
export type BulletinVerified = z.output<typeof bulletinVerifiedSchema>;
/** @public */
export type BulletinOverdue = z.output<typeof bulletinOverdueSchema>;
/** @public */
export type BulletinPattern = z.output<typeof bulletinPatternSchema>;
/** @public */
export type BulletinFollowingInput = z.input<typeof followingInputSchema>;
/** @public */
export type BulletinFollowing = z.output<typeof followingSchema>;
