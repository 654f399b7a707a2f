import {
  Precision,
  TIMELINE_KINDS,
  TimelineKind,
  readTime,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** An event as it was read from a line. */
export interface ReadEvent {
  at: string;
  precision?: Precision;
  kind: TimelineKind;
  text: string;
}

/** What was read, and the lines that could not be. */
export interface ReadLines {
  events: ReadEvent[];
  problems: { line: number; text: string; message: string }[];
}

const DAY = /^(\d{4}-\d{2}-\d{2})(?![\d-])/;
const CLOCK =
  /^(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?=[^\w]|$)/i;
const KIND = new RegExp(`^(${TIMELINE_KINDS.join('|')})\\s*:\\s*`, 'i');

/**
 * Reads events, one a line: `2024-05-17 09:30 what happened`. A line may leave out the date, which is then that of the
 * line before or `day`, or the time. Times are in UTC unless they say otherwise; `decision:` and the like before the
 * text tell the kind.
 */
export function readLines(text: string, day?: string): ReadLines {
  const read: ReadLines = { events: [], problems: [] };
  let lastDay = day;
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw
      .trim()
      .replace(/^[-*•]\s+/, '')
      .replace(/^\[(.*?)\]/, '$1');
    if (!line) {
      return;
    }
    const result = readLine(line, lastDay);
    if (typeof result === 'string') {
      read.problems.push({ line: index + 1, text: raw, message: result });
    } else {
      lastDay = result.day;
      read.events.push(result.event);
    }
  });
  return read;
}

function readLine(
  line: string,
  lastDay: string | undefined,
): { event: ReadEvent; day: string } | string {
  const date = DAY.exec(line)?.[1];
  const afterDate = date
    ? line.slice(date.length).replace(/^[\sT,]+/, '')
    : line;
  const clock = CLOCK.exec(afterDate);
  const day = date ?? lastDay;
  if (!date && !clock) {
    return 'begins with no time: begin it such as 2024-05-17 09:30';
  }
  if (!day) {
    return 'has a time without a date: begin it such as 2024-05-17 09:30';
  }
  const rest = (clock ? afterDate.slice(clock[0].length) : afterDate)
    .replace(/^[\s\-–—:|,;]+/, '')
    .trim();
  if (!rest) {
    return 'says only when: write what happened behind the time';
  }
  const time = readTime(clock ? `${day}T${isoClock(clock)}` : day);
  if (!time) {
    return 'has a time that does not exist: correct it';
  }
  const kind = KIND.exec(rest);
  return {
    day,
    event: {
      at: time.at,
      ...(!clock && { precision: 'day' as const }),
      kind: kind ? (kind[1].toLowerCase() as TimelineKind) : 'other',
      text: (kind ? rest.slice(kind[0].length) : rest).slice(0, 2000),
    },
  };
}

function isoClock([, clock, zone = 'Z']: RegExpExecArray): string {
  const padded = clock.indexOf(':') === 1 ? `0${clock}` : clock;
  if (/^(Z|UTC|GMT)$/i.test(zone)) {
    return `${padded}Z`;
  }
  return (
    padded +
    (zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`)
  );
}
