import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  Cursor,
  LF,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from './bytes';

/** Follows the quotation marks and brackets of one JSON object or array, over as many buffers as it takes. */
export class BracketScanner {
  private readonly closers: number[] = [];
  private inString = false;
  private isEscaped = false;

  /**
   * Moves the cursor behind the value, to where it breaks, or to the end of the buffer.
   *
   * @returns `broken` where a string runs over a line break or a bracket closes another than was opened
   */
  scan(buffer: Buffer, cursor: Cursor): 'closed' | 'broken' | 'open' {
    const { closers } = this;
    for (let at = cursor.at; at < buffer.length; at++) {
      if (this.inString) {
        at = this.scanString(buffer, at);
      }
      const byte = buffer[at];
      if (byte === LF) {
        if (this.inString) {
          cursor.at = at;
          return 'broken';
        }
        cursor.passLineBreak(at);
      } else if (byte === QUOTE) {
        this.inString = !this.inString;
      } else if (byte === OPEN_BRACE) {
        closers.push(CLOSE_BRACE);
      } else if (byte === OPEN_BRACKET) {
        closers.push(CLOSE_BRACKET);
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (closers.pop() !== byte) {
          cursor.at = at;
          return 'broken';
        }
        if (closers.length === 0) {
          cursor.at = at + 1;
          return 'closed';
        }
      }
    }
    cursor.at = buffer.length;
    return 'open';
  }

  /** @returns where the string ends or breaks, or the end of the buffer */
  private scanString(buffer: Buffer, from: number): number {
    // Kept out of the object while it runs, as nearly all bytes of a file pass here.
    let { isEscaped } = this;
    let at = from;
    for (; at < buffer.length; at++) {
      const byte = buffer[at];
      if (isEscaped && byte !== LF) {
        isEscaped = false;
      } else if (byte === QUOTE || byte === LF) {
        break;
      } else if (byte === BACKSLASH) {
        isEscaped = true;
      }
    }
    this.isEscaped = isEscaped;
    return at;
  }
}
