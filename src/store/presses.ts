/** Tells when a pointer or a key goes down; a key that is held repeats itself, and is told once. */
export function watchPresses(pressed: () => void): void {
  // before what the press does
  window.addEventListener('pointerdown', pressed, { capture: true });
  window.addEventListener('keydown', ({ repeat }) => repeat || pressed(), { capture: true });
}
