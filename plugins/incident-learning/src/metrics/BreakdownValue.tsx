import { Breakdown } from '@hindsight/backstage-plugin-incident-learning-common';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';

/** A value of a breakdown in words: a team by its title, and what it is to have none. */
export function BreakdownValue(props: { by: Breakdown; value?: string }) {
  const { by, value } = props;
  if (value === undefined) {
    return <>{by === 'team' ? 'Without an owner' : `Without a ${by}`}</>;
  }
  if (by === 'team') {
    return <EntityDisplayName entityRef={value} hideIcon disableTooltip />;
  }
  return (
    <>{by === 'severity' ? value[0].toUpperCase() + value.slice(1) : value}</>
  );
}
