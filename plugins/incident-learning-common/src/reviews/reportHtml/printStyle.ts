/** On paper: A4 with page numbers, always light, nothing cut in two that fits on a page. */
export const PRINT_STYLE = `
@page {
  size: A4; margin: 18mm 17mm 20mm;
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt system-ui, sans-serif; color: #566270; }
}
@media print {
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { display: block; padding: 0; max-width: none; font-size: 10pt; line-height: 1.45; }
  nav { display: none; }
  h1 { font-size: 18pt; max-width: none; }
  h2 { font-size: 14pt; margin-bottom: 3mm; }
  h3 { font-size: 10.5pt; }
  h1, h2, h3, h4, h5, h6, figcaption, .lead, .day { break-after: avoid; }
  .badge { font-size: 7pt; }
  li:first-child { break-after: avoid; }
  li:last-child { break-before: avoid; }
  p, li { orphans: 3; widows: 3; }
  header.page { padding-bottom: 4mm; margin-bottom: 6mm; }
  .meta { gap: 3mm 9mm; margin-top: 4mm; font-size: 9pt; }
  main > * + * { margin-top: 7mm; }
  .card, tr, .prose table, .amended, .phases, pre, blockquote, .badge { break-inside: avoid; }
  .card { padding: 4mm 5mm; }
  .card + .card { margin-top: 3mm; }
  .incident header { gap: 1mm 3mm; }
  .figures, .phases { margin-top: 3mm; }
  .figures { gap: 2mm 10mm; }
  .phases ul { margin-top: 1mm; font-size: 8.5pt; gap: 0.5mm 4mm; }
  .facts { margin-top: 3mm; padding-top: 2.5mm; gap: 2mm 4mm; font-size: 9pt; grid-template-columns: repeat(4, 1fr); }
  dt { font-size: 8pt; }
  .figures dd { font-size: 14pt; }
  thead { display: table-header-group; }
  table { font-size: 9.5pt; }
  th, td { padding: 1.75mm 5mm 1.75mm 0; }
  .prose, .meta > div { max-width: none; }
  .prose pre { white-space: pre-wrap; }
  .scroll { overflow: visible; }
  .analysis .scroll { border: 0; padding: 0; }
  .analysis svg { min-width: 0; width: calc(var(--natural) * 0.8); max-height: 215mm; }
  .analysis, .analysis .scroll { break-inside: avoid; }
  .note, .evidence, .success, .card .prose, td .prose { font-size: 9pt; }
  .evidence > b, .success > b { font-size: 9pt; }
  .evidence a[href]::after { content: ' ' attr(href); color: var(--muted); font-size: 8pt; }
  footer { margin-top: 8mm; font-size: 8.5pt; }
}
`;
