/** Follows a link out of the frame. A sandbox may open no window, and would say nothing: then the link shows its address, to be copied. */
export function openLab(event: {
  preventDefault(): void;
  readonly currentTarget: EventTarget | null;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}): void {
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const opened = window.open(link.href, '_blank');
  if (opened) opened.opener = null;
  else link.textContent = link.href;
}
