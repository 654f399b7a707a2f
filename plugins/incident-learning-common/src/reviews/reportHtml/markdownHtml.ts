import { headingShift, isSafeLink, markdown, readMarkdown } from '../markdown';
import { Html, html, trusted } from './html';

const { rules } = markdown.renderer;

/** How many levels the headings of a text go down. */
interface Environment {
  shift: number;
}

for (const rule of ['heading_open', 'heading_close']) {
  rules[rule] = (tokens, i, options, env: Environment, self) => {
    const level = Number(tokens[i].tag.slice(1)) + env.shift;
    tokens[i].tag = `h${Math.min(6, level)}`;
    return self.renderToken(tokens, i, options);
  };
}

rules.link_open = (tokens, i, options, _env, self) => {
  tokens[i].attrSet('rel', 'noopener noreferrer nofollow');
  return self.renderToken(tokens, i, options);
};

// A picture from elsewhere would tell its server who reads; its address stays as a link.
rules.image = (tokens, i) =>
  externalLink(
    tokens[i].attrGet('src') ?? '',
    `Picture: ${tokens[i].content || 'without a description'}`,
  ).text;

rules.table_open = () =>
  '<div class="scroll" role="region" aria-label="Table" tabindex="0"><table>\n';
rules.table_close = () => '</table></div>\n';

/**
 * Renders a text that people wrote as Markdown. HTML in it is shown as text; links lead to the web or mail only.
 *
 * @param below - the level of the heading that it stands under
 */
export function markdownHtml(text: string, below = 2): Html {
  if (text.trim() === '') {
    return html``;
  }
  const tokens = readMarkdown(text);
  if (!tokens) {
    return html`<div class="prose plain">${text}</div>`;
  }
  const env: Environment = { shift: headingShift(tokens, below) };
  const body = markdown.renderer.render(tokens, markdown.options, env);
  return html`<div class="prose">${trusted(body)}</div>`;
}

/** A link out of the report; only text where its address is none of the web. */
export function externalLink(url: string, text: string): Html {
  return isSafeLink(url)
    ? html`<a href="${url}" rel="noopener noreferrer nofollow">${text}</a>`
    : html`${text}`;
}
