import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const KEY = 'incidentLearning.github';

const nameSchema = z
  .string()
  .regex(/^[\w.-]+\/[\w.-]+$/, 'is no repository: write owner/name');

const labelsSchema = z.array(z.string().min(1)).default([]);

const settingsSchema = z.strictObject({
  host: z.string().min(1).default('github.com'),
  repositories: z
    .array(z.strictObject({ name: nameSchema, labels: labelsSchema }))
    .default([]),
  owners: z.array(z.string().min(1)).optional(),
  labels: labelsSchema,
  webhookSecret: z
    .string()
    .min(1, 'is empty: give the secret of the webhook, or leave it out')
    .optional(),
});

/** What the configuration says of GitHub. */
export interface GithubSettings {
  host: string;
  /** The one to propose first. */
  repositories: { name: string; labels: string[] }[];
  /** Whose repositories the catalog may name, in lower case. */
  owners: string[];
  /** Of issues in a repository that the catalog names. */
  labels: string[];
  webhookSecret?: string;
}

/**
 * What the configuration says; undefined where it says nothing.
 *
 * @throws InputError that names each setting that is wrong, and never what it says
 */
export function readGithubSettings(
  config: RootConfigService,
): GithubSettings | undefined {
  const value = config.getOptional(KEY);
  if (value === undefined) {
    return undefined;
  }
  const parsed = settingsSchema.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(({ path, message }) => `${[KEY, ...path].join('.')} ${message}`)
        .join('; '),
    );
  }
  const { repositories, owners } = parsed.data;
  const named = owners ?? repositories.map(({ name }) => name.split('/')[0]);
  return {
    ...parsed.data,
    owners: named.map(owner => owner.toLowerCase()),
  };
}
