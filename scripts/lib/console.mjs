/** What a person did or has to do: shown without a stack trace. */
export class UserError extends Error {
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

const colours =
  process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';

function paint(code) {
  return text => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
}

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);

export function say(text = '') {
  console.log(text);
}

export function heading(text) {
  console.log(`\n${bold(`== ${text}`)}\n`);
}

/** Prints an error: a person's with its remedy, a defect's with its stack. */
export function fail(error) {
  if (error instanceof UserError) {
    console.error(`\n${red(error.message)}`);
    if (error.remedy) {
      console.error(error.remedy);
    }
  } else {
    console.error(error);
  }
}

/** Wall time since `start` (from `Date.now()`), as "12 s" or "3 min 05 s". */
export function since(start) {
  const seconds = Math.round((Date.now() - start) / 1000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(
        2,
        '0',
      )} s`;
}

export function withoutColours(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
