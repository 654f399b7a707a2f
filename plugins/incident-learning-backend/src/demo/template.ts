import type { Random } from './random';

/** Values by name; a value may itself be a template. */
export type Slots = Record<string, string>;

/**
 * Fills in a template: `[this|that]` chooses, `{name}` takes a slot, `{20-90}` draws a number, and `{n=20-90}` draws
 * it once and says the same number wherever it stands in one incident.
 *
 * @throws Error when a slot is not there, so that no half-filled sentence gets out
 */
export function renderTemplate(
  template: string,
  slots: Slots,
  random: Random,
): string {
  let text = choose(template, random);
  for (let depth = 0; text.includes('{'); depth++) {
    if (depth > 5) {
      throw new Error(`Template refers to itself: ${template}`);
    }
    text = text.replace(/\{([^{}]+)\}/g, (_, slot: string) =>
      choose(fillSlot(slot, slots, random), random),
    );
  }
  return text;
}

/** Like `renderTemplate`, with a capital at the start of every sentence. */
export function renderSentences(
  template: string,
  slots: Slots,
  random: Random,
): string {
  return renderTemplate(template, slots, random).replace(
    /(^|[.!?] )([a-z])/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

function choose(template: string, random: Random): string {
  let text = template;
  // The innermost brackets first, so that choices may hold choices.
  while (/\[[^[\]]*\]/.test(text)) {
    text = text.replace(/\[([^[\]]*)\]/g, (_, options: string) =>
      random.pick(options.split('|')),
    );
  }
  return text;
}

function fillSlot(slot: string, slots: Slots, random: Random): string {
  const range = /^(?:([a-z]+)=)?(\d+)-(\d+)$/i.exec(slot);
  if (range) {
    const [, name, low, high] = range;
    if (name && slots[name]) {
      return slots[name];
    }
    const number = formatCount(random.int(Number(low), Number(high)));
    if (name) {
      slots[name] = number;
    }
    return number;
  }
  const value = slots[slot];
  if (value === undefined) {
    throw new Error(`No such slot: {${slot}}`);
  }
  return value;
}

/** Groups thousands and, above a thousand, rounds as people do in a report. */
export function formatCount(count: number): string {
  const rounded = count >= 1000 ? Math.round(count / 10) * 10 : count;
  return String(rounded).replace(/\B(?=(\d{3})+$)/g, ',');
}
