import type { Subject } from './blamelessSubject';

/** A wording to look for, and what to offer instead. */
export interface BlamelessRule {
  kind: 'blame' | 'counterfactual';
  pattern: RegExp;
  /** Whose doing it has to be for the hint to help; anybody's unless said. */
  subjects?: Subject[];
  why: string;
  suggestion: string;
}

const LOOK =
  'notic\\w+|see|seen|spot\\w*|recogni[sz]\\w+|realiz\\w+|realis\\w+|catch|caught|check\\w*|look\\w*|watch\\w*|monitor\\w*|double-check\\w*';
const TALK =
  'tell|told|ask\\w*|communicat\\w+|escalat\\w+|inform\\w*|warn\\w*|notif\\w+|page|paged|consult\\w*|announc\\w+';
const WORK =
  'follow\\w*|review\\w*|test|tested|document\\w*|read|consider\\w*|understand|understood|know|known|think|thought|anticipat\\w+|remember\\w*|verif\\w+|plan|planned|prevent\\w*';
const DILIGENCE = `(?:${LOOK}|${TALK}|${WORK})`;
const RULES_OF_WORK =
  '(?:run ?books?|play ?books?|procedures?|process(?:es)?|policy|policies|checklists?|protocols?|instructions|guidelines?|best practices?|documentation)';
const MISHAP =
  '(?:outage|incident|failure|breach|error|mistake|problem|downtime|data loss|leak)';
const SIGNAL =
  '(?:alerts?|alarms?|pages?|warnings?|signs?|signals?|messages?|e-?mails?|steps?|errors?|spikes?|notifications?)';

const PEOPLE: Subject[] = ['person', 'unknown'];
const ONLY_PEOPLE: Subject[] = ['person'];

function rule(
  kind: BlamelessRule['kind'],
  pattern: string,
  why: string,
  suggestion: string,
  subjects?: Subject[],
): BlamelessRule {
  return {
    kind,
    pattern: new RegExp(`\\b(?:${pattern})`, 'giu'),
    why,
    suggestion,
    subjects,
  };
}

const HINDSIGHT =
  'It compares what happened with something that did not happen. That explains nothing about why it made sense at the time.';
const JUDGES = 'It judges a person and ends the search there.';
const OMISSION =
  'It names what somebody did not do, which only looks like a choice in hindsight.';

