import type { DemoTeamName } from '../company';

/** How the texts speak of a service. */
export interface ServiceWords {
  /** In the middle of a sentence: `the label service`. */
  service: string;
  /** Who feels it when the service fails. */
  users: string;
  /** Its main work as a noun: `label creation`. */
  work: string;
  /** The call that alerts watch. */
  call: string;
  store: string;
  /** Something internal that it calls. */
  peer: string;
  /** Something of another company that it calls. */
  vendor: string;
  /** A job that runs on a schedule. */
  job: string;
  /** What people saw: a clause in the past tense. */
  symptom: string;
  /** What they did meanwhile: a clause in the past tense. */
  fallback: string;
  /** What it cost: a sentence with `{count}`. */
  harm: string;
}

export interface DemoService {
  name: string;
  owner: DemoTeamName;
  /** Its share of the ordinary incidents. */
  rate: { operational: number; security: number };
  /** From how few to how many of its things one incident touches. */
  scale: readonly [number, number];
  /** Factor by which time to detect has changed over the two years. */
  detectionDrift: number;
  /** Entities that fail with it: what depends on it, or what it stores in. */
  alsoHit: readonly string[];
  words: ServiceWords;
}
