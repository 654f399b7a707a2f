/** What teams of the demo company said when they marked a lesson. */
export const APPLIED_NOTES = [
  'Done with the last release; the runbook names it.',
  'We had half of it. The other half took an afternoon.',
  'Built into the template, so that new services have it from the start.',
  'Tried in the last exercise, and it held.',
  'Took it over from the team that found it, code and all.',
] as const;

export const NOT_APPLICABLE_NOTES = [
  'We keep no state of our own; there is nothing to lose.',
  'This runs at a provider, who answers for it by contract.',
  'Nobody outside of the company can reach it.',
  'It is read only, so that starting it twice does no harm.',
] as const;

export const PLANNED_NOTES = [
  'Together with the move to the new cluster.',
  'Next quarter, before the Christmas traffic.',
  'The team that found it shows us how.',
] as const;

export const SUCCESS_CRITERIA = [
  'The exercise of the lesson can be repeated here without anybody noticing.',
  'The figures of four weeks show no case of it.',
  'A newcomer finds it in the runbook and gets it right.',
] as const;
