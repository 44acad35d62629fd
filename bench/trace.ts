/** An event of a Chromium trace; times in µs. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly args?: { readonly name?: string };
  readonly dur?: number;
  /** the processor's time */
  readonly tdur?: number;
}

/** A task of a page's main thread: when it ended, and the processor's time that it took, ms. */
export interface Task {
  readonly endMs: number;
  readonly cpuMs: number;
}

export interface MainThread {
  readonly tasks: readonly Task[];
  /** null where nothing was asked of a server meanwhile */
  readonly firstRequestMs: number | null;
  /** null where nothing was painted for the first time while it was traced */
  readonly firstPaintMs: number | null;
}

export const TRACED = ['toplevel', 'devtools.timeline', 'loading', 'disabled-by-default-devtools.timeline'];

export const eventsOf = (trace: Buffer) => (JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] }).traceEvents;

/** What the main threads of a trace did; of the page alone where it says which thread painted first. By the processor's time, so that a shared machine tells the same. */
export function mainThread(events: readonly TraceEvent[]): MainThread {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const paint = events.findLast(({ name }) => name === 'firstContentfulPaint');
  const named = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf);
  const main = new Set(paint ? [threadOf(paint)] : named);
  const tasks = events
    .filter((event) => event.name === 'RunTask' && event.ph === 'X' && main.has(threadOf(event)))
    .map(({ ts, dur = 0, tdur = 0 }) => ({ endMs: (ts + dur) / 1000, cpuMs: tdur / 1000 }));
  if (tasks.length === 0) throw new Error('The trace has no task of the main thread.');
  const requests = events.filter(({ name }) => name === 'ResourceSendRequest').map(({ ts }) => ts / 1000);
  return { tasks, firstRequestMs: requests.length > 0 ? Math.min(...requests) : null, firstPaintMs: paint ? paint.ts / 1000 : null };
}