/** The first rule that fits a place wins, so the more telling ones stand first. */
export const BLAMELESS_RULES: BlamelessRule[] = [
  rule(
    'blame',
    '(?:human|operator|pilot) (?:error|mistake|failure)s?\\b|(?:caused by|due to|because of|was|were|just|simply) (?:a )?user error\\b|(?:rookie|silly|stupid|dumb|careless|avoidable) mistakes?\\b|fat[- ]finger(?:ed|ing|s)?\\b',
    'It is where an investigation starts, not a cause: other people would do the same in the same place.',
    'Say what the work looked like: “The console shows production and staging alike, and the command runs without asking.”',
  ),
  rule(
    'blame',
    'careless(?:ly|ness)?\\b|negligen(?:t|tly|ce)\\b|incompeten(?:t|tly|ce)\\b|reckless(?:ly|ness)?\\b|slopp(?:y(?! (?:quorum|hint))|ily|iness)\\b|stupid(?:ly|ity)?\\b|idiot(?:s|ic)?\\b|foolish(?:ly)?\\b|irresponsibl[ey]\\b|unprofessional(?:ly)?\\b|complacen(?:t|tly|cy)\\b|inattenti(?:ve|on)\\b|laziness\\b|inexcusabl[ey]\\b|inexperienced\\b|(?:poor|bad) judge?ment\\b|incapable of (?:doing|understanding)\\b',
    JUDGES,
    'Describe the conditions instead: what could be seen, how much was going on, what usually works.',
  ),
  rule(
    'blame',
    '(?:was|were|is|are|being|too) (?:lazy|clumsy|distracted|ignorant)\\b',
    JUDGES,
    'Describe the conditions instead: what could be seen, how much was going on, what usually works.',
    ONLY_PEOPLE,
  ),
  rule(
    'blame',
    "lack of (?:attention|care|diligence|discipline|common sense|due diligence|effort)\\b|(?:did(?:n[’']t| not)|could(?:n[’']t| not)) (?:even )?(?:bother|be bothered|care)\\b|(?:was|were)(?:n[’']t| not) paying attention\\b|paid no attention\\b|without thinking\\b|(?:should (?:have )?)?known? better\\b|knew better\\b",
    JUDGES,
    'Say what competed for attention, and what would have made the right thing easy: “Four alerts were open at that moment; none named the database.”',
  ),
  rule(
    'blame',
    "(?:the )?fault of(?! (?:the |a |an )?(?:disk|network|hardware|software|system|power|cable|driver|vendor[’']s|switch|machine))|(?:his|her|their|my|our|your|whose|\\w{2,40}[’']s) (?:own )?fault\\b(?! (?:tree|toleran|domain|injection|line|code|handler|isolation))",
    'It asks who, where a review asks how.',
    'Say how it came about: “The deployment went out with the flag on, because the default changed in 4.2.”',
  ),
  rule(
    'blame',
    '(?:at fault|to blame|guilty)\\b',
    'It asks who, where a review asks how.',
    'Say how it came about: what led to what, and what would have stopped it.',
    PEOPLE,
  ),
  rule(
    'blame',
    `(?:solely |personally |directly |fully )?responsible for (?:the|this|that|our) ${MISHAP}\\b|(?:blames?|blamed|blaming) (?!(?:on )?(?:the |a )?(?:commit|line))`,
    'It asks who, where a review asks how.',
    'Say how it came about: what led to what, and what would have stopped it.',
    PEOPLE,
  ),
  rule(
    'counterfactual',
    "(?:really |clearly |obviously )?(?:never )?(?:should(?:n[’']t| not)?(?: never)?(?: have|[’']ve)|ought(?: not)? to have)\\b(?! (?:an?|the|no|more|one|two|three|at least|its|their|our|some|access)\\b)(?: (?:been|have|never|known|\\w+ly))*",
    HINDSIGHT,
    'Say what was done and why it made sense then: “At 14:05 the dashboard showed green, so the rollout went on.” Write the wish down as an action.',
  ),
  rule(
    'counterfactual',
    `(?:could|would|might)(?: have|[’']ve) (?:easily |also |then |just |simply |probably )?(?:been (?:easily |completely |entirely )?(?:avoided|prevented)|${DILIGENCE})\\b`,
    HINDSIGHT,
    'Say what was known then and what it led to. Write down what would help next time as an action.',
  ),
  rule(
    'counterfactual',
    `(?<![\\w,] )had (?:he|she|they|we|somebody|someone|(?:the|an?|our) (?:[\\w-]+ )?(?:engineer|developer|operator|on-call|responder|reviewer|administrator|team|commander)) (?:not |only |just )?${DILIGENCE}\\b`,
    HINDSIGHT,
    'Say what happened instead, and what made that the obvious thing to do.',
  ),
  rule(
    'counterfactual',
    'if only\\b',
    HINDSIGHT,
    'Say what happened instead, and what made that the obvious thing to do.',
  ),
  rule(
    'counterfactual',
    `if (?=[^.,;\\n]{2,60} had (?:not |only |just )?${DILIGENCE}\\b)[^.,;\\n]{2,60}? had\\b`,
    HINDSIGHT,
    'Say what happened instead, and what made that the obvious thing to do.',
    PEOPLE,
  ),
  rule(
    'counterfactual',
    '(?:all (?:he|she|they|we|you) had to do|(?:only|just|simply) (?:had|needed) to)\\b',
    HINDSIGHT,
    'Say what the options looked like at the time, before the outcome was known.',
    ONLY_PEOPLE,
  ),
  rule(
    'blame',
    `fail(?:ed|s|ure|ing) to (?:\\w+ly )?${DILIGENCE}\\b`,
    OMISSION,
    'Say what could be seen and what was done: “The alert came with 40 others and carried no severity.”',
    PEOPLE,
  ),
  rule(
    'blame',
    'failed to\\b',
    OMISSION,
    'Say what was done instead, and what led to that.',
    ONLY_PEOPLE,
  ),
  rule(
    'blame',
    '(?:forgot|forgets|had forgotten|forgotten) (?:to|about|that)\\b|neglect(?:ed|s|ing)? (?:to|his|her|their)\\b',
    'Memory is a poor safeguard; that something depended on it is the finding.',
    'Say what the step depended on: “Nothing reminds of the step, and the release goes through without it.”',
    PEOPLE,
  ),
  rule(
    'blame',
    `(?:ignored|overlooked|disregarded|missed|dismissed) (?:(?:the|an?|all|this|that|these|those|several|many|clear|early|first|obvious|his|her|their|our) )*(?:\\w+ )?${SIGNAL}\\b|(?:overlooked|disregarded)\\b`,
    OMISSION,
    'Say how the signal looked among the others: how many there were, what it said, where it was shown.',
    ONLY_PEOPLE,
  ),
  rule(
    'blame',
    `${SIGNAL} (?:was|were|got) (?:\\w+ly )?(?:ignored|overlooked|disregarded)\\b`,
    OMISSION,
    'Say how the signal looked among the others: how many there were, what it said, where it was shown.',
  ),
  rule(
    'blame',
    `(?:did(?:n[’']t| not)|never) (?:properly )?follow(?:ed)? (?:the |our |any )?(?:\\w+ )?${RULES_OF_WORK}\\b|(?:violated|broke|bypassed|skipped) (?:the |our )(?:\\w+ )?${RULES_OF_WORK}\\b`,
    OMISSION,
    'Say how the work is usually done, and where the written way does not fit it.',
    PEOPLE,
  ),
  rule(
    'blame',
    `${RULES_OF_WORK} (?:was|were) (?:not|n[’']t) followed\\b|${RULES_OF_WORK} wasn[’']t followed\\b`,
    OMISSION,
    'Say how the work is usually done, and where the written way does not fit it.',
  ),
  rule(
    'blame',
    '(?:made (?:a|an|the) (?:\\w+ )?(?:mistake|error)|screwed up|messed up|botched|mishandled|dropped the ball|blew it|refused to)\\b',
    JUDGES,
    'Say what was done, with what was known: “The restore was started from the snapshot that the runbook names.”',
    ONLY_PEOPLE,
  ),
  rule(
    'blame',
    "why did(?:n[’']t)? (?:he|she|they|you|nobody|no one|anyone|someone)\\b",
    'A why to a person asks for a defence.',
    'Ask how it came about: “How did this look from where they were?”',
  ),
];
