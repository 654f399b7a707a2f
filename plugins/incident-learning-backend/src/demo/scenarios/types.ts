/**
 * One way in which things go wrong, written once and told of every service it fits. The texts are templates, see
 * `renderTemplate`; besides the words of the service they know `{ref}`, `{team}`, `{count}`, `{version}`, `{previous}`,
 * `{depot}`, `{region}`, `{merchant}`, `{country}`, `{clock}` (when it began), `{duration}` (until contained) and `{detectIn}`.
 * Titles, summaries and impacts of which there are equally many belong together one by one; else each goes with each.
 */
export interface Scenario {
  category: string;
  attackVector: string;
  /** Names of services; one that stands there twice is hit twice as often. */
  services: readonly string[];
  gravity: 'grave' | 'usual' | 'light';
  /** When it happens; at any time of the week unless said. */
  hours?: 'work' | 'night' | 'morning' | 'evening';
  titles: readonly string[];
  summaries: readonly string[];
  /** What it cost; the service's own `harm` unless said. */
  impacts?: readonly string[];
  /** What set it off, as the time line tells it. */
  trigger: string;
  detection?: readonly string[];
  /** What was found, in order. */
  findings: readonly string[];
  /** What was done against it, in order. */
  fixes: readonly string[];
  tags: readonly string[];
}
