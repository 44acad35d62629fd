/** How far the newest run may go, as the page says; an older one that still works sees by it that it is over. */
export function createAllowance() {
  let newest: { readonly runId: number; upTo: number } | null = null;
  let wake = () => {};

  return {
    begin(runId: number, upTo: number): void {
      newest = { runId, upTo };
      wake();
    },
    raise(runId: number, upTo: number): void {
      if (newest?.runId === runId) newest.upTo = Math.max(newest.upTo, upTo);
      wake();
    },
    end(runId: number): void {
      if (newest?.runId === runId) newest = null;
      wake();
    },
    isNewest: (runId: number): boolean => newest?.runId === runId,
    /** Waits until the page allows a generation; false when the run is over. */
    async reaches(runId: number, generation: number): Promise<boolean> {
      for (;;) {
        if (newest?.runId !== runId) return false;
        if (newest.upTo >= generation) return true;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
