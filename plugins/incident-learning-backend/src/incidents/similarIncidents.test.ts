import { createDatabase, databases } from '../__testUtils__/databases';
import { startReviewBackend } from '../__testUtils__/reviewBackend';

jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())(
  'similar incidents on %s',
  databaseId => {
    it('come with their reasons, the most alike first', async () => {
      const knex = await createDatabase(databaseId);
      const backend = await startReviewBackend({ knex });
      const api = backend.as('ada');
      const declare = async (incident: object, caller = api) =>
        (await caller.post('/incidents', incident).expect(201)).body
          .id as string;
      const kind = { category: 'certificate', attackVector: 'expiry' };
      const checkout = ['component:default/checkout'];
      const ledger = ['component:default/ledger'];
      const self = await declare({
        ...kind,
        title: 'Checkout refuses expired certificates',
        entityRefs: checkout,
        detectedAt: '2024-05-01T00:00:00Z',
      });
      const earlier = await declare({
        ...kind,
        title: 'Payments stand still',
        entityRefs: checkout,
        detectedAt: '2024-02-01T00:00:00Z',
      });
      const elsewhere = await declare({
        ...kind,
        title: 'Bookings lost',
        entityRefs: ledger,
        detectedAt: '2024-03-01T00:00:00Z',
      });
      const told = await declare({
        title: 'Expired certificate refused by a partner',
        entityRefs: ledger,
        detectedAt: '2024-03-02T00:00:00Z',
      });
      const same = await declare({
        title: 'Disk full',
        category: 'capacity',
        entityRefs: checkout,
        detectedAt: '2024-04-01T00:00:00Z',
      });
      await declare({ title: 'Certificate of merit', entityRefs: ledger });
      await declare({ title: 'Nothing alike', category: 'certificate' });
      await declare(
        {
          ...kind,
          title: 'Checkout refuses expired certificates',
          visibility: 'restricted',
          entityRefs: ledger,
        },
        backend.as('eve'),
      );

      const { body } = await api.get(`/incidents/${self}/similar`).expect(200);
      expect(body.items).toMatchObject([
        {
          incident: { id: earlier },
          relation: 'repeats',
          score: expect.closeTo(0.7, 9),
          reasons: [
            {
              kind: 'pattern',
              score: 0.4,
              shared: ['certificate', 'expiry'],
            },
            { kind: 'entity', score: 0.3, shared: checkout },
          ],
        },
        {
          incident: { id: elsewhere },
          relation: 'pattern',
          score: 0.4,
          reasons: [{ kind: 'pattern' }],
        },
        {
          incident: { id: same },
          relation: 'entity',
          score: 0.3,
          reasons: [{ kind: 'entity' }],
        },
        {
          // Of four words each (checkout, refuse, expired, certificate; expired, certificate, refused, partner), two.
          incident: { id: told },
          relation: 'text',
          score: expect.closeTo(0.15, 9),
          reasons: [{ kind: 'text', shared: ['expired', 'certificate'] }],
        },
      ]);
      expect(body.items).toHaveLength(4);
    });
  },
);
