import {
  Incident,
  IncidentChange,
  IncidentContent,
  SimilarIncident,
  incidentInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';

interface Issues {
  issues: { path: PropertyKey[]; message: string }[];
}

/** As much of a zod schema as a check needs. */
export interface Schema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: Issues };
}

export function problemsOf({ issues }: Issues) {
  return issues.map(({ path, message }) => ({ path: path.join('.'), message }));
}

/** An incident without what the backend adds. */
export function contentOf(incident: Incident): IncidentContent {
  const fields = Object.keys(incidentInputSchema.shape);
  return incidentInputSchema.parse(
    Object.fromEntries(
      Object.entries(incident).filter(([name]) => fields.includes(name)),
    ),
  );
}

/** A JSON merge patch of the top level: `null` clears, `undefined` stays. */
export function merge(content: object, patch: object): object {
  const cleared = Object.entries({ ...content, ...defined(patch) });
  return Object.fromEntries(cleared.filter(([, value]) => value !== null));
}

function defined(patch: object): object {
  return Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  );
}

/** The fields that differ between two versions. */
export function changesOf(
  before: Incident,
  after: Incident,
): IncidentChange['changes'] {
  const fields = Object.keys(incidentInputSchema.shape) as (keyof Incident)[];
  return fields
    .concat('repeat')
    .filter(
      path => JSON.stringify(before[path]) !== JSON.stringify(after[path]),
    )
    .map(path => ({ path, from: before[path], to: after[path] }));
}

/** How another incident relates to this one. */
export function relationOf(
  self: Incident,
  other: Incident,
): SimilarIncident['relation'] | undefined {
  if (self.id === other.id) {
    return undefined;
  }
  if (self.repeat?.of === other.id) {
    return 'repeats';
  }
  if (other.repeat?.of === self.id) {
    return 'repeated-by';
  }
  if (self.signature === other.signature) {
    return 'signature';
  }
  return self.category !== undefined &&
    self.category === other.category &&
    self.attackVector === other.attackVector
    ? 'pattern'
    : undefined;
}
