import { describe, expect, it, vi } from 'vitest';
import { pageOf, withKey } from './pageAddress';

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

describe('a key of the view', () => {
  it('is written into the address beside all other keys, and taken out', () => {
    expect(withKey('?v=1&dataset=long-tail', 'watch', '3,7')).toBe('?v=1&dataset=long-tail&watch=3,7');
    expect(withKey('watch=1&v=1&theme=dark', 'watch', '2')).toBe('?v=1&theme=dark&watch=2');
    expect(withKey('?v=1&watch=1', 'watch', null)).toBe('?v=1');
    expect(withKey('', 'watch', null)).toBe('');
  });

  it('replaces one in another spelling, and leaves no tracker behind', () => {
    expect(withKey('?v=1&Parent-Origin=https%3A%2F%2Fa.example&utm_source=news&THEME=dark', 'theme', 'light')).toBe(
      '?v=1&Parent-Origin=https:%2F%2Fa.example&theme=light',
    );
    expect(withKey('v=1&amp;seed=7&amp;compare=v%3D1&fbclid=x', 'compare', 'v=1&seed=8')).toBe('?v=1&seed=7&compare=v=1%26seed=8');
  });
});
