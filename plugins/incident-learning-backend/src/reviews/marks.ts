import type {
  Incident,
  ReviewMarkOfIncident,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { ReviewNeed } from '../incidents/incidentFilters';
import type { IncidentReview } from './ReviewNeedStore';
import { isOpen } from './ReviewGate';

/** Where incidents stand with their reviews. A cancelled review says, with its reason, that none is needed. */
export function marksOf(
  incidents: Incident[],
  reviews: IncidentReview[],
  need: ReviewNeed,
): ReviewMarkOfIncident[] {
  return incidents.map(incident => {
    const { id } = incident;
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
    return own.length === 0 && needsReview(incident, need)
      ? mark(id, 'needs-review')
      : mark(id, 'not-needed', own[0]);
  });
}

function needsReview(
  { drill, severity, risk }: Incident,
  { severities, priority }: ReviewNeed,
): boolean {
  const grave = priority && risk?.priority === true;
  return !drill && (grave || severities.includes(severity));
}

function mark(
  incidentId: string,
  name: ReviewMarkOfIncident['mark'],
  review?: IncidentReview,
): ReviewMarkOfIncident {
  return { incidentId, mark: name, reviewId: review?.reviewId };
}
