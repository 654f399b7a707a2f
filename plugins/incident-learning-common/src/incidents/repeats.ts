import type { RepeatState } from './vocabulary';

/** What decides whether one incident repeats another of its signature. @public */
export interface RepeatCandidate {
  id: string;
  /** Epoch milliseconds of the period time. */
  at: number;
  /** Breaks ties among incidents of one moment, whatever their order of arrival. */
  order: string;
}

/** @public */
export interface RepeatJudgement {
  of: string;
  verdict: 'confirmed' | 'rejected';
}

/** Orders incidents of one signature; the same for every order of arrival. @public */
export function compareRepeatCandidates(
  a: RepeatCandidate,
  b: RepeatCandidate,
): number {
  return (
    a.at - b.at || compareText(a.order, b.order) || compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/**
 * The key that breaks ties: an incident's own source, or else its title.
 *
 * @public
 */
export function repeatOrderOf(incident: {
  title: string;
  source?: { system: string; id: string };
}): string {
  return incident.source
    ? `${incident.source.system} ${incident.source.id}`
    : incident.title;
}

/**
 * What an incident repeats. A confirmed judgement stands whatever the signature; else the latest earlier incident of
 * the signature within the look-back that nobody rejected; else, where all were rejected, the latest of those.
 *
 * @param earlier - earlier incidents of the signature within the look-back, the latest first
 * @public
 */
export function repeatOf(
  earlier: { id: string }[],
  judgements: RepeatJudgement[],
): { state: RepeatState; of: string } | undefined {
  const confirmed = judgements.find(j => j.verdict === 'confirmed');
  if (confirmed) {
    return { state: 'confirmed', of: confirmed.of };
  }
  const rejected = new Set(judgements.map(j => j.of));
  const suspected = earlier.find(({ id }) => !rejected.has(id));
  if (suspected) {
    return { state: 'suspected', of: suspected.id };
  }
  return earlier.length > 0
    ? { state: 'rejected', of: earlier[0].id }
    : undefined;
}
