import { useCallback, useEffect, useMemo, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import useLatest from 'react-use/esm/useLatest';
import type {
  RiskModel,
  RiskScenario,
} from '@hindsight/backstage-plugin-incident-learning-common';
import { useUrlParams } from '../../url';
import { readScenario, writeScenario } from './whatIfUrl';

const PAUSE_MS = 300;

/**
 * The what-if that the page's address describes, and a way to change it. What is changed is seen at once; the address
 * follows when the slider rests, as a change of it costs far more than a redraw.
 */
export function useScenario(base: RiskModel) {
  const [params, update] = useUrlParams();
  const read = useMemo(() => readScenario(params, base), [params, base]);
  const [moved, setMoved] = useState<RiskScenario>();
  const scenario = moved ?? read.scenario;
  const latest = useLatest(scenario);
  const address = keyOf(read.scenario, base);

  useDebounce(() => moved && update(writeScenario(moved, base)), PAUSE_MS, [
    moved,
  ]);
  useEffect(() => {
    setMoved(before =>
      before && keyOf(before, base) === address ? undefined : before,
    );
  }, [address, base]);

  const change = useCallback(
    (next: (current: RiskScenario) => RiskScenario) =>
      setMoved(next(latest.current)),
    [latest],
  );
  return { scenario, problems: read.problems, change };
}

function keyOf(scenario: RiskScenario, base: RiskModel): string {
  return JSON.stringify(writeScenario(scenario, base));
}
