import { NotImplementedError } from '@backstage/errors';
import type { Report } from '@hindsight/backstage-plugin-incident-learning-common';
import type { Response } from 'express';

/** Answers with a report as a file. */
export async function writeReport(
  _res: Response,
  report: Report,
  format: 'markdown' | 'html',
): Promise<void> {
  throw new NotImplementedError(
    `Report ${report.version} cannot be written as ${format} yet: ask for json`,
  );
}
