const DIGITS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODES = new Int8Array(128).fill(-1);
for (let code = 0; code < DIGITS.length; code++) {
  CODES[DIGITS.charCodeAt(code)] = code;
}
const BITS = 32;

/**
 * Writes whole numbers from 0 on as a short text: five bits a character, the lowest first, a sixth bit where more
 * follow. Trailing zeros are left out, so that no numbers but zeros are the empty text.
 *
 * @throws RangeError when a number is negative, or not a safe integer
 * @public
 */
export function packNumbers(numbers: readonly number[]): string {
  let end = numbers.length;
  while (end > 0 && numbers[end - 1] === 0) {
    end -= 1;
  }
  let text = '';
  for (let index = 0; index < end; index++) {
    let rest = numbers[index];
    if (!Number.isSafeInteger(rest) || rest < 0) {
      throw new RangeError(`${rest} cannot be packed: it is no count`);
    }
    while (rest >= BITS) {
      text += DIGITS[BITS + (rest % BITS)];
      rest = Math.floor(rest / BITS);
    }
    text += DIGITS[rest];
  }
  return text;
}

/**
 * Reads what `packNumbers` wrote; the zeros that it left out are not there.
 *
 * @throws RangeError when the text is none of its
 * @public
 */
export function unpackNumbers(packed: string): number[] {
  const numbers: number[] = [];
  eachPackedNumber(packed, number => numbers.push(number));
  return numbers;
}

/**
 * Runs something for each number that `packNumbers` wrote, in their order.
 *
 * @throws RangeError when the text is none of its
 * @public
 */
export function eachPackedNumber(
  packed: string,
  run: (number: number) => void,
): void {
  let number = 0;
  let weight = 1;
  for (let at = 0; at < packed.length; at++) {
    const code = CODES[packed.charCodeAt(at)];
    // Beyond the table it is undefined.
    if (!(code >= 0)) {
      throw new RangeError(`${packed} is no packed state`);
    }
    if (code >= BITS) {
      number += (code - BITS) * weight;
      weight *= BITS;
    } else {
      run(number + code * weight);
      number = 0;
      weight = 1;
    }
  }
  if (weight !== 1) {
    throw new RangeError(`${packed} is a packed state cut short`);
  }
}
