import { factOf } from './__testUtils__/facts';
import { STANDARD_KPIS } from './kpis';

describe('KPIs', () => {
  it('read of an incident what they say, and nothing else', () => {
    const ofIncidents = STANDARD_KPIS.flatMap(kpi =>
      kpi.facts === 'incident' ? [kpi] : [],
    );
    expect(ofIncidents.length).toBeGreaterThan(5);
    for (const { reads, accumulator, sketch } of ofIncidents) {
      const read = new Set<PropertyKey>();
      const fact = new Proxy(factOf('2024-03-01T00:00:00Z'), {
        get(target, field) {
          read.add(field);
          return Reflect.get(target, field);
        },
      });
      for (const each of [accumulator, sketch]) {
        each?.add(each.empty(), fact);
      }
      expect([...read]).toEqual(reads);
    }
  });
});
