import {
  Incident,
  IncidentContent,
  RepeatJudgement,
  canRepeat,
  compareRepeatCandidates,
  deriveIncident,
  repeatOf,
  repeatOrderOf,
} from '@hindsight/backstage-plugin-incident-learning-common';

const LOOK_BACK_MS = 365 * 86_400_000;

/** Incidents in memory, derived and linked by the rules of common. */
export class IncidentMemory {
  private readonly incidents = new Map<string, Incident>();
  private readonly judgements = new Map<string, RepeatJudgement[]>();

  constructor(private readonly now: string) {}

  all(): Incident[] {
    return [...this.incidents.values()];
  }

  get(id: string): Incident | undefined {
    return this.incidents.get(id);
  }

  /** Stores a new version of an incident, or the first. */
  put(id: string, content: IncidentContent): Incident {
    const before = this.incidents.get(id);
    const createdAt = before?.createdAt ?? this.now;
    this.incidents.set(id, {
      ...content,
      ...deriveIncident(content, { createdAt, now: this.now }),
      id,
      createdAt,
      updatedAt: this.now,
      createdBy: 'user:default/guest',
      revision: (before?.revision ?? 0) + 1,
    });
    this.linkRepeats();
    return this.incidents.get(id)!;
  }

  delete(id: string): void {
    this.incidents.delete(id);
    this.linkRepeats();
  }

  judge(id: string, judgement: RepeatJudgement): Incident {
    const others = (this.judgements.get(id) ?? []).filter(
      ({ of }) => of !== judgement.of,
    );
    this.judgements.set(id, [...others, judgement]);
    this.linkRepeats();
    return this.incidents.get(id)!;
  }

  private linkRepeats(): void {
    for (const incident of this.all()) {
      const earlier = this.earlierThan(incident);
      const repeat = repeatOf(earlier, this.judgements.get(incident.id) ?? []);
      this.incidents.set(incident.id, { ...incident, repeat });
    }
  }

  private earlierThan(incident: Incident): Incident[] {
    if (!canRepeat(incident)) {
      return [];
    }
    const self = candidateOf(incident);
    return this.all()
      .filter(other => {
        const candidate = candidateOf(other);
        return (
          canRepeat(other) &&
          other.signature === incident.signature &&
          compareRepeatCandidates(candidate, self) < 0 &&
          self.at - candidate.at <= LOOK_BACK_MS
        );
      })
      .sort((a, b) => compareRepeatCandidates(candidateOf(b), candidateOf(a)));
  }
}

function candidateOf(incident: Incident) {
  return {
    id: incident.id,
    at: Date.parse(incident.periodAt),
    order: repeatOrderOf(incident),
  };
}
