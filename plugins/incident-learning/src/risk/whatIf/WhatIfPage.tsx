import { useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { incidentLearningApiRef, useApiData } from '../../api';
import { ErrorState, LoadingState } from '../../components';
import { PeriodPicker, ScopePicker } from '../../components/pickers';
import { ALL_TIME, usePeriod, useScope, useUrlParams } from '../../url';
import { RiskFrame } from '../parts';
import { baseOf } from './base';
import { WhatIfView } from './WhatIfView';

/** What another way to weigh would change, tried out on the incidents there are. */
export function WhatIfPage() {
  const api = useApi(incidentLearningApiRef);
  const [scope, setScope] = useScope();
  const [period, setPeriod] = usePeriod(ALL_TIME);
  const [params, update] = useUrlParams();
  const { from, to } = period;
  const filter = useMemo(() => ({ scope, from, to }), [scope, from, to]);
  const setting = useApiData('setting', async () => {
    const [state, profiles] = await Promise.all([
      api.getRiskState(),
      api.listRiskProfiles(),
    ]);
    return { state, profiles };
  });
  const inputs = useApiData(JSON.stringify(filter), signal =>
    api.listRiskIncidents(filter, { signal }),
  );
  const against = params.get('against') ?? undefined;
  const base = useMemo(
    () => setting.data && baseOf(setting.data, against),
    [setting.data, against],
  );
  const error = setting.error ?? inputs.error;

  return (
    <RiskFrame
      title="What if"
      actions={
        <>
          <ScopePicker scope={scope} onPick={setScope} />
          <PeriodPicker period={period} onPick={setPeriod} />
        </>
      }
    >
      {error && (
        <ErrorState
          what="the incidents to weigh"
          error={error}
          onRetry={() => {
            setting.retry();
            inputs.retry();
          }}
        />
      )}
      {!error && !(base && setting.data && inputs.data) && (
        <LoadingState what="the incidents to weigh" variant="detail" />
      )}
      {!error && base && setting.data && inputs.data && (
        <WhatIfView
          key={base.key}
          base={base}
          profiles={setting.data.profiles}
          inputs={inputs.data}
          filter={filter}
          onBase={key => update({ against: key })}
        />
      )}
    </RiskFrame>
  );
}
