import {
  INCIDENT_TIMES,
  IncidentContent,
  IncidentTime,
  incidentInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { IncidentValues, inputOf } from './values';

/** What is wrong, by the path of the field, as a sentence that goes on after the field's name. */
export type Problems = Readonly<Record<string, string>>;

/** A form that was checked. */
export interface Checked {
  /** The incident, where nothing is wrong. */
  content?: IncidentContent;
  /** The incident without the fields that are wrong, for a look at what follows from it. */
  partial: IncidentContent;
  problems: Problems;
}

/** Checks a form by the schema that the API checks by. */
export function validate(
  values: IncidentValues,
  sourceData?: IncidentContent['sourceData'],
): Checked {
  const input = { ...inputOf(values), ...(sourceData && { sourceData }) };
  const parsed = incidentInputSchema.safeParse(input);
  if (parsed.success) {
    return { content: parsed.data, partial: parsed.data, problems: {} };
  }
  const problems: Record<string, string> = {};
  const wrong = new Set<string>();
  for (const { path, message } of parsed.error.issues) {
    wrong.add(String(path[0]));
    problems[path.join('.')] ??= inForm(path.map(String), message, values);
  }
  const right = Object.entries(input).filter(([name]) => !wrong.has(name));
  return {
    partial: incidentInputSchema.parse({
      title: 'Untitled',
      ...Object.fromEntries(right),
    }),
    problems,
  };
}

/** A message of the API in the words of the form, which has other ways to write times and numbers. */
function inForm(
  path: string[],
  message: string,
  values: IncidentValues,
): string {
  const [field] = path;
  const last = path[path.length - 1];
  if (INCIDENT_TIMES.includes(field as IncidentTime)) {
    const { precision } = values.times[field as IncidentTime];
    return precision === 'exact'
      ? 'is no date and time that exists: give both, to the minute'
      : `is no ${precision === 'day' ? 'date' : precision} that exists`;
  }
  if (last === 'at') {
    return 'is no date and time that exists: give both, to the minute';
  }
  if (field.startsWith('reported') && message.startsWith('is no number')) {
    return 'is no number';
  }
  if (last === 'title' && field === 'title') {
    return message.replace(/write something.*/, 'say in a line what happened');
  }
  if (message.startsWith('is empty')) {
    return 'is empty: fill it in, or remove the entry';
  }
  return message;
}
