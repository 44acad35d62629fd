/** A token bucket: full at first, refilled as time goes by. */
export interface Allowance {
  /** Takes a token; false if there is none. */
  take(): boolean;
}

/** @param perSecond tokens that come back in a second. @param now milliseconds of a clock that never runs backwards by much. */
export function createAllowance(capacity: number, perSecond: number, now: () => number): Allowance {
  let left = capacity;
  let last = now();
  return {
    take() {
      const time = now();
      left = Math.min(capacity, left + (Math.max(0, time - last) / 1000) * perSecond);
      last = time;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
