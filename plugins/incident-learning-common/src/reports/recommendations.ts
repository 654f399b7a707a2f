import type { CauseType } from '../lessons/schema';
import type { KpiId } from '../metrics/definitions';
import type { IncidentGroup } from '../patterns';
import { countOf } from '../reviews/reportText';
import { crossingGroups, recurringGroups } from './groups';
import type { TrendLinks } from './links';
import { namesOf } from './names';
import type { TrendFigures, TrendFinding, TrendRecommendation } from './schema';

const MAX_NAMES = 5;
const IMPACT: KpiId = 'learning-impact-score';

type Advice = Omit<TrendRecommendation, 'id' | 'because'>;

/**
 * What to do about the findings. Each finding leads to at most one recommendation; findings that lead to the same one
 * share it. They come in the order of their findings, what helps against harm before what helps the data.
 */
export function recommendActions(
  figures: TrendFigures,
  findings: TrendFinding[],
  links: TrendLinks,
): TrendRecommendation[] {
  const found = new Map<string, TrendRecommendation>();
  for (const finding of findings) {
    const advice = adviseOn(finding, figures, links);
    if (advice) {
      const key = `${advice.rule} ${advice.text}`;
      const known = found.get(key);
      if (known) {
        known.because.push(finding.id);
      } else {
        const id = `recommendation-${found.size + 1}`;
        found.set(key, { id, ...advice, because: [finding.id] });
      }
    }
  }
  return [...found.values()];
}

function adviseOn(
  finding: TrendFinding,
  figures: TrendFigures,
  links: TrendLinks,
): Advice | undefined {
  const { rule, link } = finding;
  if (kpiId(finding) === IMPACT) {
    return impactAdvice(finding, figures, links);
  }
  switch (rule) {
    case 'kpi-improved':
      return {
        rule: 'keep-what-worked',
        text: `Ask the teams with the best figures what they changed about “${kpiName(
          finding,
          figures,
        )}”, and write it down as a lesson that others can apply.`,
        link: links.figure(kpiId(finding)),
      };
    case 'kpi-worsened':
      return {
        rule: 'find-what-changed',
        text: `Read the incidents behind “${kpiName(
          finding,
          figures,
        )}”, those at the far end first, and look for what they share that the period before had not.`,
        link,
      };
    case 'target-missed':
      return targetAdvice(finding, figures, links);
    case 'recurring-signature':
      return recurrenceAdvice(groupOf(finding, recurringGroups(figures)), link);
    case 'crossing-pattern':
      return lessonAdvice(groupOf(finding, crossingGroups(figures)), links);
    case 'dominant-cause':
      return causeAdvice(figures, link);
    case 'overdue-actions':
      return catchUp(links);
    case 'unreviewed-incidents':
      return holdReviews(links);
    case 'missing-times':
      return {
        rule: 'mend-times',
        text: 'Fill in or correct the times that are missing or cannot be true, from the timeline or the system that reported them; until then these incidents are left out of the figures.',
        link: links.incidents({
          finding: ['missing', 'negative', 'out-of-order', 'in-the-future'],
        }),
      };
    case 'unassigned-incidents':
      return {
        rule: 'assign-incidents',
        text: 'Say which service each unassigned incident hit, so that its owner is asked to review it.',
        link,
      };
    default:
      return undefined;
  }
}

/** The score counts no rows: what to look at are the KPIs that moved it. */
function impactAdvice(
  finding: TrendFinding,
  figures: TrendFigures,
  links: TrendLinks,
): Advice {
  const name = kpiName(finding, figures);
  const link = links.figure(kpiId(finding));
  return finding.rule === 'kpi-improved'
    ? {
        rule: 'keep-what-worked',
        text: `See which figures raised “${name}” the most, and write down as a lesson what their teams changed.`,
        link,
      }
    : {
        rule: 'find-what-changed',
        text: `See which figures keep “${name}” down the most, and begin with these.`,
        link,
      };
}

