import type { Entity } from '@backstage/catalog-model';
import { COMPONENTS } from './generate';

const DIVISIONS = 5;
const TEAMS_OF_DIVISION = 39;

/** A division of 1,000 components, owned by its 39 teams. */
export const DIVISION = 'group:default/division-1';
/** The component that most incidents name. */
export const LARGEST = 'component:default/service-1';
/** One in the middle. */
export const TYPICAL = 'component:default/service-2500';

/** 200 groups in a hierarchy, and the components that they own; every division has some large ones. */
export function generateEntities(): Entity[] {
  const entities: Entity[] = [];
  for (let division = 1; division <= DIVISIONS; division++) {
    const teams = Array.from(
      { length: TEAMS_OF_DIVISION },
      (_, team) => `division-${division}-team-${team + 1}`,
    );
    entities.push(
      entity('Group', `division-${division}`, [
        ...teams.map(team => ['parentOf', `group:default/${team}`] as const),
      ]),
      ...teams.map(team =>
        entity('Group', team, [
          ['childOf', `group:default/division-${division}`],
        ]),
      ),
    );
  }
  for (let rank = 1; rank <= COMPONENTS; rank++) {
    const division = (rank % DIVISIONS) + 1;
    const team = (Math.floor(rank / DIVISIONS) % TEAMS_OF_DIVISION) + 1;
    entities.push(
      entity('Component', `service-${rank}`, [
        ['ownedBy', `group:default/division-${division}-team-${team}`],
      ]),
    );
  }
  return entities;
}

function entity(
  kind: string,
  name: string,
  relations: readonly (readonly [string, string])[],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

/** The components of all teams of a division. */
export function componentsOf(division: string): string[] {
  const [, name] = division.split('/');
  return generateEntities()
    .filter(({ relations = [] }) =>
      relations.some(({ targetRef }) => targetRef.includes(`/${name}-team-`)),
    )
    .filter(({ kind }) => kind === 'Component')
    .map(({ metadata }) => `component:default/${metadata.name}`);
}
