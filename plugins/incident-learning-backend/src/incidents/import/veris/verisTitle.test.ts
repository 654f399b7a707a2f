import { mapVeris } from '../__testUtils__/veris';

describe('the title of a VERIS record', () => {
  it.each([
    [
      'Dr. A. Smith of Acme Inc. in the U.S. lost it. Then',
      'Dr. A. Smith of Acme Inc. in the U.S. lost it.',
    ],
    ['Was it "lost?" Yes.', 'Was it "lost?"'],
    ['no full\n stop at v1.2 ', 'no full stop at v1.2'],
    [`${'word '.repeat(40)}.`, `${'word '.repeat(22)}word…`],
    ['𝒜'.repeat(200), `${'𝒜'.repeat(59)}…`],
  ])('is the first sentence of the summary %j', async (summary, title) => {
    const { incident } = await mapVeris({ incident_id: 'A', summary });
    expect(incident?.title).toBe(title);
    expect(incident?.title.length).toBeLessThanOrEqual(120);
  });

  it('is made of action and victim where the summary says nothing', async () => {
    const { incident } = await mapVeris({
      incident_id: 'A',
      summary: ' . ',
      action: {
        physical: { variety: ['Theft', 'Unknown'] },
        unknown: {},
        error: { variety: ['Unknown'] },
      },
      victim: { victim_id: 'Acme' },
    });
    expect(incident?.title).toBe('Error and physical (Theft) at Acme');
  });
});
