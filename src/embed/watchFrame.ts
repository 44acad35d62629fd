/** Whether any of the frame is in the reader's sight, wherever the host's page is scrolled to. */
export function watchFrame(changed: (seen: boolean) => void): void {
  const observer = new IntersectionObserver((entries) => changed(entries.at(-1)?.isIntersecting ?? true));
  observer.observe(document.documentElement);
}
