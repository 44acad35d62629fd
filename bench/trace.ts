/** An event of a Chromium trace; times in µs. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly args?: { readonly name?: string };
  /** the processor's time */
  readonly tdur?: number;
}

/** A task of a page's main thread: when it began, and the processor's time that it took, ms. */
export interface Task {
  readonly atMs: number;
  readonly cpuMs: number;
}

export interface MainThread {
  readonly tasks: readonly Task[];
  /** null where nothing was painted for the first time while it was traced */
  readonly firstPaintMs: number | null;
}

export const TRACED = ['toplevel', 'devtools.timeline', 'loading', 'disabled-by-default-devtools.timeline'];

/** What the main threads of a trace did; of the page alone where it says which thread painted first. By the processor's time, so that a shared machine tells the same. */
export function mainThread(trace: Buffer): MainThread {
  const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const paint = events.findLast(({ name }) => name === 'firstContentfulPaint');
  const named = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf);
  const main = new Set(paint ? [threadOf(paint)] : named);
  const tasks = events
    .filter((event) => event.name === 'RunTask' && event.ph === 'X' && main.has(threadOf(event)))
    .map(({ ts, tdur = 0 }) => ({ atMs: ts / 1000, cpuMs: tdur / 1000 }));
  if (tasks.length === 0) throw new Error('The trace has no task of the main thread.');
  return { tasks, firstPaintMs: paint ? paint.ts / 1000 : null };
}
