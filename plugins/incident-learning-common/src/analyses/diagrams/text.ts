/**
 * Widths of characters as shares of the font size. They are those of wide sans-serif fonts: in a narrower one, a line
 * is a little shorter than its room, and never longer.
 */
function widthOf(character: string): number {
  if (/[ijlI.,:;'|!()[\]’‘]/.test(character)) {
    return 0.36;
  }
  if (/[ ftr/\-]/.test(character)) {
    return 0.4;
  }
  if (/[mwMW@%—…]/.test(character)) {
    return 0.95;
  }
  if (/[A-Z&+=<>~#×]/.test(character)) {
    return 0.73;
  }
  if (/[ -~¡-ɏ“”·–]/.test(character)) {
    return 0.61;
  }
  // Superscripts are small; whatever else is written in squares, such as Chinese, or as symbols.
  if (/[⁰¹²³⁴-⁹⁻]/.test(character)) {
    return 0.42;
  }
  return /\p{M}/u.test(character) ? 0 : 1.05;
}

/** The estimated width of a text in pixels; there is no font to measure with. */
export function textWidth(text: string, fontSize: number, bold = false) {
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
  }
  return width * fontSize * (bold ? 1.1 : 1);
}

/** How a text is set. */
export interface TextStyle {
  width: number;
  fontSize: number;
  bold?: boolean;
  maxLines: number;
}

/**
 * Breaks a text into lines that fit: at spaces, else after a slash, dot or hyphen, else anywhere. What goes beyond the
 * last line ends in an ellipsis.
 */
export function wrapText(text: string, style: TextStyle): string[] {
  const fits = (line: string) =>
    textWidth(line, style.fontSize, style.bold) <= style.width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    let rest = word;
    if (line && fits(`${line} ${rest}`)) {
      line = `${line} ${rest}`;
      continue;
    }
    if (line) {
      lines.push(line);
    }
    while (!fits(rest) && lines.length <= style.maxLines) {
      const head = headThatFits(rest, fits);
      lines.push(head);
      rest = rest.slice(head.length);
    }
    line = rest;
    if (lines.length > style.maxLines) {
      break;
    }
  }
  if (line) {
    lines.push(line);
  }
  if (lines.length <= style.maxLines) {
    return lines;
  }
  const kept = lines.slice(0, style.maxLines);
  kept[kept.length - 1] = withEllipsis(kept[kept.length - 1], fits);
  return kept;
}

function headThatFits(word: string, fits: (line: string) => boolean): string {
  let head = '';
  for (const character of word) {
    if (head && !fits(head + character)) {
      break;
    }
    head += character;
  }
  const seam = /^.*[/.\-_:](?=.)/u.exec(head)?.[0];
  return seam && seam.length > head.length / 2 ? seam : head;
}

function withEllipsis(line: string, fits: (line: string) => boolean): string {
  const characters = [...line];
  while (characters.length > 1 && !fits(`${characters.join('')}…`)) {
    characters.pop();
  }
  return `${characters.join('').replace(/[\s.,;:]+$/, '')}…`;
}

/** The width of the widest of some lines. */
export function widestOf(lines: string[], fontSize: number, bold = false) {
  return lines.reduce(
    (widest, line) => Math.max(widest, textWidth(line, fontSize, bold)),
    0,
  );
}
