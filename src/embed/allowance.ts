/** So much a second, and at most a second's worth at once; no debt lasts longer than a second. */
export function createAllowance(perSecond: number, now: () => number) {
  let left = perSecond;
  let filledAt = now();
  function fill(): void {
    const time = now();
    left = Math.min(perSecond, left + ((time - filledAt) / 1000) * perSecond);
    filledAt = time;
  }
  return {
    isLeft(): boolean {
      fill();
      return left > 0;
    },
    spend(amount: number): void {
      fill();
      left = Math.max(-perSecond, left - amount);
    },
  };
}
