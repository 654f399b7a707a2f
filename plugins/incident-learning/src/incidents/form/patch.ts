import {
  Incident,
  IncidentContent,
  IncidentPatch,
  incidentInputSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** A field of an incident that a person or a source gives. */
export type ContentField = keyof IncidentContent;

/** Every field that can be given, in the order of the form. */
export const CONTENT_FIELDS = Object.keys(
  incidentInputSchema.shape,
) as ContentField[];

/** An incident without what the backend adds. */
export function contentOf(incident: Incident): IncidentContent {
  return incidentInputSchema.parse(
    Object.fromEntries(
      CONTENT_FIELDS.filter(field => incident[field] !== undefined).map(
        field => [field, incident[field]],
      ),
    ),
  );
}

/** The fields in which two versions differ. */
function differingFields(
  a: IncidentContent,
  b: IncidentContent,
): ContentField[] {
  return CONTENT_FIELDS.filter(field => !isSame(a[field], b[field]));
}

/** The merge patch from one version to another: only what differs, `null` where something was taken out. */
export function patchBetween(
  before: IncidentContent,
  after: IncidentContent,
): IncidentPatch {
  return Object.fromEntries(
    differingFields(before, after).map(field => [field, after[field] ?? null]),
  );
}

/** Whether two JSON values say the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part) =>
      part && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(
            Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)),
          )
        : part,
    ) ?? ''
  );
}
