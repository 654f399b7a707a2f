import type { Response } from 'express';

/** A file that somebody opens from this address must not act on their behalf. */
const POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Answers with a report as a file to save. */
export function sendReportFile(
  res: Response,
  file: { name: string; type: string; text: string },
): void {
  res
    .attachment(file.name)
    .type(`${file.type}; charset=utf-8`)
    .setHeader('Content-Security-Policy', POLICY)
    .setHeader('X-Content-Type-Options', 'nosniff')
    .send(file.text);
}
