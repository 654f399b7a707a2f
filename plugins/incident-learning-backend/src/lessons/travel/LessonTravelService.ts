import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  LessonAnniversary,
  LessonAnniversaryQuery,
  LessonApplication,
  LessonReason,
  LessonTravel,
  LessonTravelQuery,
  RankedLesson,
  SimilarIncident,
  anniversaryPeriods,
  compareForTravel,
  isContainer,
  lessonReadPermission,
  mergeReasons,
  reasonWeight,
  travelScore,
} from '@hindsight/backstage-plugin-incident-learning-common';
import type { AccessFilter, IdentityOf } from '../../access';
import type { Neighbourhood, ScopeResolver, Teams } from '../../catalog';
import type { IncidentService } from '../../incidents';
import type { Call, ReviewGate } from '../../reviews/ReviewGate';
import type { Stores } from '../../stores';
import type { AnniversarySettings } from './anniversarySettings';
import { FoundReasons, findReasons } from './findReasons';

export interface LessonTravelServiceOptions {
  stores: Stores;
  gate: ReviewGate;
  incidents: IncidentService;
  scopes: ScopeResolver;
  neighbourhood: Neighbourhood;
  teams: Teams;
  identityOf: IdentityOf;
  anniversaries: AnniversarySettings;
  /** Epoch ms; of the system unless said. */
  now?: () => number;
}

/** Brings lessons to those whom they concern. */
export class LessonTravelService {
  static create(options: LessonTravelServiceOptions): LessonTravelService {
    return new LessonTravelService(options);
  }

  private constructor(private readonly options: LessonTravelServiceOptions) {}

  /** The lessons for an entity, or for incidents: those of similar ones, and those for what the first one touched. */
  async find(
    { entityRef, incident, limit }: LessonTravelQuery,
    call: Call,
  ): Promise<LessonTravel> {
    const access = await this.options.gate.enter(lessonReadPermission, call);
    const found = new FoundReasons();
    const own = new Set<string>();
    let about = entityRef;
    if (incident) {
      const first = await this.findSimilar(found, incident, call);
      about = first;
      const rows = await this.options.stores.travel.ofIncidents(
        incident,
        access,
      );
      rows.forEach(({ lessonId }) => own.add(lessonId));
    }
    if (about) {
      await this.findAround(found, about, access, call.credentials);
    }
    // What came out of the incidents themselves is told with them.
    const ids = found.lessonIds.filter(id => !own.has(id));
    return this.rank(found, ids, { about, limit, access });
  }

  /** Lessons of grave incidents that happened in these days some years ago; the caller's first. */
  async anniversaries(
    { mine }: LessonAnniversaryQuery,
    call: Call,
  ): Promise<LessonAnniversary[]> {
    const { stores, gate, anniversaries: settings } = this.options;
    const store = stores.travel;
    const access = await gate.enter(lessonReadPermission, call);
    const now = (this.options.now ?? Date.now)();
    const periods = anniversaryPeriods(now, {
      years: settings.years,
      days: settings.shownForDays,
    });
    const rows = await store.anniversaries(
      periods,
      settings.severities,
      access,
    );
    const lessons = await store.read(
      rows.map(({ lessonId }) => lessonId),
      access,
    );
    const items = rows.flatMap(({ lessonId, incident }) => {
      const lesson = lessons.get(lessonId);
      const at = Date.parse(incident.at);
      const period = periods.find(({ from, to }) => at >= from && at < to);
      return lesson && period
        ? [{ lesson, incident, years: period.years, mine: false }]
        : [];
    });
    const own = await this.ownedBy(call.credentials, items);
    const flagged = items.map(item => ({ ...item, mine: own(item) }));
    return flagged
      .filter(item => mine === undefined || item.mine === mine)
      .sort((a, b) => Number(b.mine) - Number(a.mine));
  }

