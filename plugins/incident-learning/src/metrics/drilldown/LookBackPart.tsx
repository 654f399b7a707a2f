import {
  ErrorState,
  IntervalTable,
  LoadingState,
  formatQuantity,
  formatShare,
} from '../../components';
import { useRepeatLookBack } from '../useMetrics';
import type { DrillDownProps } from './DrillDownBody';
import { Part } from './Part';

/** What other look-back windows would make of the share of repeats. */
export function LookBackPart({ selection }: DrillDownProps) {
  const { data, error, loading, retry } = useRepeatLookBack(selection);
  if (error) {
    return (
      <ErrorState what="the look-back windows" error={error} onRetry={retry} />
    );
  }
  return (
    <Part
      title="What the look-back does"
      description="How far back an earlier incident counts decides what a repeat is: the longer the window, the more there are. Only rates of one window can be compared."
    >
      {data && !loading ? (
        <IntervalTable
          caption="Repeat incidents by look-back window"
          header="Look-back"
          valueHeader="Repeat incidents"
          noteHeader="Used"
          format={formatShare}
          rows={data.items.map(({ days, configured, value, share, n }) => ({
            key: String(days),
            label: formatQuantity(days, 'day'),
            value,
            ci: share?.ci,
            n,
            note: configured ? 'By all other figures' : undefined,
          }))}
        />
      ) : (
        <LoadingState what="the look-back windows" variant="table" count={3} />
      )}
    </Part>
  );
}
