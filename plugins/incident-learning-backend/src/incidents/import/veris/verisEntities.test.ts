import { inChunks } from '../__testUtils__/files';
import { mapVeris } from '../__testUtils__/veris';
import { readVerisCatalog, verisEntityRef, VerisIncidentImporter } from '.';

describe('the entities of VERIS records', () => {
  it('are taken from the configuration: by victim, else by asset, else from the victim', async () => {
    const importer = new VerisIncidentImporter({
      entityRefForVictim: { 'ACME Inc': 'System:default/Acme' },
      entityRefForAsset: {
        'S - Web application': 'component:default/shop',
        'S - Database': 'resource:default/db',
      },
    });
    const refs = async (victimId: string, ...varieties: string[]) => {
      const { incident } = await mapVeris(
        {
          incident_id: 'A',
          victim: { victim_id: victimId },
          asset: { assets: varieties.map(variety => ({ variety })) },
        },
        importer,
      );
      return incident?.entityRefs;
    };
    const web = 'S - Web application';
    expect(await refs('Acme Inc', web)).toEqual(['system:default/acme']);
    expect(
      await refs('Other', web, 'U - Desktop', 'S - Database', web),
    ).toEqual(['component:default/shop', 'resource:default/db']);
    expect(await refs('Other', 'U - Desktop')).toEqual([
      'component:default/other',
    ]);
    expect(await refs('Unknown')).toEqual([]);
    expect(
      () => new VerisIncidentImporter({ entityRefForVictim: { Acme: 'acme' } }),
    ).toThrow('The entity ref acme for the VERIS victim Acme is no full');
  });

  it.each([
    [
      'United States Department of Veterans Affairs',
      'united-states-department-of-veterans-affairs',
    ],
    ['  D&J Optical, Inc. ', 'd-j-optical-inc'],
    ['Zürich Ärzte', 'z-rich-rzte'],
    [`${'a'.repeat(62)} & b`, 'a'.repeat(62)],
    ['(National) Health', 'national-health'],
  ])('are components named after the victim %j', (victim, name) => {
    expect(verisEntityRef(victim)).toBe(`component:default/${name}`);
  });

  it('are none where no victim is known', () => {
    expect(['', 'Unknown', 'UNKNOWN ', '日本'].map(verisEntityRef)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are listed for a catalog, of each record the last version', async () => {
    const lines = [
      { incident_id: 'A', victim: { victim_id: 'Acme (old)' } },
      { incident_id: 'B', victim: { victim_id: 'Globex' } },
      { incident_id: 'C', victim: { victim_id: 'GLOBEX ' } },
      { incident_id: 'D', victim: { victim_id: 'Unknown' } },
      { incident_id: 'A', victim: { victim_id: 'Acme' } },
    ];
    const file = lines.map(line => JSON.stringify(line)).join('\n');
    expect(await readVerisCatalog(inChunks(file))).toEqual([
      { entityRef: 'component:default/acme', title: 'Acme' },
      { entityRef: 'component:default/globex', title: 'Globex' },
    ]);
  });
});
