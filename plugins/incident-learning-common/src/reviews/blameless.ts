import { BLAMELESS_RULES, BlamelessRule } from './blamelessRules';
import { findNames, knownNames } from './blamelessNames';
import { isPersonWord, subjectBefore } from './blamelessSubject';

/** A wording that a review may want to put in another way. @public */
export interface BlamelessHint {
  /** Where it starts and ends in the text, in UTF-16 code units. */
  start: number;
  end: number;
  found: string;
  /** A judgement, a comparison with what did not happen, or a named person. */
  kind: 'blame' | 'counterfactual' | 'name';
  why: string;
  /** A wording about the system to offer. */
  suggestion: string;
}

/**
 * Points at wordings (English) that look for who rather than how: blaming phrases, counterfactuals, and people by name.
 * It advises and is no reason to refuse a text. A machine that failed to start is nobody's blame, nor is what stands in
 * code, and thanks may carry names.
 *
 * @param names - names and user refs of those who took part, such as `Ada Palmer` or `user:default/ada`
 * @returns hints in the order of the text; none overlaps another
 * @public
 */
export function blamelessHints(
  text: string,
  names: string[] = [],
): BlamelessHint[] {
  const readable = withoutCode(text);
  const known = knownNames(names);
  const found = [
    ...BLAMELESS_RULES.flatMap(rule =>
      matchRule(readable, rule, word => known.words.has(word)),
    ),
    ...findCausedBy(readable),
    ...findNames(readable, known),
  ];
  return withoutOverlaps(found).map(hint => ({
    ...hint,
    found: text.slice(hint.start, hint.end),
  }));
}

/** Blanks out code and addresses and keeps every position. */
function withoutCode(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, '\u0000');
  return text
    .replace(/^(```|~~~)[^\n]*\n(?:(?!\1).*\n)*?\1[^\n]*$/gm, blank)
    .replace(/`[^`\n]+`/g, blank)
    .replace(/https?:\/\/[^\s)>\]]+/gi, blank);
}

type Found = Omit<BlamelessHint, 'found'>;

/**
 * What people do to a change or an alert. "The change should have been reviewed" is about them; "the alert should have
 * fired" only tells what a machine is for.
 */
const HUMAN_WORK =
  /^ (?:noticed|caught|reviewed|tested|checked|escalated|communicated|spotted|seen|documented|approved|anticipated|considered|rolled back)\b/i;

function matchRule(
  text: string,
  { kind, pattern, subjects, why, suggestion }: BlamelessRule,
  isName: (word: string) => boolean,
): Found[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: match, index }) => {
    const end = index + match.length;
    // Of "if the engineer had", the subject stands within.
    const verb = /^if .* had$/i.test(match) ? end - 'had'.length : index;
    const subject = subjectBefore(text, verb, isName);
    const fits = subjects
      ? subjects.includes(subject)
      : kind === 'blame' ||
        (subject !== 'thing' && subject !== 'nobody') ||
        /^if only|avoided$|prevented$/i.test(match) ||
        (/ been$/i.test(match) && HUMAN_WORK.test(text.slice(end, end + 40)));
    return fits ? [{ start: index, end, kind, why, suggestion }] : [];
  });
}

/** "caused by an engineer", but not "caused by the engineer's laptop". */
function findCausedBy(text: string): Found[] {
  return [
    ...text.matchAll(
      /\b(?:caused|triggered|introduced|broken) by (?:an? |the |our |one of (?:the|our) )?(?:[\w-]+ ){0,2}([\w-]+)(?![\w’'-]| [\w-]*(?:tool|script|job|service|process|account|laptop|portal|pipeline))/gi,
    ),
  ]
    .filter(({ 1: word }) => isPersonWord(word))
    .map(({ 0: match, index }) => ({
      start: index,
      end: index + match.length,
      kind: 'blame' as const,
      why: 'It names who was nearest to the event as its cause.',
      suggestion:
        'Name the event and what let it through: “A change of the routing table went out without a check of its size.”',
    }));
}

/** Of hints that overlap, the earlier and then the longer one. */
function withoutOverlaps(hints: Found[]): Found[] {
  const kept: Found[] = [];
  for (const hint of [...hints].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    if (kept.length === 0 || kept[kept.length - 1].end <= hint.start) {
      kept.push(hint);
    }
  }
  return kept;
}
