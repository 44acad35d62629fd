/** Run in the page: targets under 24 x 24 CSS px that the exceptions of WCAG 2.5.8 (spacing, inline) don't allow. */
export function smallTargets(): string[] {
  const SIZE = 24;
  const scope = document.querySelector('dialog[open]') ?? document.body;
  const elements = [...scope.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role=slider]')].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  // a press on its label is a press on it
  const boxOf = (element: Element) =>
    (element.matches('[type=radio], [type=checkbox]') ? (element.closest('label') ?? element) : element).getBoundingClientRect();
  const isInline = (element: Element) =>
    getComputedStyle(element).display === 'inline' &&
    (element.parentElement?.textContent ?? '').trim().length > (element.textContent ?? '').trim().length + 3;
  const targets = elements.map((element) => ({ element, box: boxOf(element) })).filter(({ box }) => box.width > 0);
  const isSmall = ({ box }: { box: DOMRect }) => box.width < SIZE - 0.05 || box.height < SIZE - 0.05;
  const middle = ({ x, y, width, height }: DOMRect) => [x + width / 2, y + height / 2] as const;
  const crowded = targets.filter(isSmall).filter(({ element, box }) => {
    if (isInline(element)) return false;
    const [x, y] = middle(box);
    return targets.some((other) => {
      if (other.element === element) return false;
      if (isSmall(other)) {
        const [otherX, otherY] = middle(other.box);
        if (Math.hypot(otherX - x, otherY - y) < SIZE) return true;
      }
      const across = Math.max(other.box.left - x, 0, x - other.box.right);
      return Math.hypot(across, Math.max(other.box.top - y, 0, y - other.box.bottom)) < SIZE / 2;
    });
  });
  return crowded.map(({ element, box }) => `${element.outerHTML.slice(0, 120)}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`);
}

/** Run in the page: what can't be brought into the window and pressed there, and how far the page scrolls sideways. */
export function unreachable(): string[] {
  const modal = document.querySelector('dialog[open]');
  const scope = modal ?? document.body;
  const found: string[] = [];
  for (const box of [document.documentElement, ...(modal ? [modal] : [])]) {
    const over = box.scrollWidth - box.clientWidth;
    if (over > 0) found.push(`${box.tagName} scrolls sideways by ${over} px`);
  }
  for (const element of scope.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role=slider]')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    // what is seen only where the keyboard stands
    if (getComputedStyle(element).clipPath !== 'none') element.focus();
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const box = element.getClientRects()[0];
    const name = `${element.outerHTML.slice(0, 120)}`;
    if (!box || box.width === 0) continue;
    if (box.left < -0.5 || box.right > innerWidth + 0.5) found.push(`${name} reaches from ${box.left} to ${box.right}`);
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const isIt = hit !== null && (element.contains(hit) || element.closest('label')?.contains(hit));
    if (!isIt) found.push(`${name} lies below ${hit?.outerHTML.slice(0, 120)}`);
  }
  for (const element of scope.querySelectorAll<HTMLElement>('*')) {
    const { overflowX, clipPath } = getComputedStyle(element);
    const cut = element.scrollWidth - element.clientWidth > 1;
    // what is there for screen readers alone is clipped
    if (!cut || overflowX === 'visible' || clipPath !== 'none' || element === modal) continue;
    const canScroll = element.matches('input, select, textarea') || (/auto|scroll/.test(overflowX) && element.matches('[tabindex="0"]'));
    if (!canScroll) found.push(`${element.outerHTML.slice(0, 120)}: ${element.scrollWidth - element.clientWidth} px are cut off`);
  }
  return found;
}
