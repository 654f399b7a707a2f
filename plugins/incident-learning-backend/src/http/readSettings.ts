import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { z } from 'zod';
import { problemsOf, sentenceOf } from './errors';

/**
 * Reads settings, with what they are unless said.
 *
 * @throws InputError that names each setting that is wrong
 */
export function readSettings<Schema extends z.ZodType>(
  config: RootConfigService,
  key: string,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(config.getOptional(key) ?? {});
  if (!parsed.success) {
    throw new InputError(
      problemsOf(parsed.error)
        .map(problem => `${key}.${sentenceOf(problem)}`)
        .join('; '),
    );
  }
  return parsed.data;
}
