import {
  Report,
  renderReportHtml,
  renderReportMarkdown,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Response } from 'express';

/** A file that somebody opens from this address must not act on their behalf. */
const POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const FORMATS = {
  markdown: {
    type: 'text/markdown',
    ending: 'md',
    render: renderReportMarkdown,
  },
  html: { type: 'text/html', ending: 'html', render: renderReportHtml },
};

/** Answers with a report as a file to save. */
export function writeReport(
  res: Response,
  report: Report,
  format: keyof typeof FORMATS,
): void {
  const { type, ending, render } = FORMATS[format];
  const text = render(report);
  res
    .attachment(`review-${report.reviewId}-v${report.version}.${ending}`)
    .type(`${type}; charset=utf-8`)
    .setHeader('Content-Security-Policy', POLICY)
    .setHeader('X-Content-Type-Options', 'nosniff')
    .send(text);
}
