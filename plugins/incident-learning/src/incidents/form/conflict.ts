import {
  INCIDENT_TIMES,
  Incident,
  IncidentContent,
  IncidentTime,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { CONTENT_FIELDS, ContentField, contentOf, isSame } from './patch';

export type Side = 'mine' | 'theirs';

/** A field that two people left different. */
export interface FieldConflict {
  field: ContentField;
  /** Whether both changed it since the version that the form started from. */
  both: boolean;
  /** Whose version stands unless somebody says otherwise: that of who changed it, or one's own. */
  preferred: Side;
}

/** Compares what is in the form, and what is stored meanwhile, with where both come from. */
export function conflictsOf(
  base: Incident,
  theirs: Incident,
  mine: IncidentContent,
): FieldConflict[] {
  const before = contentOf(base);
  const stored = contentOf(theirs);
  const differ = (a: IncidentContent, b: IncidentContent, f: ContentField) =>
    !isSame(fieldValue(a, f), fieldValue(b, f));
  // A time and its precision are taken together.
  return CONTENT_FIELDS.filter(
    field => field !== 'precision' && differ(stored, mine, field),
  ).map(field => {
    const byMe = differ(before, mine, field);
    return {
      field,
      both: byMe && differ(before, stored, field),
      preferred: byMe ? 'mine' : 'theirs',
    };
  });
}

/** What comes out when for each field one side is taken. */
export function resolveConflicts(
  theirs: Incident,
  mine: IncidentContent,
  sides: Partial<Record<ContentField, Side>>,
): IncidentContent {
  const merged = contentOf(theirs);
  const taken = (Object.keys(sides) as ContentField[]).filter(
    field => sides[field] === 'mine',
  );
  for (const field of taken) {
    Object.assign(merged, { [field]: mine[field] });
    if (isTime(field)) {
      merged.precision = {
        ...merged.precision,
        [field]: mine.precision[field],
      };
    }
  }
  return merged;
}

/** The value of a field; that of a time has its precision with it. */
export function fieldValue(
  content: IncidentContent,
  field: ContentField,
): unknown {
  if (!isTime(field)) {
    return content[field];
  }
  const at = content[field];
  return at && { at, precision: content.precision[field] ?? 'exact' };
}

function isTime(field: ContentField): field is IncidentTime {
  return INCIDENT_TIMES.includes(field as IncidentTime);
}
