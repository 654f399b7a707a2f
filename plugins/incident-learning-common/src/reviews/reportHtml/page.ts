import { Html, html, trusted } from './html';
import { REPORT_STYLE } from './style';

/** Nothing may be loaded, run, framed or sent. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** One part of a report, under its own heading. */
export interface ReportPart {
  id: string;
  title: string;
  body: Html;
}

/**
 * A report as one HTML file that opens without a server: no script, nothing loaded from elsewhere, light and dark by the
 * reader's system, and a print style for A4.
 */
export function reportPage(page: {
  title: string;
  /** What sort of report it is. */
  kicker: string;
  /** Facts below the title. */
  meta: Html;
  /** What stands before the first part. */
  before?: Html | false;
  parts: ReportPart[];
  footer: Html;
  /** Rules beside those that all reports have. */
  style?: string;
}): string {
  const { title, kicker, meta, before, parts, footer, style = '' } = page;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${kicker}</title>
        <style>
          ${trusted(REPORT_STYLE + style)}
        </style>
      </head>
      <body>
        <header class="page">
          <p class="kicker">${kicker}</p>
          <h1>${title}</h1>
          ${meta}
        </header>
        <nav aria-label="Contents">
          <ol>
            ${parts.map(
              part => html`<li><a href="#${part.id}">${part.title}</a></li>`,
            )}
          </ol>
        </nav>
        <main>
          ${before}
          ${parts.map(
            part =>
              html`<section id="${part.id}" aria-labelledby="${part.id}-title">
                <h2 id="${part.id}-title">${part.title}</h2>
                ${part.body}
              </section>`,
          )}
        </main>
        <footer>${footer}</footer>
      </body>
    </html> `.text;
}
