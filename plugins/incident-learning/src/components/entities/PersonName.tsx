import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

const OURSELVES = 'plugin:incident-learning';

/** Who did something: a user or group as a link, a plugin or script by its name. */
export function PersonName(props: { entityRef: string }) {
  const { entityRef } = props;
  return isPerson(entityRef) ? (
    <EntityRefLink entityRef={entityRef} defaultKind="user" />
  ) : (
    <>{entityRef === OURSELVES ? 'the plugin itself' : entityRef}</>
  );
}

function isPerson(ref: string): boolean {
  try {
    return ['user', 'group'].includes(parseEntityRef(ref).kind.toLowerCase());
  } catch {
    return false;
  }
}
