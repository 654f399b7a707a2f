import type { Kpi } from '@hindsight/backstage-plugin-incident-learning-common';

/** Figures that answer one question. */
export interface KpiGroup {
  title: string;
  /** The question. */
  question: string;
  kpis: Kpi[];
  /** Whether it comes before all others where there is not room for all at once. */
  leads: boolean;
}

const GROUPS: { title: string; question: string; ids: string[] }[] = [
  {
    title: 'Outcome',
    question: 'Do incidents become fewer, shorter, lighter?',
    ids: [
      'repeat-incident-rate',
      'severity-distribution',
      'mttd',
      'mttc',
      'mttr',
    ],
  },
  {
    title: 'Process',
    question: 'Do we look back, and do what we promised?',
    ids: [
      'review-completion-rate',
      'time-to-review',
      'action-implementation-rate',
      'feedback-would-attend-again',
    ],
  },
  {
    title: 'Quality',
    question: 'Do reviews find causes, and do improvements work?',
    ids: [
      'root-cause-identification-rate',
      'action-effectiveness',
      'time-to-lessons-learned',
      'feedback-learned-something',
    ],
  },
];

/** The figure that sums the others up. */
export const IMPACT_KPI = 'learning-impact-score';

/** The KPIs in their groups, those that modules add in one of their own; groups without any are left out. */
export function groupKpis(kpis: Kpi[]): KpiGroup[] {
  const known = new Set([IMPACT_KPI, ...GROUPS.flatMap(({ ids }) => ids)]);
  const groups = [
    ...GROUPS.map(({ title, question, ids }, index) => ({
      title,
      question,
      leads: index === 0,
      kpis: ids.flatMap(id => kpis.find(kpi => kpi.id === id) ?? []),
    })),
    {
      title: 'More',
      question: 'Figures of this portal’s own',
      leads: false,
      kpis: kpis.filter(({ id }) => !known.has(id)),
    },
  ];
  return groups.filter(group => group.kpis.length > 0);
}
