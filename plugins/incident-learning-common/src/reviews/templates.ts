import { z } from 'zod';
import { INCIDENT_KINDS, SEVERITIES } from '../incidents/vocabulary';

/** Which parts a review is written in. @public */
export const reviewTemplateSchema = z
  .object({
    id: z.string().min(1),
    title: z.string().min(1),
    /** For incidents of these severities, where any are named. */
    severities: z.array(z.enum(SEVERITIES)).optional(),
    /** For incidents of these kinds, where any are named. */
    kinds: z.array(z.enum(INCIDENT_KINDS)).optional(),
    sections: z
      .array(
        z.object({
          id: z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,59}$/, {
            message: 'is no id: letters, digits and - only',
          }),
          title: z.string().min(1),
          help: z.string().optional(),
          required: z.boolean().default(false),
        }),
      )
      .min(1),
  })
  .meta({ id: 'ReviewTemplate' });

/** @public */
export type ReviewTemplate = z.output<typeof reviewTemplateSchema>;

/** What every review is written in unless the configuration has a template that fits better. @public */
export const STANDARD_TEMPLATE: ReviewTemplate = {
  id: 'standard',
  title: 'Standard review',
  sections: [
    {
      id: 'summary',
      title: 'Summary',
      help: 'What happened and how it ended, in a few sentences that somebody outside the team understands.',
      required: true,
    },
    {
      id: 'impact',
      title: 'Impact',
      help: 'Who noticed what, for how long, and how that is known.',
      required: false,
    },
    {
      id: 'whatWentWell',
      title: 'What went well',
      help: 'What helped to notice, understand or end it, and should be kept.',
      required: false,
    },
    {
      id: 'whatCouldImprove',
      title: 'What could be improved',
      help: 'Where the system made it hard to do the right thing.',
      required: false,
    },
    {
      id: 'whereWeGotLucky',
      title: 'Where we got lucky',
      help: 'What could have made it worse and happened not to.',
      required: false,
    },
  ],
};

/**
 * The first template that names the severity or kind of one of the incidents; else the first that names none.
 *
 * @public
 */
export function templateFor(
  templates: ReviewTemplate[],
  incidents: { severity: string; kind: string }[],
): ReviewTemplate {
  const fits = (template: ReviewTemplate) =>
    incidents.some(
      ({ severity, kind }) =>
        (!template.severities ||
          (template.severities as string[]).includes(severity)) &&
        (!template.kinds || (template.kinds as string[]).includes(kind)),
    );
  const narrowed = templates.filter(t => t.severities || t.kinds);
  return (
    narrowed.find(fits) ??
    templates.find(t => !t.severities && !t.kinds) ??
    STANDARD_TEMPLATE
  );
}
