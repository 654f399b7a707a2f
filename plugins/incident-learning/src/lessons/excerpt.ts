import { markSearch } from '@hindsight/backstage-plugin-incident-learning-common';

const BEFORE = 60;
const LENGTH = 220;

/** The part of a Markdown text around what a search meets first; undefined where it meets nothing. */
export function excerptOf(
  markdown: string,
  search: string,
): string | undefined {
  const text = markdown
    .replace(/^\s*([-*+>#|]+|\d+\.)\s+/gm, '')
    .replace(/[*_`~]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const pieces = markSearch(text, search);
  const hit = pieces.findIndex(({ marked }) => marked);
  if (hit < 0) {
    return undefined;
  }
  const at = pieces
    .slice(0, hit)
    .reduce((length, piece) => length + piece.text.length, 0);
  const start = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1;
  const end = text.indexOf(' ', start + LENGTH);
  return [
    start > 0 ? '…' : '',
    end < 0 ? text.slice(start) : text.slice(start, end),
    end < 0 ? '' : '…',
  ].join('');
}
