import type Token from 'markdown-it/lib/token.mjs';
import { headingShift, isSafeLink, readMarkdown } from './markdown';

/**
 * Escapes a text of one line so that Markdown shows it as it is: no markup, no HTML, no heading, cell or line of its own.
 *
 * @public
 */
export function escapeMarkdown(text: string): string {
  return escapeLineStart(
    escapeInline(text.replace(/\s+/g, ' ').trim()),
  ).replace(/#+$/, '\\$&');
}

/** Code between fences that are longer than any within. */
function fence(code: string, language: string): string {
  const longest = (code.match(/`{3,}/g) ?? []).reduce(
    (length, ticks) => Math.max(length, ticks.length),
    2,
  );
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${code.replace(/\n$/, '')}\n${marks}`;
}

/** Walks the tokens of a text and writes its blocks, containers by indenting what is within. */
class BlockWriter {
  #at = 0;

  constructor(
    private readonly tokens: Token[],
    private readonly shift: number,
  ) {}

  /** The lines up to the end of the container, or of the text. */
  write(end?: string): string[] {
    const lines: string[] = [];
    let close = false;
    while (this.#at < this.tokens.length) {
      const token = this.tokens[this.#at++];
      if (token.type === end) {
        break;
      }
      const block = this.#block(token);
      if (block.length > 0) {
        // Without an empty line, one block could read on into the next; a list may follow the text of its item.
        const joins =
          close &&
          (token.type === 'bullet_list_open' ||
            (token.type === 'ordered_list_open' && !token.attrGet('start')));
        lines.push(...(lines.length > 0 && !joins ? [''] : []), ...block);
        close = token.hidden;
      }
    }
    return lines;
  }

  #block(token: Token): string[] {
    switch (token.type) {
      case 'heading_open': {
        const level = Math.min(6, Number(token.tag.slice(1)) + this.shift);
        const text = this.#inlineUntil('heading_close').replace(/\\?\n/g, ' ');
        return [`${'#'.repeat(level)} ${text.replace(/#+$/, '\\$&')}`];
      }
      case 'paragraph_open':
        return this.#inlineUntil('paragraph_close').split('\n');
      case 'blockquote_open':
        return this.write('blockquote_close').map(line => `> ${line}`);
      case 'bullet_list_open':
        return this.#list('bullet_list_close', mark => `${mark} `);
      case 'ordered_list_open': {
        const start = Number(token.attrGet('start') ?? 1);
        return this.#list(
          'ordered_list_close',
          (mark, i) => `${start + i}${mark} `,
        );
      }
      case 'fence':
      case 'code_block':
        return fence(
          token.content,
          /^[\w+#.-]+/.exec(token.info.trim())?.[0] ?? '',
        ).split('\n');
      case 'hr':
        return ['---'];
      case 'table_open':
        return this.#table();
      default:
        return [];
    }
  }

  #inlineUntil(end: string): string {
    let text = '';
    while (this.#at < this.tokens.length) {
      const token = this.tokens[this.#at++];
      if (token.type === end) {
        break;
      }
      text += inlineSource(token.children ?? []);
    }
    return text
      .split('\n')
      .map(line => escapeLineStart(line.trimStart()))
      .join('\n');
  }

  #list(end: string, leadOf: (mark: string, i: number) => string): string[] {
    const lines: string[] = [];
    for (let i = 0; this.tokens[this.#at]?.type === 'list_item_open'; i++) {
      const { markup } = this.tokens[this.#at++];
      const tight = this.tokens[this.#at]?.hidden;
      const lead = leadOf(markup, i);
      const item = this.write('list_item_close');
      lines.push(
        ...(i > 0 && !tight ? [''] : []),
        ...(item.length > 0 ? item : ['']).map((line, j) =>
          `${j === 0 ? lead : ' '.repeat(lead.length)}${line}`.trimEnd(),
        ),
      );
    }
    if (this.tokens[this.#at]?.type === end) {
      this.#at++;
    }
    return lines;
  }

  #table(): string[] {
    const rows: string[][] = [];
    const align: string[] = [];
    for (
      let token = this.tokens[this.#at++];
      token && token.type !== 'table_close';
      token = this.tokens[this.#at++]
    ) {
      if (token.type === 'tr_open') {
        rows.push([]);
      } else if (token.type === 'th_open') {
        align.push(alignmentOf(token));
      } else if (token.type === 'inline') {
        rows[rows.length - 1]?.push(cellSource(token.children ?? []));
      }
    }
    return tableLines(rows[0] ?? [], rows.slice(1), align);
  }
}

function alignmentOf(token: Token): string {
  const style = String(token.attrGet('style') ?? '');
  if (style.includes('right')) {
    return '---:';
  }
  return style.includes('center') ? ':---:' : '---';
}

function cellSource(children: Token[]): string {
  return inlineSource(children, true).replace(/\n/g, ' ');
}

/** A table of cells that are Markdown already. */
export function tableLines(
  head: string[],
  rows: string[][],
  align: string[] = [],
): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, i) => align[i] ?? '---')),
    ...rows.map(line),
  ];
}

const BREAKS: Record<string, string> = { softbreak: '\n', hardbreak: '\\\n' };

/** @param inCell - within a table, where even code must not hold a bare `|` */
function inlineSource(children: Token[], inCell = false): string {
  const links: string[] = [];
  return children
    .map(token => {
      switch (token.type) {
        case 'text':
        case 'text_special':
          return escapeInline(token.content);
        case 'code_inline':
          return inCell
            ? codeSpan(token.content).replace(/\|/g, '\\|')
            : codeSpan(token.content);
        case 'link_open':
          links.push(String(token.attrGet('href') ?? ''));
          return '[';
        case 'link_close':
          return `](${destination(links.pop() ?? '')})`;
        case 'image':
          return `[Picture: ${escapeInline(token.content)}](${destination(
            String(token.attrGet('src') ?? ''),
          )})`;
        default:
          return (
            BREAKS[token.type] ?? (token.markup || escapeInline(token.content))
          );
      }
    })
    .join('');
}

/** Escapes marks within a line; spaces at its ends matter and stay. */
function escapeInline(text: string): string {
  return (
    text
      .replace(/[\\`*~[\]|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
      // Before a link, it would make a picture of it.
      .replace(/!$/, '\\!')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
  );
}

/** Keeps a line of a paragraph from being read as another block. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

function codeSpan(code: string): string {
  const longest = (code.match(/`+/g) ?? []).reduce(
    (length, ticks) => Math.max(length, ticks.length),
    0,
  );
  const marks = '`'.repeat(longest + 1);
  const space = /^[`\s]|[`\s]$/.test(code) ? ' ' : '';
  return `${marks}${space}${code}${space}${marks}`;
}

function destination(url: string): string {
  return isSafeLink(url)
    ? url.replace(/[\s<>\\|]/g, encodeURIComponent).replace(/[()]/g, '\\$&')
    : '';
}

/**
 * Writes a text that people wrote as Markdown anew, so that it keeps to its place: its headings go down, what it left
 * open is closed, HTML becomes text, and links lead to the web or mail only.
 *
 * @param below - the level of the heading that it stands under
 * @public
 */
export function containMarkdown(text: string, below: number): string {
  const tokens = readMarkdown(text);
  return !tokens
    ? fence(text, '')
    : new BlockWriter(tokens, headingShift(tokens, below)).write().join('\n');
}

/** A link, or only its text where the address is none of the web. @public */
export function markdownLink(text: string, url: string): string {
  const to = destination(url);
  return to ? `[${escapeMarkdown(text)}](${to})` : escapeMarkdown(text);
}
