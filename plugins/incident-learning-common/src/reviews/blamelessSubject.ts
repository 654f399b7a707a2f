/** Who or what does what a sentence says. */
export type Subject = 'person' | 'nobody' | 'thing' | 'unknown';

const PRONOUNS =
  /^(?:he|she|they|we|i|you|who|someone|somebody|everyone|everybody|anyone|anybody)$/i;
const NOBODY = /^(?:nobody|noone|none|no-one)$/i;

const PERSON_WORDS = new Set(
  `engineer developer dev operator oncall on-call on-caller admin administrator sysadmin team squad manager management
  leadership responder commander facilitator staff employee person people human colleague teammate author reviewer intern
  junior senior contractor lead technician analyst dba sre architect maintainer owner owners approver programmer tester
  qa agent vendor supplier individual member committer guy shift crew helpdesk support product security ops operations
  deployer secondary primary-on-call director cto ciso boss man woman`.split(
    /\s+/,
  ),
);

/** Words of the list above that name a thing as often as a person. */
const AMBIGUOUS = new Set([
  'agent',
  'lead',
  'owner',
  'product',
  'security',
  'operations',
  'support',
  'secondary',
  'shift',
]);

const PREPOSITIONS =
  'of in on for from at with by to during after before under behind inside within across between into about per via since until';
const PREPOSITION = new Set(PREPOSITIONS.split(' '));

const CONJUNCTION =
  /^(?:and|or|but|because|when|while|whereas|although|though|so|as|if|unless|then|which|that|who|after|since|before)$/i;

/** What begins a sentence without an article and is nobody, or nobody who took part. */
const THINGS =
  /^(?:monitoring|alerting|logging|caching|replication|failover|autoscaling|retries|requests|servers|nodes|clients|replicas|pods|jobs|tests|checks|backups|deployments|customers|users|callers|consumers)$/i;

const PAST = /(?:ed|ran|saw|took|made|went|wrote|sent|put|was|were|had|did)$/;

const FILLER = new Set(
  'had has have did was were is are been also again then still just not never simply even initially first both later once'.split(
    ' ',
  ),
);

/** How many characters before a verb are looked at for its subject. */
const REACH = 240;

/**
 * Guesses the subject of a verb from what stands before it in its sentence: the head of the last noun phrase, so that
 * "the engineer’s script failed to start" is about a script, and "the engineer on call failed to look" about a person.
 *
 * @param isName - whether a word is the name of somebody who took part
 */
export function subjectBefore(
  text: string,
  at: number,
  isName: (word: string) => boolean,
): Subject {
  const sentence = sentenceBefore(text, at);
  const clauses = clausesOf(sentence).reverse();
  // "rolled back and forgot to tell": what a clause leaves out stands in the one before.
  for (const clause of clauses) {
    const subject = subjectOfClause(clause, isName);
    if (subject) {
      return subject;
    }
  }
  return 'unknown';
}

function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - REACH), at);
  const end = Math.max(
    ...['. ', '! ', '? ', '\n', '; ', ': '].map(
      stop => before.lastIndexOf(stop) + (before.includes(stop) ? 1 : 0),
    ),
  );
  return before.slice(Math.max(0, end));
}

/** The words of each clause. */
function clausesOf(sentence: string): string[][] {
  const clauses: string[][] = [[]];
  for (const token of sentence.match(
    /[@\p{L}\p{N}][\p{L}\p{N}@:/._’'-]*|,/gu,
  ) ?? []) {
    if (token === ',' || CONJUNCTION.test(token)) {
      clauses.push(/^who$/i.test(token) ? [token] : []);
    } else {
      clauses[clauses.length - 1].push(token.replace(/[.,’']+$/, ''));
    }
  }
  return clauses;
}

function subjectOfClause(
  words: string[],
  isName: (word: string) => boolean,
): Subject | undefined {
  const phrase = words.filter(
    word => !/ly$/i.test(word) && !FILLER.has(word.toLowerCase()),
  );
  if (phrase.length === 0) {
    return undefined;
  }
  const cut = phrase.findIndex(
    (word, i) => i > 0 && PREPOSITION.has(word.toLowerCase()),
  );
  const nouns = cut < 0 ? phrase : phrase.slice(0, cut);
  // Of "the team’s failure to", whose it is tells.
  const head = nouns[nouns.length - 1].replace(/[’']s?$/, '');
  if (
    /^no$/i.test(nouns[0]) ||
    NOBODY.test(head) ||
    /^no one$/i.test(nouns.slice(-2).join(' '))
  ) {
    return 'nobody';
  }
  if (PRONOUNS.test(head) || isName(head) || /^@|^user:/.test(head)) {
    return 'person';
  }
  // Of a clause with a verb of its own, such as "he restarted it", the beginning tells.
  if (
    PRONOUNS.test(nouns[0]) ||
    (isName(nouns[0]) && !/[’']s$/.test(nouns[0]))
  ) {
    return 'person';
  }
  if (isPersonWord(head)) {
    return AMBIGUOUS.has(head.toLowerCase()) ? 'unknown' : 'person';
  }
  if (THINGS.test(head)) {
    return 'thing';
  }
  const person = nouns.findIndex(
    word => isPersonWord(word) && !AMBIGUOUS.has(word.toLowerCase()),
  );
  if (person >= 0 && PAST.test(nouns[person + 1] ?? '')) {
    return 'person';
  }
  return /^(?:the|a|an|this|that|its|our|their|each|every|all|both|it)$/i.test(
    nouns[0],
  ) || /^[a-z0-9]/.test(head)
    ? 'thing'
    : 'unknown';
}

/** Whether a word means somebody, in singular or plural. */
export function isPersonWord(word: string): boolean {
  const lower = word.toLowerCase();
  return PERSON_WORDS.has(lower) || PERSON_WORDS.has(lower.replace(/s$/, ''));
}
