import { cut, Line, ReadOptions } from './cut';
import { LineCutter } from './LineCutter';

/**
 * Reads the lines of a UTF-8 text file, ended by `\n` or `\r\n`.
 *
 * A line that is too long or in another encoding is given as a problem, and so is a source that fails midway; nothing
 * is thrown for bad input. No more than one chunk and one line are held in memory.
 *
 * @public
 */
export function readLines(
  source: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncIterable<Line> {
  return cut(source, () => new LineCutter(options.maxLineBytes));
}
