/** What a trend report has beside other reports: charts, tiles and tables of figures. */
export const TREND_STYLE = `
:root { --critical: #8f1d0c; --high: #c4553f; --medium: #e29a86; --low: #f3cfc4; --unknown: #b9c4cf; }
@media screen and (prefers-color-scheme: dark) {
  :root { --critical: #ff8a70; --high: #cf5f47; --medium: #95463a; --low: #64352e; --unknown: #4b5866; }
}
.chart { display: block; width: 100%; height: auto; margin-top: 1rem; }
.chart text { fill: var(--muted); font-size: 12px; }
.chart .axis { stroke: var(--strong); }
.chart .line { fill: none; stroke: var(--accent); stroke-width: 2; }
.chart .dot, .chart .now { fill: var(--accent); }
.chart .before { fill: var(--strong); }
.fill-critical { fill: var(--critical); }
.fill-high { fill: var(--high); }
.fill-medium { fill: var(--medium); }
.fill-low { fill: var(--low); }
.fill-unknown { fill: var(--unknown); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.875rem; color: var(--muted); margin-top: 0.5rem; }
.legend svg { display: inline-block; margin-right: 0.4rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; margin-bottom: 1.5rem; }
.tiles .card + .card { margin-top: 0; }
.tile .value { font-size: 1.5rem; font-weight: 600; letter-spacing: -0.01em; }
.verdict-improved { color: var(--good); background: var(--good-soft); border-color: currentColor; }
.verdict-worsened { color: var(--bad); background: var(--bad-soft); border-color: currentColor; }
.points { padding-left: 1.25rem; }
.points li + li { margin-top: 0.75rem; }
.points .better::marker { color: var(--good); }
.points .worse::marker { color: var(--bad); }
.numbers td.number, .numbers th.number { text-align: right; font-variant-numeric: tabular-nums; }
.part + .part { margin-top: 2rem; }
.part > h3 { margin-bottom: 0.5rem; }
`;
