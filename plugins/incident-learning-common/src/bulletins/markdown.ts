import { escapeMarkdown } from '../reviews/markdownSource';
import { entityName, formatMoment, words } from '../reviews/reportText';
import { namesOf } from '../reports/names';
import { bulletinItemLinks as links, bulletinLink } from './links';
import type { Bulletin } from './schema';
import {
  BULLETIN_SECTIONS,
  BULLETIN_WORDS,
  BulletinSectionId,
  bulletinScopeTitle,
  bulletinSummary,
  patternTitle,
} from './sections';
import { weekTitle } from './weeks';

const text = escapeMarkdown;

/** As many services of a pattern as one line names. */
const NAMED_SERVICES = 5;

/** As many overdue actions as are named: what is old is known. */
const NAMED_OVERDUE = 5;

/** Where a bulletin is read, and how its own page is reached. @public */
export interface BulletinRenderOptions {
  /** What links begin with: the portal's address; paths without it unless said. */
  baseUrl?: string;
}

/**
 * A bulletin as Markdown to paste: headings and lists alone, which chats and wikis show as well.
 *
 * @public
 */
export function renderBulletinMarkdown(
  bulletin: Bulletin,
  { baseUrl = '' }: BulletinRenderOptions = {},
): string {
  const { week, scope, generatedAt } = bulletin;
  const link = (label: string, path: string) =>
    `[${text(label)}](<${baseUrl}${path}>)`;
  const blocks = [
    `# Learning bulletin: ${text(bulletinScopeTitle(scope))}, ${weekTitle(
      week,
    )}`,
    `${bulletinDays(bulletin)}. ${
      bulletinSummary(bulletin) || 'Nothing was learned on record this week'
    }.`,
    ...BULLETIN_SECTIONS.flatMap(id => sectionBlocks(id, bulletin, link)),
    `${link(
      'See the bulletin',
      bulletinLink(bulletin),
    )}. Written ${formatMoment(generatedAt)}; what is restricted is left out.`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The first and the last day of a bulletin's week, where its days begin. @public */
export function bulletinDays({
  from,
  to,
  timeZone,
}: Pick<Bulletin, 'from' | 'to' | 'timeZone'>): string {
  const day = (at: number) =>
    new Date(at).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone,
    });
  return `${day(Date.parse(from))} to ${day(Date.parse(to) - 1)}`;
}

function sectionBlocks(
  id: BulletinSectionId,
  bulletin: Bulletin,
  link: (label: string, path: string) => string,
): string[] {
  const section = bulletin[id];
  if (!section) {
    return [];
  }
  const { title, none } = BULLETIN_WORDS[id];
  const heading = `## ${title}${
    section.count > 0 ? ` (${section.count})` : ''
  }`;
  if (section.count === 0) {
    return [heading, none];
  }
  const lines = linesOf(id, bulletin, link).map(line => `- ${line}`);
  const more = section.count - lines.length;
  return [
    heading,
    [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n'),
  ];
}

function linesOf(
  id: BulletinSectionId,
  bulletin: Bulletin,
  link: (label: string, path: string) => string,
): string[] {
  switch (id) {
    case 'lessons':
      return (bulletin.lessons?.items ?? []).map(
        lesson =>
          `${link(lesson.statement, links.lesson(lesson))} (${text(
            [
              words(lesson.type),
              `${lesson.priority} priority`,
              ...(lesson.category ? [lesson.category] : []),
            ].join(', '),
          )})`,
      );
    case 'reviews':
      return (bulletin.reviews?.items ?? []).map(review =>
        link(review.title, links.review(review)),
      );
    case 'verified':
      return (bulletin.verified?.items ?? []).map(
        action =>
          `${link(action.title, links.action(action))}${
            action.how ? `, by ${action.how}` : ''
          }${ownerOf(action)}`,
      );
    case 'overdue':
      return (bulletin.overdue?.items ?? [])
        .slice(0, NAMED_OVERDUE)
        .map(
          action =>
            `${link(action.title, links.action(action))}, due ${formatMoment(
              action.dueDate,
              'day',
            )} (${daysLateText(action)}${
              action.newlyOverdue ? ', new this week' : ''
            })${ownerOf(action)}`,
        );
    default:
      return (bulletin.patterns?.items ?? []).map(
        pattern =>
          `${link(
            patternTitle(pattern),
            links.pattern(pattern, bulletin),
          )}: ${text(patternText(pattern))}`,
      );
  }
}

/** `4 incidents at ledger, portal and 3 more`. @public */
export function patternText({
  count,
  services,
  serviceCount,
}: NonNullable<Bulletin['patterns']>['items'][number]): string {
  const incidents = `${count.toLocaleString('en-US')} incidents`;
  if (serviceCount === 0) {
    return `${incidents} without a service`;
  }
  const named = services.slice(0, NAMED_SERVICES).map(s => s.entityRef);
  const more = serviceCount - named.length;
  return `${incidents} at ${
    more > 0
      ? `${named.map(entityName).join(', ')} and ${more} more`
      : namesOf(named)
  }`;
}

/** `1 day late`. @public */
export function daysLateText({ daysLate }: { daysLate: number }): string {
  return `${daysLate.toLocaleString('en-US')} ${
    daysLate === 1 ? 'day' : 'days'
  } late`;
}

function ownerOf({ owner }: { owner?: string }): string {
  return owner ? `, ${text(entityName(owner))}` : '';
}
