import type { DataQualityFinding } from '../incidents/schema';
import type { DataQuality, DataQualityCounts } from './dataQuality';

/** As many teams as one answer tells. */
const MAX_TEAMS = 200;

class Counts {
  private incidents = 0;
  private affected = 0;
  private readonly findings = new Map<
    string,
    DataQualityCounts['findings'][number]
  >();

  add(findings: readonly DataQualityFinding[], incidents: number): void {
    this.incidents += incidents;
    this.affected += findings.length > 0 ? incidents : 0;
    for (const { code, path } of findings) {
      const key = `${code} ${path}`;
      const counted = this.findings.get(key) ?? { code, path, incidents: 0 };
      counted.incidents += incidents;
      this.findings.set(key, counted);
    }
  }

  read(): DataQualityCounts {
    return {
      incidents: this.incidents,
      affected: this.affected,
      findings: [...this.findings.values()].sort(
        (a, b) =>
          b.incidents - a.incidents ||
          (`${a.code} ${a.path}` < `${b.code} ${b.path}` ? -1 : 1),
      ),
    };
  }
}

/** Counts of what figures suffer from. @public */
export interface DataQualityFold {
  /**
   * Counts incidents that share their findings and teams: each once in the whole, and once in each of the teams;
   * `undefined` is the team of those without.
   */
  add(
    findings: readonly DataQualityFinding[],
    teams: readonly (string | undefined)[],
    incidents: number,
  ): void;
  read(): Omit<DataQuality, 'scope' | 'from' | 'to'>;
}

/**
 * Counts incidents by what is missing or cannot be true of them, in any order.
 *
 * @public
 */
export function foldDataQuality(): DataQualityFold {
  const whole = new Counts();
  const teams = new Map<string | undefined, Counts>();
  return {
    add(findings, of, incidents) {
      whole.add(findings, incidents);
      for (const team of new Set(of)) {
        const counts = teams.get(team) ?? new Counts();
        teams.set(team, counts);
        counts.add(findings, incidents);
      }
    },
    read() {
      const all = [...teams].map(([team, counts]) => ({
        team,
        ...counts.read(),
      }));
      all.sort(
        (a, b) =>
          b.affected - a.affected ||
          Number(a.team === undefined) - Number(b.team === undefined) ||
          ((a.team ?? '') < (b.team ?? '') ? -1 : 1),
      );
      return {
        ...whole.read(),
        teams: all.slice(0, MAX_TEAMS),
        teamCount: all.length,
      };
    },
  };
}
