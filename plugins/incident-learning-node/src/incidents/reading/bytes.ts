export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;

/** A place in a buffer and the line of the file it lies on. */
export class Cursor {
  at = 0;
  line = 1;
  private lineStart = 0;

  /** How many bytes of the line lie before it. */
  get column(): number {
    return this.at - this.lineStart;
  }

  /** Goes on behind a line break. */
  passLineBreak(lf: number) {
    this.line++;
    this.lineStart = lf + 1;
    this.at = lf + 1;
  }

  /** Follows the buffer when its first bytes are dropped. */
  shift(bytes: number) {
    this.at -= bytes;
    this.lineStart -= bytes;
  }
}
