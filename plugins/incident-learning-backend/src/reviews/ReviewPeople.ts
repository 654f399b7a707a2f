import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { Incident } from '@hindsight/backstage-plugin-incident-learning-common';
import type { People } from '../catalog';
import { UnprocessableError } from '../http';

/** How many people a review may have. */
const MAX_PARTICIPANTS = 100;

type Participant = Incident['participants'][number];

export interface ReviewPeopleOptions {
  auth: AuthService;
  logger: LoggerService;
  people: People;
  /** Users and groups who may reach every restricted incident. */
  restrictedReaders: string[];
}

/**
 * Finds who takes part in reviews, on the plugin's own behalf: who is asked must not depend on who presses the button.
 * A catalog out of reach never keeps a person from starting a review.
 */
export class ReviewPeople {
  static create(options: ReviewPeopleOptions): ReviewPeople {
    return new ReviewPeople(options);
  }

  private constructor(private readonly options: ReviewPeopleOptions) {}

  /** The incidents' own participants and the owners of their entities, each once. */
  async participantsOf(incidents: Incident[]): Promise<Participant[]> {
    const entityRefs = incidents.flatMap(incident => incident.entityRefs);
    const owners = await this.askCatalog('who owns entities', [], async () =>
      this.options.people.ownersOf(entityRefs, await this.credentials()),
    );
    const byRef = new Map<string, Participant>();
    for (const participant of [
      ...incidents.flatMap(incident => incident.participants),
      ...owners.map(entityRef => ({ role: 'owner', entityRef })),
    ]) {
      if (!byRef.has(participant.entityRef)) {
        byRef.set(participant.entityRef, participant);
      }
    }
    return [...byRef.values()].slice(0, MAX_PARTICIPANTS);
  }

  /** Everybody behind participants: a group's members, or the group where the catalog knows none. */
  async usersOf(refs: string[]): Promise<string[]> {
    const alone = [...new Set(refs)];
    return this.askCatalog('who belongs to a group', alone, async () =>
      this.options.people.usersOf(refs, await this.credentials()),
    );
  }

  /**
   * Those who lead reviews in turn.
   *
   * @throws when the catalog cannot be asked: a review without a facilitator would stay without one
   */
  async facilitators(group: string): Promise<string[]> {
    const users = await this.options.people.usersOf(
      [group],
      await this.credentials(),
    );
    return users.filter(ref => ref !== group);
  }

  /**
   * Those of the refs who know an incident without taking part in its review: of a restricted one its participants, the
   * owners of its entities and the configured readers.
   */
  async knowing(incident: Incident, refs: string[]): Promise<string[]> {
    if (incident.visibility !== 'restricted') {
      return refs;
    }
    const concerned = await this.participantsOf([incident]);
    const users = await this.usersOf([
      ...concerned.map(({ entityRef }) => entityRef),
      ...this.options.restrictedReaders,
    ]);
    return refs.filter(ref => users.includes(ref));
  }

  /**
   * @throws UnprocessableError for a facilitator whom the catalog does not know, such as one who has left
   */
  async requireFacilitator(ref: string | null | undefined): Promise<void> {
    if (!ref) {
      return;
    }
    const unknown = await this.askCatalog('who there is', [], async () =>
      this.options.people.unknown([ref], await this.credentials()),
    );
    if (unknown.length > 0) {
      throw new UnprocessableError([
        {
          path: 'facilitator',
          message: `is ${ref}, whom the catalog does not know: name somebody who is there`,
        },
      ]);
    }
  }

  private credentials() {
    return this.options.auth.getOwnServiceCredentials();
  }

  private async askCatalog<T>(
    what: string,
    otherwise: T,
    ask: () => Promise<T>,
  ): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      this.options.logger.warn(
        `The catalog could not be asked ${what}: look through the people of the review`,
        error as Error,
      );
      return otherwise;
    }
  }
}
