import { PRINT_STYLE } from './printStyle';

const COLOURS = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --card: #f7f9fb; --ink: #1b2430; --muted: #566270; --line: #d8dfe6; --strong: #b9c4cf;
  --accent: #1d4e89; --soft: #eaf1f9;
  --bad: #a32a14; --bad-soft: #fdeeea; --warn: #7a4f00; --warn-soft: #fff4d9; --good: #17633a; --good-soft: #e5f5ec;
  --undetected: #e0a458; --undeclared: #a393cf; --containing: #d98071; --resolving: #7fa8d9;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #14191f; --card: #1e242c; --ink: #e9eef3; --muted: #aab6c2; --line: #343e4a; --strong: #4b5866;
    --accent: #8fbcf2; --soft: #1f2c3b;
    --bad: #ff9c85; --bad-soft: #402420; --warn: #efc571; --warn-soft: #382e18; --good: #7fd3a3; --good-soft: #17342a;
    --undetected: #c98f45; --undeclared: #9382c6; --containing: #c96f60; --resolving: #5d8fcb;
  }
}
`;

const PAGE = `
*, *::before, *::after { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 3rem 2rem 4rem; max-width: 74rem; background: var(--page); color: var(--ink);
  font: 16px/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  overflow-wrap: anywhere;
  display: grid; grid-template-columns: 11rem minmax(0, 1fr); column-gap: 3.5rem; align-items: start;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; margin: 0; }
