import { useMemo } from 'react';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EmptyState } from '../../components';
import { activeScope } from '../../components/filters';
import { RecordList, useShown } from '../../components/list';
import { incidentsRouteRef } from '../../routes';
import { UrlPatch, useUrlParams } from '../../url';
import {
  NO_REVIEW_FILTERS,
  activeReviewFilters,
  readReviewFilters,
  reviewQueryOf,
} from './filters';
import { ReviewFilterPanel } from './ReviewFilterPanel';
import { ReviewTable } from './ReviewTable';
import { useReviews } from './useReviews';

const WORDS = { one: 'review', many: 'reviews' };

/** Reviews with their filters kept in the page's address. */
export function ReviewList(props: {
  /** The entity whose reviews are listed; all that there are unless said. */
  scope?: string;
}) {
  const { scope } = props;
  const incidents = useRouteRef(incidentsRouteRef)();
  const [params, update] = useUrlParams();
  const filters = useMemo(() => readReviewFilters(params), [params]);
  const [shown, setShown] = useShown();
  const pages = useReviews({ ...reviewQueryOf(filters), scope }, shown);
  const change = (patch: UrlPatch) => update({ ...patch, shown: undefined });
  const active = [...activeScope(scope), ...activeReviewFilters(filters)];
  return (
    <RecordList
      words={WORDS}
      pages={pages}
      filterPanel={
        <ReviewFilterPanel
          filters={filters}
          set={active.length}
          onChange={change}
        />
      }
      active={active}
      onRemove={filter => change(filter.without)}
      onClear={() => update({ ...NO_REVIEW_FILTERS, scope: undefined })}
      onShown={setShown}
      empty={
        <EmptyState
          title="No reviews yet"
          description="A review is scheduled by itself when an incident that needs one is resolved. To start one by hand, open an incident and press “Start review”."
          action={<Link to={incidents}>Go to the incidents</Link>}
        />
      }
    >
      {reviews => <ReviewTable reviews={reviews} />}
    </RecordList>
  );
}
