/** Time for an answer, ms: the first `run` fetches what computes. */
const ANSWER_MS = 60_000;

export interface Answer {
  readonly requestId?: unknown;
  readonly state?: unknown;
  readonly file?: { readonly mime: string; readonly text?: string; readonly bytes?: ArrayBuffer };
}

interface Pending {
  readonly type: string;
  readonly timer: ReturnType<typeof setTimeout>;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Questions to a frame that wait for their answers. */
export class Requests {
  #count = 0;
  readonly #pending = new Map<unknown, Pending>();
  readonly #post: (message: Record<string, unknown>) => void;

  constructor(post: (message: Record<string, unknown>) => void) {
    this.#post = post;
  }

  /** Sends without waiting for an answer. */
  tell(type: string, content: object): number {
    const id = ++this.#count;
    this.#post({ ns: 'mad-lab', v: 1, id, type, ...content });
    return id;
  }

  ask(type: string, content: object): Promise<Answer> {
    return new Promise((resolve, reject) => {
      // after tell a failed postMessage leaves nothing behind
      const requestId = this.tell(type, { ...content, requestId: this.#count + 1 });
      const timer = setTimeout(() => this.fail(requestId, new Error(`The frame did not answer “${type}” in ${ANSWER_MS / 1000} s.`)), ANSWER_MS);
      this.#pending.set(requestId, { type, timer, resolve, reject });
    });
  }

  answer(answer: Answer): void {
    this.#take(answer.requestId)?.resolve(answer);
  }

  /** Whether anyone waited for it. */
  fail(requestId: unknown, error: Error): boolean {
    const pending = this.#take(requestId);
    pending?.reject(error);
    return pending !== undefined;
  }

  dispose(reason: string): void {
    for (const [id, { type }] of [...this.#pending]) this.fail(id, new Error(`“${type}” was not answered: ${reason}`));
  }

  #take(id: unknown): Pending | undefined {
    const pending = this.#pending.get(id);
    if (!pending) return undefined;
    clearTimeout(pending.timer);
    this.#pending.delete(id);
    return pending;
  }
}
