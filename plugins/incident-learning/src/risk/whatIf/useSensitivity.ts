import { useEffect, useState } from 'react';
import {
  RISK_FACTORS,
  RiskSensitivity,
  riskSensitivity,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { WhatIf } from './useWhatIf';

const TOP = 10;

/**
 * At which weights decisions about the ten highest change; undefined while that is computed. One incident is looked at
 * at a time, so that no slider has to wait for it.
 */
export function useSensitivity(whatIf: WhatIf): RiskSensitivity[] | undefined {
  const [done, setDone] = useState<{ of: WhatIf; found: RiskSensitivity[] }>();

  useEffect(() => {
    const { set, scenario, after } = whatIf;
    const parts: RiskSensitivity[][] = [];
    let timer = setTimeout(next, 0);
    function next() {
      const place = parts.length;
      if (place === Math.min(TOP, after.order.length)) {
        setDone({ of: whatIf, found: joined(parts, whatIf) });
        return;
      }
      const one = { ...after, order: after.order.subarray(place, place + 1) };
      parts.push(riskSensitivity(set, scenario, one, 1));
      timer = setTimeout(next, 0);
    }
    return () => clearTimeout(timer);
  }, [whatIf]);

  return done?.of === whatIf ? done.found : undefined;
}

function joined(
  parts: RiskSensitivity[][],
  { scenario }: WhatIf,
): RiskSensitivity[] {
  return RISK_FACTORS.map((factor, index) => {
    const weight = scenario.model.weights[factor];
    const flips = parts.flatMap(part => part[index].flips);
    return {
      factor,
      weight,
      flips: flips.sort(
        (a, b) => Math.abs(a.at - weight) - Math.abs(b.at - weight),
      ),
    };
  });
}
