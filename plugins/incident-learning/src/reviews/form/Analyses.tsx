import { memo, useCallback } from 'react';
import useLatest from 'react-use/esm/useLatest';
import type {
  RootCause,
  RootCauseDraft,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { AnalysesSection } from '../../analyses';
import { fieldId } from './fieldId';
import { useReviewContext } from './ReviewContext';
import { newCause } from './newCause';
import type { AutoSaved } from './useAutoSave';
import type { News } from './useNews';

const Section = memo(AnalysesSection);

/** The analyses of the review; what one names a cause goes into the root causes. */
export function Analyses(props: {
  causes: AutoSaved<RootCause[]>;
  news: News;
}) {
  const { review, incidents, readOnly } = useReviewContext();
  const causes = useLatest(props.causes);
  const take = useCallback(
    (draft: RootCauseDraft) => {
      const { value, set } = causes.current;
      if (!value.some(cause => isFrom(cause, draft))) {
        set([...value, causeOf(draft, value.length === 0)]);
      }
    },
    [causes],
  );
  return (
    <div id={fieldId('analyses')}>
      <Section
        reviewId={review.id}
        incidents={incidents}
        readOnly={readOnly}
        onTakeCause={take}
        latest={props.news.analyses}
        onChange={props.news.setAnalyses}
      />
    </div>
  );
}

function isFrom({ from }: RootCause, draft: RootCauseDraft): boolean {
  return (
    from !== undefined &&
    from.analysisId === draft.analysisId &&
    from.nodeId === draft.nodeId
  );
}

function causeOf(draft: RootCauseDraft, first: boolean): RootCause {
  const { analysisId, nodeId, statement, evidence, factors, type } = draft;
  return newCause({
    statement,
    evidence,
    role: first ? 'primary' : 'contributing',
    ...(factors && { factors }),
    ...(type && { type }),
    ...(analysisId && { from: { analysisId, nodeId } }),
  });
}
