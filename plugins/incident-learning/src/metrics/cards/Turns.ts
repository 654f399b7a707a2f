/** Lets so many requests run at a time, the others in the order in which they came; none while it is paused. */
export class Turns {
  private readonly waiting = new Set<{ start: () => void }>();
  private readonly running = new Set<AbortController>();
  private taken = 0;
  private paused = false;

  constructor(private readonly atOnce: number) {}

  /** Aborts what is under way, which is sent again afterwards, and lets nothing start. */
  pause(): void {
    this.paused = true;
    this.running.forEach(controller => controller.abort());
  }

  resume(): void {
    this.paused = false;
    this.startNext();
  }

  /** Sends a request when its turn has come. @param signal - aborted when its answer is no longer wanted */
  async run<T>(
    request: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    for (;;) {
      await this.turn(signal);
      const controller = new AbortController();
      const abort = () => controller.abort(signal.reason);
      signal.addEventListener('abort', abort);
      this.running.add(controller);
      try {
        signal.throwIfAborted();
        return await request(controller.signal);
      } catch (error) {
        const interrupted = controller.signal.aborted && !signal.aborted;
        if (!interrupted) {
          throw error;
        }
      } finally {
        signal.removeEventListener('abort', abort);
        this.running.delete(controller);
        this.taken -= 1;
        this.startNext();
      }
    }
  }

  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const job = { start: () => {} };
      const leave = () => {
        this.waiting.delete(job);
        reject(signal.reason);
      };
      job.start = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      signal.addEventListener('abort', leave);
      this.waiting.add(job);
      this.startNext();
    });
  }

  private startNext(): void {
    for (const job of this.waiting) {
      if (this.paused || this.taken >= this.atOnce) {
        return;
      }
      this.waiting.delete(job);
      this.taken += 1;
      job.start();
    }
  }
}
