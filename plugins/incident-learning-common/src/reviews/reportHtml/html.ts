import { escapeXml } from '../../analyses/diagrams/element';

/** HTML that is safe to write into a page: made by {@link html} or by a renderer that escapes. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = Html | string | number | undefined | false | Value[];

/** Writes HTML; every value that is not {@link Html} itself is escaped, and stays text in attributes too. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(
    parts.reduce((page, part, i) => page + write(values[i - 1]) + part),
  );
}

function write(value: Value): string {
  if (Array.isArray(value)) {
    return value.map(write).join('');
  }
  if (value instanceof Html) {
    return value.text;
  }
  return value === undefined || value === false ? '' : escapeXml(String(value));
}

/** Markup that another renderer has made safe. */
export function trusted(text: string): Html {
  return new Html(text);
}
