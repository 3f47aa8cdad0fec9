import {
  type PoolOptions,
  type PoolWorker,
  ThreadsPoolWorker,
  type WorkerRequest,
  type WorkerResponse,
} from 'vitest/node';

/** How many mutants one thread is for. Vitest adds a listener in the thread for each of them, and Node warns at eleven. */
const MUTANTS = 9;

type Listener = (arg: unknown) => void;
type Thread = { readonly worker: ThreadsPoolWorker; used: number };

/**
 * One run of Vitest in a thread that other runs have used and will use. Only where the thread is not worn out does the
 * end of the run leave it as it is: what would stop it is answered here.
 */
class RunInThread implements PoolWorker {
  readonly name = 'kept-thread';
  readonly #thread: Thread;
  readonly #listeners: [string, Listener][] = [];
  #keeps = false;

  constructor(thread: Thread) {
    this.#thread = thread;
  }

  async start(): Promise<void> {
    if (this.#thread.used++ > 0) return;
    await this.#thread.worker.start();
    this.#thread.worker.on('exit', () => {
      this.#thread.used = MUTANTS;
    });
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    this.#thread.worker.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    this.#thread.worker.off(event, listener);
  }

  send(message: WorkerRequest): void {
    this.#keeps = message.type === 'stop' && this.#thread.used < MUTANTS;
    if (!this.#keeps) {
      this.#thread.worker.send(message);
      return;
    }
    const stopped: WorkerResponse = { type: 'stopped', __vitest_worker_response__: true };
    for (const [event, listener] of this.#listeners) if (event === 'message') listener(stopped);
  }

  /** Without a «stop» sent before it, as when a run is broken off, it ends the thread. */
  async stop(): Promise<void> {
    if (this.#keeps) for (const [event, listener] of this.#listeners) this.off(event, listener);
    else {
      this.#thread.used = MUTANTS;
      await this.#thread.worker.stop();
    }
  }

  deserialize(data: unknown): unknown {
    return this.#thread.worker.deserialize(data);
  }
}

let thread: Thread | undefined;

/**
 * Vitest starts a thread for every run, and with Stryker a run is one mutant: nine tenths of the time went to loading
 * the same modules again. The rules keep nothing between two calls, so a thread is used for nine mutants; one that
 * broke down is left. For one run at a time.
 */
export const keptThread = {
  name: 'kept-thread',
  createPoolWorker(options: PoolOptions): PoolWorker {
    if (!thread || thread.used >= MUTANTS) thread = { worker: new ThreadsPoolWorker(options), used: 0 };
    return new RunInThread(thread);
  },
};
