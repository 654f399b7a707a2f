import { setImmediate } from 'timers/promises';
import { SEVERITIES } from '@hindsight/backstage-plugin-incident-learning-common';
import type { FoundGroup, GroupDetails } from './PatternStore';
import {
  MAX_IDS,
  MAX_SERVICES,
  MemberRow,
  NAMES,
  ServiceRow,
  SumRow,
} from './detailQueries';

/** Brings together what pages tell of groups. */
export class DetailSums {
  readonly #sums = new Map<string, SumRow>();
  readonly #members = new Map<string, MemberRow[]>();
  readonly #services = new Map<string, Map<string, number>>();
  readonly #serviceCounts = new Map<string, number>();

  addSum(row: SumRow): void {
    const sum = this.#sums.get(row.group_key);
    if (!sum) {
      this.#sums.set(row.group_key, row);
      return;
    }
    for (const column of ['repeats', ...SEVERITIES] as const) {
      sum[column] = Number(sum[column]) + Number(row[column]);
    }
    for (const column of NAMES) {
      const [name = null] = [sum[column], row[column]]
        .filter(one => one !== null)
        .sort();
      sum[column] = name;
    }
  }

  addMember(row: MemberRow): void {
    const members = this.#members.get(row.group_key) ?? [];
    this.#members.set(row.group_key, members);
    members.push(row);
  }

  addService({ group_key: key, entity_ref: ref, ...row }: ServiceRow): void {
    const services = this.#services.get(key) ?? new Map<string, number>();
    this.#services.set(key, services);
    services.set(ref, (services.get(ref) ?? 0) + Number(row.incidents));
    this.#serviceCounts.set(key, Number(row.services ?? services.size));
  }

  /** The details of groups, in their order; others have their turn in between. */
  async read(groups: FoundGroup[]): Promise<GroupDetails[]> {
    const details: GroupDetails[] = [];
    for (const group of groups) {
      details.push(this.#detailsOf(group));
      await setImmediate();
    }
    return details;
  }

  #detailsOf({ kind, key }: FoundGroup): GroupDetails {
    const latest = [...(this.#members.get(key) ?? [])].sort(
      (a, b) =>
        Number(b.period_at) - Number(a.period_at) || (a.id < b.id ? 1 : -1),
    );
    const services = [...(this.#services.get(key) ?? [])].sort(
      ([refA, a], [refB, b]) => b - a || (refA < refB ? -1 : 1),
    );
    const sum = this.#sums.get(key);
    return {
      category: sum?.category ?? undefined,
      attackVector: sum?.attack_vector ?? undefined,
      ...(kind === 'signature' && {
        entityRef: sum?.primary_entity_ref ?? undefined,
        signature: key,
      }),
      repeats: Number(sum?.repeats ?? 0),
      severities: Object.fromEntries(
        SEVERITIES.map(severity => [severity, Number(sum?.[severity] ?? 0)]),
      ) as GroupDetails['severities'],
      incidentIds: latest.slice(0, MAX_IDS).map(({ id }) => id),
      services: services
        .slice(0, MAX_SERVICES)
        .map(([entityRef, incidents]) => ({
          entityRef,
          incidents,
          lesson: false,
        })),
      serviceCount: this.#serviceCounts.get(key) ?? 0,
    };
  }
}
