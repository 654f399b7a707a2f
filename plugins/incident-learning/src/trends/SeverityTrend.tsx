import type { TrendReport } from '@hindsight/backstage-plugin-incident-learning-common';
import { LazySeverityChart } from '../components';
import { ChartCard } from '../metrics/ChartCard';
import { severityFrame } from '../metrics/ChartSkeletons';
import { toLocalStart } from '../metrics/localBuckets';

/** Incidents by severity over time. */
export function SeverityTrend({ report }: { report: TrendReport }) {
  const { interval, timeZone } = report;
  const kpi = report.kpis.find(({ id }) => id === 'severity-distribution');
  const buckets = (kpi?.series ?? []).flatMap(({ start, distribution }) =>
    distribution
      ? [{ start: toLocalStart(start, timeZone), counts: distribution }]
      : [],
  );
  return (
    <ChartCard>
      <LazySeverityChart
        {...severityFrame(interval)}
        buckets={buckets}
        from={report.from}
        to={report.to}
        interval={interval}
      />
    </ChartCard>
  );
}
