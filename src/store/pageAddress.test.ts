import { describe, expect, it, vi } from 'vitest';
import { pageOf } from './pageAddress';

describe('the page that links lead to', () => {
  it.each([
    ['https://lab.example/?v=1#x', 'https://lab.example/'],
    ['https://lab.example/lab/index.html?v=1', 'https://lab.example/lab/index.html'],
    ['https://lab.example/lab/embed.html?v=1&parentOrigin=https://blog.example', 'https://lab.example/lab/'],
    ['https://lab.example/?compare=%2Fembed.html', 'https://lab.example/'],
  ])('of %s is %s', (href, page) => {
    expect(pageOf({ href })).toBe(page);
  });

  it.each([
    ['', 'file:///home/teacher/mad-lab.html'],
    ['https://lab.example/', 'https://lab.example/'],
  ])('of a file that was made at “%s” is %s', (content, page) => {
    vi.stubGlobal('document', { querySelector: () => ({ content }) });
    expect(pageOf({ href: 'file:///home/teacher/mad-lab.html?v=1' })).toBe(page);
    vi.unstubAllGlobals();
  });
});
