/** The one obvious button takes the focus of one that has gone. */
export const focusRun = (): void => document.querySelector<HTMLElement>('[data-run]')?.focus({ preventScroll: true });
