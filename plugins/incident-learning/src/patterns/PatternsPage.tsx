import { PeriodPicker, ScopeBar } from '../components/pickers';
import { usePeriod, useScope } from '../url';
import { PatternsView } from './PatternsView';

/** The tab Patterns of the page Learning: what keeps happening, at one service and across them. */
export function PatternsPage() {
  const [scope] = useScope();
  const [period, pickPeriod] = usePeriod();
  return (
    <>
      <ScopeBar>
        <PeriodPicker period={period} onPick={pickPeriod} />
      </ScopeBar>
      <PatternsView scope={scope} period={period} />
    </>
  );
}