function targetAdvice(
  finding: TrendFinding,
  figures: TrendFigures,
  links: TrendLinks,
): Advice {
  switch (kpiId(finding)) {
    case 'repeat-incident-rate':
      return {
        rule: 'review-recurrence',
        text: 'Go through the repeats: confirm or reject each, and ask of each confirmed one which action should have prevented it.',
        link: finding.link,
      };
    case 'time-to-review':
    case 'root-cause-identification-rate':
      return holdReviews(links);
    case 'action-implementation-rate':
      return catchUp(links);
    default:
      return {
        rule: 'find-what-changed',
        text: `Look into “${kpiName(
          finding,
          figures,
        )}” by team and by category, and agree with the teams furthest from the target on one change each.`,
        link: links.figure(kpiId(finding)),
      };
  }
}

function recurrenceAdvice(
  group: IncidentGroup | undefined,
  link: string,
): Advice | undefined {
  if (!group) {
    return undefined;
  }
  const service = namesOf([group.entityRef ?? '']);
  const [lesson] = group.lessons;
  return {
    rule: 'review-recurrence',
    text: lesson
      ? `Review the ${group.count} incidents of ${service} together, with the lesson “${lesson.statement}” at hand: check that it was applied there and that its actions work.`
      : `Review the ${group.count} incidents of ${service} together, as one, and commit to a preventive action; no published lesson is of their kind yet.`,
    link,
  };
}

function lessonAdvice(
  group: IncidentGroup | undefined,
  links: TrendLinks,
): Advice | undefined {
  const without = (group?.services ?? []).filter(({ lesson }) => !lesson);
  if (!group || without.length === 0) {
    return undefined;
  }
  const [lesson] = group.lessons;
  const names = namesSome(without.map(({ entityRef }) => entityRef));
  return lesson
    ? {
        rule: 'share-lesson',
        text: `Bring the lesson “${lesson.statement}” to the owners of ${names}, and apply it there: they were hit by the same pattern and no lesson applies to them.`,
        link: links.patterns(),
      }
    : {
        rule: 'write-lesson',
        text: `Review the incidents of ${names} together and write one lesson that applies to all of them: they share a pattern, and no published lesson is of its kind.`,
        link: links.group(group),
      };
}

const CAUSE_ADVICE: Record<CauseType, string> = {
  technical:
    'Most causes found are technical: see which of them one change of the platform would remove for several services.',
  process:
    'Most causes found are of the process: pick the step of delivery or operation that they name most often and change it for all teams.',
  human:
    'Most causes found are human: such causes are rarely roots. Ask of each why the system let it happen, and look for guard rails.',
  organizational:
    'Most causes found are organizational: bring them to those who decide on ownership, staffing and priorities.',
};

function causeAdvice(
  { rootCauses }: TrendFigures,
  link: string,
): Advice | undefined {
  const [most] = [...rootCauses].sort((a, b) => b.count - a.count);
  return most && { rule: 'address-cause', text: CAUSE_ADVICE[most.type], link };
}

function catchUp(links: TrendLinks): Advice {
  return {
    rule: 'catch-up-actions',
    text: 'Go through the overdue actions with their owners: finish, reschedule with a reason, or cancel each of them.',
    link: links.overdueActions(),
  };
}

function holdReviews(links: TrendLinks): Advice {
  return {
    rule: 'hold-reviews',
    text: 'Hold the reviews that are missing, the gravest incidents first; several incidents of one kind can share one review.',
    link: links.reviews(),
  };
}

function namesSome(entityRefs: string[]): string {
  const more = entityRefs.length - MAX_NAMES;
  return more > 0
    ? `${entityRefs
        .slice(0, MAX_NAMES)
        .map(ref => namesOf([ref]))
        .join(', ')} and ${countOf(more, 'more service')}`
    : namesOf(entityRefs);
}

/** The group that a finding is about: findings number those of their rule. */
function groupOf(
  { id }: TrendFinding,
  groups: IncidentGroup[],
): IncidentGroup | undefined {
  return groups[Number(id.slice(id.lastIndexOf('-') + 1)) - 1];
}

function kpiId({ id }: TrendFinding): string {
  return id.slice(id.indexOf('-') + 1);
}

function kpiName(finding: TrendFinding, { kpis }: TrendFigures): string {
  const id = kpiId(finding);
  return kpis.find(kpi => kpi.id === id)?.name ?? id;
}