  /** @returns the primary entity of the first incident */
  private async findSimilar(
    found: FoundReasons,
    incidentIds: string[],
    call: Call,
  ): Promise<string | undefined> {
    const { incidents, stores, gate } = this.options;
    const alike = new Map<string, SimilarIncident>();
    let about: string | undefined;
    for (const id of incidentIds) {
      const { entityRefs } = await incidents.get(id, call);
      about ??= entityRefs[0];
      for (const similar of await incidents.similar(id, call)) {
        const known = alike.get(similar.incident.id);
        if (!known || known.score < similar.score) {
          alike.set(similar.incident.id, similar);
        }
      }
    }
    const access = await gate.readable(call);
    const ids = [...alike.keys()].filter(id => !incidentIds.includes(id));
    for (const row of await stores.travel.ofIncidents(ids, access)) {
      const { incident, score } = alike.get(row.incidentId)!;
      found.add(row.lessonId, {
        kind: 'similar-incident',
        weight: reasonWeight('similar-incident', {
          likeness: Math.min(1, score),
        }),
        entityRef: incident.entityRefs[0],
        incident: { id: incident.id, title: incident.title },
      });
    }
    return about;
  }

  private async findAround(
    found: FoundReasons,
    entityRef: string,
    access: AccessFilter,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { stores, scopes, neighbourhood } = this.options;
    const store = stores.travel;
    const scope = await scopes.resolve(entityRef, credentials);
    const own = scope.kind === 'entities' ? scope.entityRefs : [entityRef];
    const around = isContainer(entityRef)
      ? { neighbours: [], relatives: [], tags: [] }
      : await neighbourhood.around(entityRef, credentials);
    await findReasons(found, { store, access, entityRef, own, around });
  }

  private async rank(
    found: FoundReasons,
    ids: string[],
    options: { about?: string; limit: number; access: AccessFilter },
  ): Promise<LessonTravel> {
    const store = this.options.stores.travel;
    const { about, limit, access } = options;
    const marks = await this.marksAt(about, access);
    const reasons = new Map<string, LessonReason[]>();
    const ranked: RankedLesson[] = [];
    for (const rankable of await store.rankable(ids, access)) {
      const merged = mergeReasons(found.of(rankable.id));
      reasons.set(rankable.id, merged);
      const standing = marks.get(rankable.id)?.standing;
      ranked.push({ ...rankable, score: travelScore(merged), standing });
    }
    const first = ranked.sort(compareForTravel).slice(0, limit);
    const lessons = await store.read(
      first.map(({ id }) => id),
      access,
    );
    return {
      entityRef: about,
      totalItems: ranked.length,
      items: first.flatMap(({ id, score }) => {
        const lesson = lessons.get(id);
        const application = marks.get(id);
        return lesson
          ? [{ lesson, score, reasons: reasons.get(id) ?? [], application }]
          : [];
      }),
    };
  }

  private async marksAt(
    entityRef: string | undefined,
    access: AccessFilter,
  ): Promise<Map<string, LessonApplication>> {
    const marks = entityRef
      ? await this.options.stores.applications.ofEntity(entityRef, access)
      : [];
    return new Map(marks.map(mark => [mark.lessonId, mark]));
  }

  /** Tells whether somebody, or a group of theirs, owns a lesson or something that it is about. */
  private async ownedBy(
    credentials: BackstageCredentials,
    items: Pick<LessonAnniversary, 'lesson' | 'incident'>[],
  ): Promise<(item: (typeof items)[number]) => boolean> {
    const { identityOf, teams } = this.options;
    const { refs } = await identityOf(credentials);
    const about = ({ lesson, incident }: (typeof items)[number]) => [
      ...lesson.appliesTo,
      ...incident.entityRefs,
    ];
    const owners = await teams.teamsOf(items.flatMap(about), credentials);
    return item =>
      refs.includes(item.lesson.owner ?? '') ||
      about(item).some(ref =>
        (owners.get(ref) ?? []).some(owner => refs.includes(owner)),
      );
  }
}
