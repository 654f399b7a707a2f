import { Cursor, LF, OPEN_BRACE, SPACE, TAB } from './bytes';

/** Looks for a line that opens an object no further to the right than a column. */
export class ObjectSeeker {
  /** Only blanks have come on this line. */
  private isIndent = false;

  constructor(private readonly column: number) {}

  /**
   * Moves the cursor to that object, or to the end of the buffer.
   *
   * @returns whether it was found
   */
  seek(buffer: Buffer, cursor: Cursor): boolean {
    while (cursor.at < buffer.length) {
      const byte = buffer[cursor.at];
      if (this.isIndent && (byte === SPACE || byte === TAB)) {
        cursor.at++;
        continue;
      }
      if (
        this.isIndent &&
        byte === OPEN_BRACE &&
        cursor.column <= this.column
      ) {
        return true;
      }
      const lf = buffer.indexOf(LF, cursor.at);
      this.isIndent = lf >= 0;
      if (lf < 0) {
        cursor.at = buffer.length;
      } else {
        cursor.passLineBreak(lf);
      }
    }
    return false;
  }
}
