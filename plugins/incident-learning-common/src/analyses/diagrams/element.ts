/**
 * A piece of an SVG picture as plain data. Attributes are written as React writes them (`strokeWidth`), so that a page
 * can draw the same picture.
 *
 * @public
 */
export interface SvgElement {
  tag: string;
  attributes: Record<string, string | number>;
  children: (SvgElement | string)[];
}

/** Makes an element; attributes without a value are left out. */
export function el(
  tag: string,
  attributes: Record<string, string | number | undefined>,
  ...children: (SvgElement | string | undefined)[]
): SvgElement {
  const kept: SvgElement['attributes'] = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      kept[name] = typeof value === 'number' ? round(value) : value;
    }
  }
  return {
    tag,
    attributes: kept,
    children: children.filter(child => child !== undefined),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Numbers of a path, rounded. */
export function pathOf(
  parts: TemplateStringsArray,
  ...values: number[]
): string {
  return parts.reduce(
    (path, part, i) =>
      path + part + (i < values.length ? round(values[i]) : ''),
    '',
  );
}

/** Writes an element as XML. Whatever stands in text or attributes stays text. */
export function serialize(element: SvgElement): string {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${nameOf(name)}="${escapeXml(String(value))}"`)
    .join('');
  if (element.children.length === 0) {
    return `<${element.tag}${attributes}/>`;
  }
  const children = element.children
    .map(child =>
      typeof child === 'string' ? escapeXml(child) : serialize(child),
    )
    .join('');
  return `<${element.tag}${attributes}>${children}</${element.tag}>`;
}

function nameOf(name: string): string {
  return name === 'viewBox'
    ? name
    : name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes what XML reads as markup, and replaces what XML cannot hold at all. */
export function escapeXml(text: string): string {
  return text
    .replace(
      /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
      '\uFFFD',
    )
    .replace(/[&<>"']/g, character => ENTITIES[character]);
}
