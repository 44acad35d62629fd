import type { Page } from '@playwright/test';

/** Gathers what goes wrong without being seen: errors, rejections, the console's complaints, requests that fail or leave our server. */
export function watchFaults(page: Page, origin: string): string[] {
  const faults: string[] = [];
  const isOurs = (url: string) => url.startsWith(origin);
  page.on('pageerror', ({ stack, message }) => faults.push(`error: ${stack ?? message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('crash', () => faults.push('the page crashed'));
  page.on('request', (request) => {
    const isFollowed = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (!isFollowed && !isOurs(request.url()) && /^(https?|wss?):/.test(request.url())) faults.push(`a request leaves the page: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // a page that is left, or a worker that is ended, lets its requests go
    if (isOurs(request.url()) && reason !== 'net::ERR_ABORTED') faults.push(`${reason}: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (isOurs(response.url()) && response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
  });
  return faults;
}

/** What a program says where a person should read words or numbers: in text that is seen, in names for the ear, in what is drawn. */
export function badWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bad = /\b(NaN|undefined|Infinity)\b|\[object /;
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (!bad.test(node.nodeValue ?? '') || !parent || parent.closest('script, style')) continue;
      if (parent.checkVisibility({ visibilityProperty: true })) found.push(`text: ${parent.textContent}`.slice(0, 300));
    }
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        // an address quotes the reader
        if (name !== 'href' && bad.test(value)) found.push(`${element.tagName} ${name}: ${value}`.slice(0, 300));
      }
      if (element instanceof HTMLInputElement && bad.test(element.value)) found.push(`field: ${element.value}`);
    }
    return found;
  });
}
