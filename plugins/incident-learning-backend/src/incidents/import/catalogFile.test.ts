import { entityEnvelopeSchemaValidator } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { catalogDocuments } from './catalogFile';

describe('catalogDocuments', () => {
  it('writes components as a catalog file', () => {
    const file = [
      ...catalogDocuments(
        [
          {
            entityRef: 'component:default/acme-inc',
            title: 'Acme: "Shops" & more, Inc. #1 ',
          },
          { entityRef: 'component:emea/globex' },
          { entityRef: 'system:default/left-out' },
        ],
        'group:default/security',
      ),
    ].join('');
    const entities = parseAllDocuments(file).map(document => document.toJS());
    const spec = {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/security',
    };
    expect(entities).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'acme-inc',
          title: 'Acme: "Shops" & more, Inc. #1 ',
        },
        spec,
      },
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'globex', namespace: 'emea' },
        spec,
      },
    ]);
    const validate = entityEnvelopeSchemaValidator();
    entities.forEach(entity => expect(() => validate(entity)).not.toThrow());
  });
});
