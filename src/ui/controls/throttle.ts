import { useEffect, useMemo, useRef } from 'react';

export interface Throttled<Value> {
  push(value: Value): void;
  /** hand over at once what still waits */
  flush(): void;
}

/** At most one call in `gapMs`, the first at once, the last never lost. */
export function throttle<Value>(call: (value: Value) => void, gapMs: number): Throttled<Value> {
  let waiting: { value: Value } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const release = () => {
    timer = null;
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    timer = setTimeout(release, gapMs);
    call(value);
  };
  return {
    push(value) {
      waiting = { value };
      if (timer === null) release();
    },
    flush() {
      if (timer !== null) clearTimeout(timer);
      release();
    },
  };
}

/** A throttle for the life of a component; it calls the latest `call`. */
export function useThrottle<Value>(call: (value: Value) => void, gapMs: number): Throttled<Value> {
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  });
  const throttled = useMemo(() => throttle((value: Value) => latest.current(value), gapMs), [gapMs]);
  useEffect(() => () => throttled.flush(), [throttled]);
  return throttled;
}
