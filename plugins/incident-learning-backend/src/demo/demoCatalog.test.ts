import { readFileSync } from 'fs';
import { resolve } from 'path';
import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { parse, parseAllDocuments } from 'yaml';
import { GUEST_REF, TEAMS, userRef } from './company';
import { generateDemoIncidents } from './generateDemoIncidents';
import { CATALOG_SERVICES, UNKNOWN_SERVICE } from './services';

const FOLDER = resolve(__dirname, '../../../../packages/backend/demo');

function readCatalog(): Entity[] {
  const read = (file: string) => readFileSync(resolve(FOLDER, file), 'utf8');
  const { spec } = parse(read('catalog.yaml'));
  return (spec.targets as string[]).flatMap(target =>
    parseAllDocuments(read(target)).map(document => document.toJS()),
  );
}

const catalog = readCatalog();
const refs = new Set(catalog.map(stringifyEntityRef));
const ofKind = (kind: string) => catalog.filter(each => each.kind === kind);
const specOf = (ref: string) =>
  catalog.find(each => stringifyEntityRef(each) === ref)?.spec;

/** All that an entity refers to, as full refs. */
function referencesOf({ kind, spec = {} }: Entity): string[] {
  const kinds: Record<string, string> = {
    owner: 'group',
    parent: 'group',
    children: 'group',
    memberOf: 'group',
    system: 'system',
    domain: 'domain',
    providesApis: 'api',
    consumesApis: 'api',
    dependsOn: kind,
  };
  return Object.entries(kinds).flatMap(([field, defaultKind]) =>
    [spec[field] ?? []].flat().map(ref =>
      stringifyEntityRef(
        parseEntityRef(String(ref), {
          defaultKind,
          defaultNamespace: 'default',
        }),
      ),
    ),
  );
}

describe('the demo catalog', () => {
  it('holds entities that Backstage accepts', async () => {
    const policy = EntityPolicies.allOf([
      new SchemaValidEntityPolicy(),
      new NoForeignRootFieldsEntityPolicy(),
      new FieldFormatEntityPolicy(),
    ]);
    const validators = [
      apiEntityV1alpha1Validator,
      componentEntityV1alpha1Validator,
      domainEntityV1alpha1Validator,
      groupEntityV1alpha1Validator,
      resourceEntityV1alpha1Validator,
      systemEntityV1alpha1Validator,
      userEntityV1alpha1Validator,
    ];
    for (const entity of catalog) {
      await expect(policy.enforce(entity)).resolves.toBeDefined();
      const verdicts = await Promise.all(
        validators.map(validator => validator.check(entity)),
      );
      expect(verdicts).toContain(true);
    }
  });

  it('refers to nothing that it does not hold', () => {
    const missing = catalog.flatMap(referencesOf).filter(ref => !refs.has(ref));
    expect(missing).toEqual([]);
  });

  it('is a company of 12 services in 3 systems and 5 teams under one roof', () => {
    expect(ofKind('Component')).toHaveLength(12);
    expect(ofKind('System')).toHaveLength(3);
    const groups = ofKind('Group');
    expect(groups.filter(({ spec }) => spec?.type === 'team')).toHaveLength(5);
    const roots = groups.filter(({ spec }) => !spec?.parent);
    expect(roots.map(({ metadata }) => metadata.name)).toEqual([
      'osterby-technology',
    ]);
    groups.forEach(({ metadata, spec }) => {
      [spec?.children].flat().forEach(child => {
        expect(specOf(`group:default/${child}`)?.parent).toBe(metadata.name);
      });
    });
  });

  it('agrees with what the incidents are told from', () => {
    CATALOG_SERVICES.forEach(({ name, owner, alsoHit }) => {
      expect(specOf(`component:default/${name}`)?.owner).toBe(owner);
      expect(alsoHit.filter(ref => !refs.has(ref))).toEqual([]);
    });
    Object.entries(TEAMS).forEach(([team, { users }]) => {
      users.forEach(user => {
        expect(specOf(userRef(user))?.memberOf).toEqual([team]);
      });
    });
    expect(refs).toContain(GUEST_REF);
  });

  it('knows all entities and people of the incidents, but for one service', () => {
    const incidents = generateDemoIncidents({
      now: new Date('2026-03-18T10:20:00Z'),
    });
    const unknown = incidents
      .flatMap(({ entityRefs = [], participants = [] }) => [
        ...entityRefs,
        ...participants.map(({ entityRef }) => entityRef),
      ])
      .filter(ref => !refs.has(ref));
    expect(new Set(unknown)).toEqual(
      new Set([`component:default/${UNKNOWN_SERVICE.name}`]),
    );
  });
});
