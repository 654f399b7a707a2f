import {
  Report,
  renderReportHtml,
  renderReportMarkdown,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { Response } from 'express';
import { sendReportFile } from '../http';

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
  sendReportFile(res, {
    name: `review-${report.reviewId}-v${report.version}.${ending}`,
    type,
    text: render(report),
  });
}
