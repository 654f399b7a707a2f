import type {
  Incident,
  ReviewMarkOfIncident,
  Severity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { IncidentReview } from './ReviewNeedStore';
import { isOpen } from './ReviewGate';

/** Where incidents stand with their reviews. A cancelled review says, with its reason, that none is needed. */
export function marksOf(
  incidents: Incident[],
  reviews: IncidentReview[],
  severities: Severity[],
): ReviewMarkOfIncident[] {
  return incidents.map(({ id, severity, drill }) => {
    const own = reviews.filter(({ incidentId }) => incidentId === id);
    const published = own.find(r => r.publishedVersion !== undefined);
    // An amendment leaves the report that stands in place.
    const open = own.find(
      r => isOpen(r.state) && r.publishedVersion === undefined,
    );
    if (open) {
      return mark(id, 'in-review', open);
    }
    if (published) {
      return mark(id, 'published', published);
    }
    return own.length === 0 && !drill && severities.includes(severity)
      ? mark(id, 'needs-review')
      : mark(id, 'not-needed', own[0]);
  });
}

function mark(
  incidentId: string,
  name: ReviewMarkOfIncident['mark'],
  review?: IncidentReview,
): ReviewMarkOfIncident {
  return { incidentId, mark: name, reviewId: review?.reviewId };
}
