import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';

/** Longer texts are shown as they are written: reading them as Markdown takes seconds, and none comes by a form. */
const MARKDOWN_LIMIT = 200_000;

/** Whether a link may stay a link. Only the web and mail; no script, data, file or relative address. */
export function isSafeLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s]/i.test(url.trim());
}

/**
 * Reads Markdown as reports show it: CommonMark with tables and strikethrough. Markup in HTML is text like any other.
 */
export const markdown = new MarkdownIt('default', {
  html: false,
  linkify: false,
});
markdown.validateLink = isSafeLink;

/** Blocks within blocks from which on Markdown is not followed. */
const NESTING_LIMIT = 90;

/**
 * Reads a text as Markdown.
 *
 * @returns undefined where it is too long or too deep to be read, and should be shown as it is written
 */
export function readMarkdown(text: string): Token[] | undefined {
  if (text.length > MARKDOWN_LIMIT) {
    return undefined;
  }
  const tokens = markdown.parse(text, {});
  return tokens.every(({ level }) => level < NESTING_LIMIT)
    ? tokens
    : undefined;
}

/**
 * How many levels the headings of a text have to move, so that its highest one comes right below a heading.
 *
 * @param below - the level of that heading, from 1
 */
export function headingShift(tokens: Token[], below: number): number {
  const levels = tokens
    .filter(({ type }) => type === 'heading_open')
    .map(({ tag }) => Number(tag.slice(1)));
  return levels.length > 0
    ? below + 1 - levels.reduce((a, b) => Math.min(a, b))
    : 0;
}
