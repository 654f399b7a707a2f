import { writeRefusalOf } from '../../api';

/** A value and the revision that it stands at. */
export interface Stamped<T> {
  value: T;
  revision: number;
}

/** A value, or what becomes of the one before. */
export type Next<T> = T | ((before: T) => T);

/** Where what is written stands: only `saved` is with the server. */
export type SaveState =
  | 'saved'
  | 'unsaved'
  | 'incomplete'
  | 'saving'
  | 'failed'
  | 'conflict';

/** What an editor shows of a value that saves itself. */
export interface Saving<T> {
  value: T;
  state: SaveState;
  /** What is wrong, of `incomplete` and `failed`. */
  problem?: string;
  /** What somebody else saved meanwhile, of `conflict`. */
  theirs?: Stamped<T>;
}

/** Where what is not saved outlives a closed tab. */
export interface DraftPlace<T> {
  save: (draft: Stamped<T> & { base: T }) => void;
  discard: () => void;
}

export interface AutoSaverOptions<T> {
  stored: Stamped<T>;
  /** Writes a value that is based on a revision; rejects with 412 where that is stale. */
  write: (value: T, revision: number) => Promise<Stamped<T>>;
  /** Reads what a 412 says that stands now. */
  readCurrent: (current: Record<string, unknown>) => Stamped<T> | undefined;
  /** What keeps a value from being saved; undefined when nothing does. */
  problemOf?: (value: T) => string | undefined;
  draft: DraftPlace<T>;
  pauseMs?: number;
}

const PAUSE_MS = 900;
const DRAFT_PAUSE_MS = 300;

/**
 * Saves a value whenever its writer pauses, one write after the other. What
 * somebody else saved meanwhile is never written over: the writer chooses.
 */
export class AutoSaver<T> {
  private readonly listeners = new Set<() => void>();
  private base: Stamped<T>;
  private saving: Saving<T>;
  private running?: Promise<boolean>;
  private timer?: ReturnType<typeof setTimeout>;
  private draftTimer?: ReturnType<typeof setTimeout>;

  constructor(private options: AutoSaverOptions<T>) {
    this.base = options.stored;
    this.saving = { value: options.stored.value, state: 'saved' };
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  get = (): Saving<T> => this.saving;

  set = (next: Next<T>): void => {
    const { value: before, theirs } = this.saving;
    const value = next instanceof Function ? next(before) : next;
    this.show(
      theirs ? { value, theirs, state: 'conflict' } : this.looked(value),
    );
    this.keepDraft();
    this.schedule();
  };

  /** Takes over what the server has, where nothing was written here. */
  adopt(stored: Stamped<T>): void {
    const clean = this.saving.state === 'saved';
    if (stored.revision > this.base.revision && clean) {
      this.base = stored;
      this.show({ value: stored.value, state: 'saved' });
    }
  }

  /** Goes on with what was written before the tab was closed. */
  restore(draft: Stamped<T> & { base: T }): void {
    if (this.saving.state !== 'saved') {
      return;
    }
    if (same(draft.value, this.base.value)) {
      this.options.draft.discard();
      return;
    }
    // Written on an older version: the write itself finds that out.
    this.base = { value: draft.base, revision: draft.revision };
    this.show(this.looked(draft.value));
    this.schedule(0);
  }

  /** @returns whether everything is saved now */
  flush = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    while (this.running) {
      await this.running;
    }
    const { state } = this.saving;
    if (state === 'unsaved' || state === 'failed') {
      this.running = this.write(true).finally(() => {
        this.running = undefined;
      });
      await this.running;
      return this.saving.state === 'unsaved'
        ? this.flush()
        : this.saving.state === 'saved';
    }
    return state === 'saved';
  };

  /** Ends a conflict: the value is written over what stands now. */
  resolve = (value: T): void => {
    const { theirs } = this.saving;
    if (theirs) {
      this.base = theirs;
      this.show(this.looked(value));
      this.keepDraft();
      this.flush();
    }
  };

  private async write(mayRetry: boolean): Promise<boolean> {
    const { value } = this.saving;
    this.show({ value, state: 'saving' });
    try {
      this.base = await this.options.write(value, this.base.revision);
      const written = same(this.saving.value, value);
      this.show(written ? this.settled() : this.looked(this.saving.value));
      this.keepDraft();
      if (!written) {
        this.schedule();
      }
    } catch (error) {
      const { current, message } = writeRefusalOf(error);
      const theirs = current && this.options.readCurrent(current);
      if (theirs && mayRetry && same(theirs.value, this.base.value)) {
        this.base = theirs;
        return this.write(false);
      }
      this.show(this.refused(theirs, message));
      this.keepDraft();
    }
    return this.saving.state === 'saved';
  }

  private settled(): Saving<T> {
    return { value: this.base.value, state: 'saved' };
  }

  private refused(theirs: Stamped<T> | undefined, problem: string): Saving<T> {
    const { value } = this.saving;
    if (!theirs) {
      return { value, state: 'failed', problem };
    }
    if (same(theirs.value, value)) {
      this.base = theirs;
      return this.settled();
    }
    return { value, state: 'conflict', theirs };
  }

  private looked(value: T): Saving<T> {
    if (same(value, this.base.value)) {
      return { value, state: this.running ? 'unsaved' : 'saved' };
    }
    const problem = this.options.problemOf?.(value);
    return problem
      ? { value, state: 'incomplete', problem }
      : { value, state: 'unsaved' };
  }

  private show(saving: Saving<T>): void {
    this.saving = saving;
    this.listeners.forEach(listener => listener());
  }

  private schedule(pauseMs = this.options.pauseMs ?? PAUSE_MS): void {
    clearTimeout(this.timer);
    if (this.saving.state === 'unsaved') {
      this.timer = setTimeout(this.flush, pauseMs);
    }
  }

  private keepDraft(): void {
    clearTimeout(this.draftTimer);
    if (this.saving.state === 'saved') {
      this.options.draft.discard();
      return;
    }
    this.draftTimer = setTimeout(() => {
      const { value, state } = this.saving;
      if (state !== 'saved') {
        const { value: base, revision } = this.base;
        this.options.draft.save({ value, base, revision });
      }
    }, DRAFT_PAUSE_MS);
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
