import {
  Precision,
  readTime,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** A time in UTC as the browser's input takes it: `2024-05-17T09:30`, or `2024-05-17` of a day. */
export function inputOfIso(at?: string, precision?: Precision): string {
  if (!at) {
    return '';
  }
  return precision === 'day'
    ? at.slice(0, 10)
    : at.replace(/(:00)?(\.\d+)?Z$/, '');
}

/** The time that an input holds; nothing where it holds none. */
export function isoOfInput(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed
    ? readTime(trimmed.includes('T') ? `${trimmed}Z` : trimmed)?.at
    : undefined;
}
