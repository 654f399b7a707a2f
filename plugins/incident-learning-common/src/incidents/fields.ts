import {
  CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { z } from 'zod';

/**
 * The catalog's own spelling of an entity ref: `kind:namespace/name`, in lower case.
 *
 * @throws Error when `ref` has no kind or is no entity ref at all
 * @public
 */
export function normalizeEntityRef(ref: string): string {
  return stringifyEntityRef(parseEntityRef(ref.trim()) as CompoundEntityRef);
}

/** Whether a text is a full entity ref, kind and all. @public */
export function isEntityRef(ref: string): boolean {
  try {
    const { kind, namespace, name } = parseEntityRef(ref.trim());
    return [kind, namespace, name].every(
      part =>
        part.length <= 63 && /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i.test(part),
    );
  } catch {
    return false;
  }
}

/** A full entity ref, such as `component:default/checkout`. @public */
export const entityRefSchema = z
  .string()
  .refine(isEntityRef, {
    message:
      'is no full entity ref: write kind:namespace/name, such as component:default/checkout',
  })
  .overwrite(ref => (isEntityRef(ref) ? normalizeEntityRef(ref) : ref));

/** A point in time: ISO 8601 with `Z` or an offset; kept in UTC. @public */
export const timeSchema = z.iso
  .datetime({
    offset: true,
    message:
      'is no date and time that exists: write ISO 8601 with a time zone, such as 2024-05-17T09:30:00Z',
  })
  .overwrite(text => {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? text : new Date(ms).toISOString();
  });

/**
 * What every stored thing has: `id` is a UUIDv7, `revision` counts its changes
 * and is its ETag, `createdBy` an entity ref or the name of a service.
 *
 * @public
 */
export const recordShape = {
  id: z.string(),
  revision: z.number().int(),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  createdBy: z.string(),
};

/** A duration in whole milliseconds. @public */
export const durationMsSchema = z
  .number({ message: 'is no number of milliseconds' })
  .min(0, 'is negative: a duration is 0 or more milliseconds')
  .max(Number.MAX_SAFE_INTEGER, 'is longer than can be counted exactly');

/** A share or factor from 0 to 1. @public */
export const unitIntervalSchema = z
  .number({ message: 'is no number' })
  .min(0, 'is below 0: it goes from 0 to 1')
  .max(1, 'is above 1: it goes from 0 to 1');

/** A web address; other schemes could run script where it is shown as a link. @public */
export const urlSchema = z
  .string()
  .max(2000, 'is longer than 2,000 characters')
  .refine(text => /^https?:\/\/\S+$/i.test(text), {
    message: 'is no web address: it starts with https:// or http://',
  });

/** A short line: trimmed, never blank. @public */
export function lineSchema(max: number) {
  return z
    .string({ message: 'is no text' })
    .trim()
    .min(1, 'is empty: write something or leave it out')
    .max(max, `is longer than ${max} characters: shorten it`);
}

/** Text over several lines, such as Markdown. @public */
export const textSchema = z
  .string({ message: 'is no text' })
  .max(100_000, 'is longer than 100,000 characters: link to the rest');
