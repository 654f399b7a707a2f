/**
 * Whoever a portal lets in as a guest, as the provider of guests tells it: one
 * person at a time, named in a configuration file that the backend watches.
 */
import { writeFile } from 'node:fs/promises';
import type { JsonObject } from '@backstage/types';

/** Somebody who has signed in, for an hour. */
export interface Session {
  readonly userEntityRef: string;
  /** What the app is told when it asks who the visitor is. */
  readonly answer: JsonObject;
  /** Sends a request as this person. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON that a GET answers. Throws unless it succeeds. */
  get<T = unknown>(path: string): Promise<T>;
  /** Sends JSON and answers with the JSON that comes back. Throws unless it succeeds. */
  send<T = unknown>(
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<T>;
}

const GUEST = 'user:development/guest';
const knownWithinMs = 60_000;

/** Signs people in, one after the other. */
export class SignIn {
  private readonly sessions = new Map<string, Session>();
  private queue: Promise<unknown> = Promise.resolve();

  /**
   * @param url - of the portal
   * @param configFile - one of the portal's configuration files, for this alone
   */
  constructor(
    private readonly url: string,
    private readonly configFile: string,
  ) {}

  /** The guest, as the portal lets in everybody else. */
  async guest(): Promise<Session> {
    return sessionOf(this.url, await this.refresh());
  }

  /** A person of the catalog; waits until the catalog knows the groups of that person. */
  as(userEntityRef: string): Promise<Session> {
    const signedIn = this.queue.then(() => this.switchTo(userEntityRef));
    this.queue = signedIn.catch(() => undefined);
    return signedIn;
  }

  private async switchTo(userEntityRef: string): Promise<Session> {
    const known = this.sessions.get(userEntityRef);
    if (known) {
      return known;
    }
    const answer = await this.letIn(userEntityRef);
    await this.letIn(GUEST);
    const session = sessionOf(this.url, answer);
    this.sessions.set(userEntityRef, session);
    return session;
  }

  private async letIn(userEntityRef: string): Promise<GuestAnswer> {
    const deadline = Date.now() + knownWithinMs;
    while (Date.now() < deadline) {
      const answer = await this.refresh();
      const { userEntityRef: ref, ownershipEntityRefs } =
        answer.backstageIdentity.identity;
      if (ref !== userEntityRef) {
        // Again and again: of changes that come fast, a watcher misses some.
        await writeFile(this.configFile, identityConfig(userEntityRef));
      } else if (
        ownershipEntityRefs.some(owner => owner.startsWith('group:'))
      ) {
        return answer;
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    throw new Error(
      `Nobody is signed in as ${userEntityRef} after ${knownWithinMs} ms`,
    );
  }

  private async refresh(): Promise<GuestAnswer> {
    const response = await fetch(`${this.url}/api/auth/guest/refresh`, {
      method: 'POST',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    if (!response.ok) {
      throw new Error(`Nobody could sign in: ${await response.text()}`);
    }
    return (await response.json()) as GuestAnswer;
  }
}

/** The content of the configuration file, to begin with. */
export function identityConfig(userEntityRef: string = GUEST): string {
  return JSON.stringify({ auth: { providers: { guest: { userEntityRef } } } });
}

interface Identity {
  userEntityRef: string;
  ownershipEntityRefs: string[];
}

interface GuestAnswer extends JsonObject {
  backstageIdentity: JsonObject & {
    token: string;
    identity: JsonObject & Identity;
  };
}

function sessionOf(url: string, answer: GuestAnswer): Session {
  const { token, identity } = answer.backstageIdentity;
  const request: Session['request'] = (path, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return fetch(new URL(path, url), { ...init, headers });
  };
  const answered = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await request(path, init);
    if (!response.ok) {
      throw new Error(
        `${init.method} ${path}: ${response.status} ${await response.text()}`,
      );
    }
    return (await response.json()) as T;
  };
  return {
    userEntityRef: identity.userEntityRef,
    answer,
    request,
    get: path => answered(path, { method: 'GET' }),
    send: (method, path, body, headers) =>
      answered(path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
  };
}
