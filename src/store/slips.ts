/** What a browser tells as an error though nothing of ours failed. */
const HARMLESS = /ResizeObserver loop/;

/** An error of the page itself, shortened, in words; null where it is none of ours: extensions and other sites' scripts come without an Error. */
export function slipWords(error: unknown): string | null {
  if (!(error instanceof Error) || HARMLESS.test(error.message)) return null;
  const { message } = error;
  const short = message.length > 200 ? `${message.slice(0, 200)}…` : message;
  return `Something on this page failed (${short}). What is computed stays. If something no longer answers, reload the page.`;
}

/** Tells what nobody caught: errors, and promises that failed with nobody waiting for them. */
export function watchSlips(told: (words: string) => void): void {
  const tell = (error: unknown) => {
    const words = slipWords(error);
    if (words) told(words);
  };
  window.addEventListener('error', ({ error }) => tell(error));
  window.addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}