h1 { font-size: 2.25rem; letter-spacing: -0.02em; max-width: 34ch; }
h2 { font-size: 1.5rem; letter-spacing: -0.01em; margin-bottom: 1rem; }
h3 { font-size: 1.0625rem; text-wrap: pretty; }
.number { color: var(--muted); font-weight: 500; margin-right: 0.25rem; }
p, ul, ol, dl, figure { margin: 0; }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
header.page { grid-column: 1 / -1; padding-bottom: 2rem; margin-bottom: 2.5rem; border-bottom: 1px solid var(--line); }
.kicker { color: var(--accent); font-weight: 600; font-size: 0.875rem; margin-bottom: 0.5rem; }
.meta { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin-top: 1.75rem; font-size: 0.9375rem; }
.meta > div { max-width: 36rem; }
dt { color: var(--muted); font-size: 0.8125rem; line-height: 1.4; }
dd { margin: 0; }
.role, .note, .lead, footer, figcaption { color: var(--muted); }
.note { font-size: 0.875rem; margin-top: 0.5rem; }
.note b, .evidence > b, .success > b { color: var(--ink); font-weight: 600; }
.note > span { margin-right: 1rem; }
.lead { margin-bottom: 1rem; font-size: 0.9375rem; }
.plain { white-space: pre-line; }
nav { position: sticky; top: 2rem; font-size: 0.9375rem; }
nav ol { list-style: none; padding: 0; border-left: 1px solid var(--line); }
nav a { display: block; padding: 0.3rem 0 0.3rem 1rem; margin-left: -1px; border-left: 1px solid transparent; color: var(--muted); text-decoration: none; line-height: 1.4; }
nav a:hover { color: var(--accent); border-left-color: var(--accent); }
main > * + * { margin-top: 3.5rem; }
section { scroll-margin-top: 2rem; }
footer { grid-column: 1 / -1; margin-top: 4rem; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 0.875rem; }
.amended { border-left: 3px solid var(--accent); background: var(--soft); border-radius: 0 6px 6px 0; padding: 1rem 1.25rem; }
`;

const PARTS = `
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1.25rem 1.5rem; }
.card + .card { margin-top: 1rem; }
.cards { list-style: none; padding: 0; }
.cards .badges { margin-bottom: 0.5rem; }
.badges { display: flex; flex-wrap: wrap; gap: 0.375rem; }
.badge {
  display: inline-block; padding: 0.0625rem 0.5rem; border: 1px solid var(--strong); border-radius: 1rem;
  color: var(--muted); font-size: 0.75rem; line-height: 1.5; font-weight: 500; max-width: 100%;
}
.primary, .status-open { color: var(--accent); background: var(--soft); border-color: currentColor; }
.severity-critical, .severity-high, .priority-critical, .priority-high { color: var(--bad); background: var(--bad-soft); border-color: currentColor; }
.severity-medium, .status-in-progress { color: var(--warn); background: var(--warn-soft); border-color: currentColor; }
.status-completed, .status-verified { color: var(--good); background: var(--good-soft); border-color: currentColor; }
.status-idea { border-style: dashed; }
.incident header { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; justify-content: space-between; align-items: baseline; }
.figures { display: flex; flex-wrap: wrap; gap: 0.75rem 3rem; margin-top: 1.25rem; }
.figures dd { font-size: 1.5rem; font-weight: 600; letter-spacing: -0.01em; line-height: 1.3; font-variant-numeric: tabular-nums; }
.phases { margin-top: 1.25rem; }
.phases svg { display: block; border-radius: 3px; overflow: hidden; }
.phases ul { list-style: none; padding: 0; margin-top: 0.5rem; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.875rem; color: var(--muted); }
.phases li b { color: var(--ink); font-weight: 600; }
.phases svg.key { display: inline-block; margin-right: 0.4rem; border-radius: 0; }
.phases figcaption { font-size: 0.8125rem; margin-top: 0.25rem; }
.phase-detectedAt { fill: var(--undetected); }
.phase-declaredAt { fill: var(--undeclared); }
.phase-containedAt { fill: var(--containing); }
.phase-resolvedAt { fill: var(--resolving); }
.facts { margin-top: 1.25rem; padding-top: 1rem; border-top: 1px solid var(--line); display: grid; grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); gap: 0.75rem 1.5rem; font-size: 0.9375rem; }
.facts .wide { grid-column: span 2; }
.evidence { margin-top: 0.625rem; font-size: 0.9375rem; }
.evidence > b, .success > b { font-size: 0.875rem; }
.evidence ul { padding-left: 1.125rem; list-style: disc; }
.success { margin-top: 0.5rem; font-size: 0.9375rem; }
.analysis + .analysis { margin-top: 2.5rem; }
.analysis figcaption { display: flex; flex-wrap: wrap; gap: 0.375rem 0.75rem; align-items: center; margin-bottom: 0.75rem; color: var(--ink); }
.analysis .scroll { border: 1px solid var(--line); border-radius: 8px; background: #ffffff; padding: 0.5rem; }
.analysis svg { display: block; max-width: 100%; height: auto; margin: 0 auto; min-width: calc(var(--natural) * 0.68); }
.on-dark { display: none; }
@media screen and (prefers-color-scheme: dark) {
  .on-dark { display: block; }
  .on-light { display: none; }
  .analysis .scroll { background: #1e242c; }
}
.scroll { overflow-x: auto; }
`;

const TABLES = `
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.5; }
th, td { text-align: left; vertical-align: top; padding: 0.625rem 1.25rem 0.625rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--muted); font-size: 0.8125rem; font-weight: 500; border-bottom-color: var(--strong); }
.timeline td:first-child { width: 5.5rem; font-variant-numeric: tabular-nums; white-space: nowrap; font-weight: 600; }
.timeline .day th { padding-top: 1.25rem; border-bottom-color: var(--strong); }
.timeline .badge { margin-right: 0.25rem; vertical-align: 0.1em; }
.timeline .action { color: var(--muted); }
.timeline .note { margin-top: 0.125rem; }
.stacks td:not(:first-child) { min-width: 5.5rem; }
.stacks td[data-label=Due], .stacks .badge { white-space: nowrap; }
.stacks .note { margin-top: 0.125rem; }
`;

const PROSE = `
.prose { max-width: 46rem; }
.prose.plain { white-space: pre-wrap; }
.prose > * + * { margin-top: 0.875rem; }
.card .prose, td .prose { margin-top: 0.5rem; font-size: 0.9375rem; }
.success .prose { margin-top: 0; }
.prose h3, .prose h4, .prose h5, .prose h6 { font-size: 1rem; margin-top: 1.5rem; }
.prose h3 { font-size: 1.125rem; }
.prose > :first-child { margin-top: 0; }
.prose ul, .prose ol { padding-left: 1.375rem; }
.prose li + li { margin-top: 0.25rem; }
.prose blockquote { margin-left: 0; margin-right: 0; padding-left: 1rem; border-left: 3px solid var(--strong); color: var(--muted); }
.prose code { font: 0.875em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--soft); border-radius: 3px; padding: 0.1em 0.3em; }
.prose pre { overflow-x: auto; background: var(--soft); border-radius: 6px; padding: 0.875rem 1rem; line-height: 1.5; }
.prose pre code { background: none; padding: 0; overflow-wrap: normal; }
.prose hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
.prose table { width: auto; min-width: 50%; overflow-wrap: normal; }
`;

const NARROW = `
@media screen and (max-width: 62rem) {
  body { display: block; padding: 2rem 1.5rem 3rem; }
  nav { position: static; margin-bottom: 2.5rem; }
  nav ol { border: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
  nav a { padding: 0.25rem 0; margin: 0; border: 0; color: var(--accent); }
}
@media screen and (max-width: 40rem) {
  body { padding: 1.5rem 1rem 2.5rem; }
  h1 { font-size: 1.75rem; }
  h2 { font-size: 1.3125rem; }
  main > * + * { margin-top: 2.5rem; }
  .card { padding: 1rem; }
  .figures { gap: 0.75rem 2rem; }
  .figures dd { font-size: 1.25rem; }
  .facts { grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); }
  .timeline td:first-child { width: 4.75rem; }
  th, td { padding-right: 0.75rem; }
  .stacks, .stacks tbody, .stacks tr, .stacks td { display: block; }
  .stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacks tr { padding: 1rem 0; border-bottom: 1px solid var(--line); }
  .stacks td, .stacks td:not(:first-child) { padding: 0.125rem 0; border: 0; min-width: 0; }
  .stacks td[data-label] { display: flex; gap: 0.75rem; }
  .stacks td[data-label]::before { content: attr(data-label); color: var(--muted); flex: 0 0 4.5rem; }
  .stacks td:first-child { padding-bottom: 0.5rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
`;

/** The style sheet of a report: light and dark, from a phone to A4. */
export const REPORT_STYLE = [
  COLOURS,
  PAGE,
  PARTS,
  TABLES,
  PROSE,
  NARROW,
  PRINT_STYLE,
].join('');
