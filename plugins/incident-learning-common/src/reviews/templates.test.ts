import { ReviewTemplate, STANDARD_TEMPLATE, templateFor } from './templates';

const sections = STANDARD_TEMPLATE.sections;
const grave: ReviewTemplate = {
  id: 'grave',
  title: 'Grave',
  severities: ['critical', 'high'],
  sections,
};
const breach: ReviewTemplate = {
  id: 'breach',
  title: 'Breach',
  severities: ['critical'],
  kinds: ['security'],
  sections,
};
const house: ReviewTemplate = { id: 'house', title: 'House', sections };

const outage = { severity: 'high', kind: 'operational' };
const leak = { severity: 'critical', kind: 'security' };
const glitch = { severity: 'low', kind: 'operational' };

describe('templateFor', () => {
  it.each([
    ['the first that fits', [breach, grave, house], [leak], 'breach'],
    ['in the order given', [grave, breach], [leak], 'grave'],
    ['severity and kind', [breach, grave], [outage], 'grave'],
    ['any incident that fits', [house, grave], [glitch, outage], 'grave'],
    ['one for all where none fits', [breach, house], [glitch], 'house'],
    ['the standard where there is none', [breach], [glitch], 'standard'],
    ['the standard without any', [], [outage], 'standard'],
  ])('takes %s', (_, templates, incidents, id) => {
    expect(templateFor(templates, incidents).id).toBe(id);
  });

  it('never takes severity from one incident and kind from another', () => {
    const incidents = [
      { severity: 'critical', kind: 'operational' },
      { severity: 'low', kind: 'security' },
    ];
    expect(templateFor([breach], incidents).id).toBe('standard');
  });
});
