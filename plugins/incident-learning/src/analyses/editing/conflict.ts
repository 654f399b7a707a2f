import {
  AnalysisRecord,
  analysisRecordSchema,
} from '@hindsight/backstage-plugin-incident-learning-common';

/** The version that stands, where a write was refused because it was based on an older one. */
export function staleRecordOf(error: unknown): AnalysisRecord | undefined {
  const body = objectOf(objectOf(error).body);
  if (objectOf(body.response).statusCode !== 412) {
    return undefined;
  }
  // Backstage puts an error's own fields beside its name and message.
  const { current } = { ...body, ...objectOf(body.error) } as {
    current?: unknown;
  };
  const parsed = analysisRecordSchema.safeParse(current);
  return parsed.success ? parsed.data : undefined;
}

function objectOf(value: unknown): Record<string, unknown> {
  return value && typeof value === 'object'
    ? (value as Record<string, unknown>)
    : {};
}
