import { describeFlaw, namesOf } from './names';
import { formatFigure } from './figures';
import { crossingGroups, recurringGroups } from './groups';
import { kpiFindings } from './kpiFindings';
import type { TrendLinks } from './links';
import type { TrendFigures, TrendFinding } from './schema';
import { wilsonInterval } from '../metrics/statistics';
import { countOf } from '../reviews/reportText';

/** As many findings as one rule tells, the largest first. */
const MAX_OF_RULE = 3;
/** An equal share for each of the four types of root causes. */
const EVEN_SHARE = 0.25;
const LEAST_CAUSES = 10;
const LEAST_UNREVIEWED = 3;
/** Less than this share of incidents with one flaw is not worth a sentence. */
const LEAST_FLAWED = 0.1;
const LEAST_FLAWED_INCIDENTS = 3;

type Rule = (figures: TrendFigures, links: TrendLinks) => TrendFinding[];

/** What the figures say, rule by rule. Rules that find nothing say nothing. */
export function findTrends(
  figures: TrendFigures,
  links: TrendLinks,
): TrendFinding[] {
  const rules: Rule[] = [
    kpiFindings,
    recurringSignatures,
    crossingPatterns,
    dominantCause,
    overdueActions,
    unreviewedIncidents,
    missingTimes,
    unassignedIncidents,
  ];
  return rules.flatMap(rule => rule(figures, links));
}

function count(name: string, value: number): TrendFinding['figures'][number] {
  return { name, value, unit: 'count' };
}

/** Three or more incidents of one signature. */
function recurringSignatures(
  figures: TrendFigures,
  links: TrendLinks,
): TrendFinding[] {
  return recurringGroups(figures)
    .slice(0, MAX_OF_RULE)
    .map((group, i) => ({
      id: `recurring-signature-${i + 1}`,
      rule: 'recurring-signature',
      tone: 'worse',
      text: `${namesOf([group.entityRef ?? ''])} had ${
        group.count
      } incidents of one kind (${kindOf(group)}).`,
      n: group.count,
      figures: [count('incidents', group.count)],
      link: links.group(group),
    }));
}

/** One pattern at three or more services. */
function crossingPatterns(
  figures: TrendFigures,
  links: TrendLinks,
): TrendFinding[] {
  return crossingGroups(figures)
    .slice(0, MAX_OF_RULE)
    .map((group, i) => {
      const without = group.services.filter(({ lesson }) => !lesson).length;
      return {
        id: `crossing-pattern-${i + 1}`,
        rule: 'crossing-pattern',
        tone: without > 0 ? 'worse' : 'notice',
        text: `${group.serviceCount} services share a pattern (${kindOf(
          group,
        )}, ${group.count} incidents); ${lessonWords(
          without,
          group.serviceCount,
        )}.`,
        n: group.count,
        figures: [
          count('incidents', group.count),
          count('services', group.serviceCount),
          count('services without a lesson', without),
        ],
        link: links.group(group),
      };
    });
}

function lessonWords(without: number, services: number): string {
  if (without === 0) {
    return 'a lesson applies to each of them';
  }
  return without >= services
    ? 'no lesson applies to any of them'
    : `no lesson applies to ${without} of them`;
}

/** A type of root cause so frequent that even chances do not explain it. */
function dominantCause(
  { rootCauses }: TrendFigures,
  links: TrendLinks,
): TrendFinding[] {
  const n = rootCauses.reduce((sum, cause) => sum + cause.count, 0);
  const [most] = [...rootCauses].sort((a, b) => b.count - a.count);
  const interval =
    most && wilsonInterval({ numerator: most.count, denominator: n });
  if (!interval || n < LEAST_CAUSES || interval[0] <= EVEN_SHARE) {
    return [];
  }
  return [
    {
      id: 'dominant-cause',
      rule: 'dominant-cause',
      tone: 'notice',
      text: `${most.count} of ${n} root causes found are ${
        most.type
      } ones (${formatFigure(most.count / n, 'share')}).`,
      n,
      figures: [
        count(`${most.type} root causes`, most.count),
        { name: 'share', value: most.count / n, unit: 'share' },
      ],
      link: links.reviews(),
    },
  ];
}

/** Commitments whose day has passed. */
function overdueActions(
  { effectiveness: { overdue } }: TrendFigures,
  links: TrendLinks,
): TrendFinding[] {
  return overdue === 0
    ? []
    : [
        {
          id: 'overdue-actions',
          rule: 'overdue-actions',
          tone: 'worse',
          text: `${countOf(overdue, 'action')} ${
            overdue === 1 ? 'is' : 'are'
          } overdue.`,
          n: overdue,
          figures: [count('overdue actions', overdue)],
          link: links.overdueActions(),
        },
      ];
}

/** Incidents that need a review and have no published one. */
function unreviewedIncidents(
  { kpis }: TrendFigures,
  links: TrendLinks,
): TrendFinding[] {
  const share = kpis.find(({ id }) => id === 'review-completion-rate')?.share;
  const without = share ? share.denominator - share.numerator : 0;
  return !share || without < LEAST_UNREVIEWED
    ? []
    : [
        {
          id: 'unreviewed-incidents',
          rule: 'unreviewed-incidents',
          tone: 'worse',
          text: `${without} of ${share.denominator} incidents that need a review have no published one.`,
          n: share.denominator,
          figures: [
            count('incidents without a published review', without),
            count('incidents that need one', share.denominator),
          ],
          link: links.figure('review-completion-rate'),
        },
      ];
}

/** Flaws of the times that leave a tenth of the incidents or more out of figures. */
function missingTimes(
  { dataQuality: { incidents, findings } }: TrendFigures,
  links: TrendLinks,
): TrendFinding[] {
  return findings
    .filter(
      flaw =>
        flaw.incidents >= LEAST_FLAWED_INCIDENTS &&
        flaw.incidents >= LEAST_FLAWED * incidents,
    )
    .slice(0, MAX_OF_RULE)
    .map(({ code, path, incidents: flawed }) => ({
      id: `missing-times-${code}-${path}`,
      rule: 'missing-times',
      tone: 'notice',
      text: `Of ${incidents} incidents, ${flawed} ${describeFlaw(code, path)}.`,
      n: incidents,
      figures: [count('incidents', flawed)],
      link: links.incidents({ finding: code, findingPath: path }),
    }));
}

/** Incidents that name no service. */
function unassignedIncidents(
  { totals: { unassigned, incidents } }: TrendFigures,
  links: TrendLinks,
): TrendFinding[] {
  return unassigned.count === 0
    ? []
    : [
        {
          id: 'unassigned-incidents',
          rule: 'unassigned-incidents',
          tone: 'notice',
          text: `${unassigned.count} of ${incidents.count} incidents name no service, so that no team learns of them.`,
          n: incidents.count,
          figures: [count('incidents without a service', unassigned.count)],
          link: links.incidents({ unassigned: 'true' }),
        },
      ];
}

function kindOf(group: { category?: string; attackVector?: string }): string {
  return [group.category, group.attackVector]
    .filter(part => part !== undefined)
    .join(' · ');
}
