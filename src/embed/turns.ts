/**
 * Of all embeds on one page at most one trains at a time. They share no storage and no channel (sandboxed frames have neither), and the
 * page around them may have no script of ours; but each can reach its siblings through `parent.frames`. What they say can only ever make
 * one pause, so nobody gains by lying.
 */

const NAMESPACE = 'mad-lab-turn';
/** How long a start that nobody clicked listens for someone who trains, ms: at least, and the random rest that keeps starts apart. */
const LISTEN_MS = 200;
const JITTER_MS = 250;
const ASK_AGAIN_MS = 3000;
/** A clock may be ahead by this much, ms. */
const SKEW_MS = 10_000;
/** Messages of each sibling that are heard in a second: one that floods drowns none of the others. */
const PER_SECOND = 40;

type Word =
  /** I train. A reader's click has its time as rank, any other start a number below 1: the higher rank goes on. */
  | { readonly type: 'training'; readonly rank: number }
  /** I would start by myself, with this rank: of several that ask at once the highest goes first. */
  | { readonly type: 'asking'; readonly rank: number }
  | { readonly type: 'resting' };

interface Sibling {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** The frame's window, as far as taking turns needs it. */
export interface TurnWindow {
  readonly parent: { readonly frames: ArrayLike<Sibling> };
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

interface TurnOptions {
  readonly window: TurnWindow;
  /** in [0, 1) */
  readonly random: () => number;
  /** ms since 1970 */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Another one trains now: stop. */
  readonly onYield: () => void;
}

/** The other frames on the same page, and how they are told. */
function createTalk(window: TurnWindow, who: number) {
  const { parent } = window;
  const others = (): Sibling[] =>
    parent === (window as unknown)
      ? []
      : Array.from({ length: parent.frames.length }, (_, i) => parent.frames[i]).filter((frame) => frame !== (window as unknown));
  const say = (to: Sibling, word: Word) => to.postMessage({ ns: NAMESPACE, who, ...word }, '*');
  return {
    say,
    tellAll(word: Word): void {
      for (const sibling of others()) say(sibling, word);
    },
    siblingOf: (source: unknown): Sibling | undefined => others().find((sibling) => sibling === source),
  };
}

/** Whether one more message of a sibling is to be heard in this second. */
function createEars(now: () => number): (from: Sibling) => boolean {
  const heard = new WeakMap<object, { count: number; since: number }>();
  return (from) => {
    const last = heard.get(from);
    const count = last && now() - last.since <= 1000 ? last : { count: 0, since: now() };
    heard.set(from, count);
    return ++count.count <= PER_SECOND;
  };
}

export function createTurns({ window, random, now, wait, onYield }: TurnOptions) {
  const { parent } = window;
  /** 0 = does not train */
  let rank = 0;
  /** someone has said so since it was asked */
  let isTaken = false;
  /** the rank with which it asks; 0 = does not ask */
  let asked = 0;
  let freed = () => {};

  /** a name for this frame: a sibling that sends back what it hears is no second one */
  const who = random();
  const { say, tellAll, siblingOf } = createTalk(window, who);
  const mayHear = createEars(now);

  function train(as: number): void {
    rank = as;
    asked = 0;
    tellAll({ type: 'training', rank });
  }

  function receive({ source, data }: MessageEvent): void {
    // the commonest stranger, and maybe one that floods
    if ((source as unknown) === parent) return;
    const from = siblingOf(source);
    if (!from || !isWord(data, now()) || data.who === who) return;
    if (!mayHear(from)) return;
    if (data.type === 'asking') {
      if (rank > 0) say(from, { type: 'training', rank });
      else if (asked > 0 && data.rank < asked) say(from, { type: 'asking', rank: asked });
      else isTaken = true;
    } else if (data.type === 'resting') {
      freed();
    } else if (rank === 0) {
      isTaken = true;
    } else if (data.rank >= rank) {
      rank = 0;
      isTaken = true;
      onYield();
    } else {
      say(from, { type: 'training', rank });
    }
  }

  if (parent !== (window as unknown)) window.addEventListener('message', receive);

  return {
    /** The reader, or the host, wants this one: whoever else trains pauses. */
    take(): void {
      // hosts start many within one millisecond: the fraction keeps their ranks apart
      train(now() + random());
    },
    /** Resolves when nobody else trains, and this one does; or when it is called off. */
    async takeWhenFree(isOff: () => boolean): Promise<void> {
      for (;;) {
        isTaken = false;
        // from here on, for the one that trains may rest while it is asked
        const free = new Promise<void>((resolve) => {
          freed = resolve;
        });
        asked = Math.max(Number.MIN_VALUE, random());
        tellAll({ type: 'asking', rank: asked });
        await wait(LISTEN_MS + random() * JITTER_MS);
        const mine = asked;
        asked = 0;
        if (isOff()) return;
        if (!isTaken) return train(mine);
        // who trains may be taken off the page without a word
        await Promise.race([wait(ASK_AGAIN_MS), free]);
      }
    },
    /** This one has paused or is done. */
    rest(): void {
      if (rank === 0) return;
      rank = 0;
      tellAll({ type: 'resting' });
    },
  };
}

function isWord(data: unknown, time: number): data is Word & { readonly who?: unknown } {
  if (typeof data !== 'object' || data === null) return false;
  const { ns, type, rank } = data as Partial<Record<string, unknown>>;
  if (ns !== NAMESPACE) return false;
  if (type === 'resting') return true;
  return (type === 'training' || type === 'asking') && typeof rank === 'number' && rank > 0 && rank < time + SKEW_MS;
}
