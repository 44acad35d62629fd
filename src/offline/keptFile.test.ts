import { describe, expect, it } from 'vitest';
import { isEmbed, isPage, keptFile } from './keptFile';

const SCOPE = 'https://school.example/lab/';
const KEPT = new Set(['index.html', 'preset/replace/index.html', 'presets/replace.svg', 'digits/14/train-00.bin'].map((path) => SCOPE + path));
const kept = (path: string, navigates: boolean) => keptFile(SCOPE + path, navigates, (address) => KEPT.has(address));

describe('a kept file answers', () => {
  it.each(['', '?model=vae&seed=7', 'index.html', 'index.html?v=1#top'])('the page at “%s”', (path) => {
    expect(kept(path, true)).toBe(`${SCOPE}index.html`);
  });

  it('a preset page, whatever its query', () => {
    expect(kept('preset/replace/?from=mail', true)).toBe(`${SCOPE}preset/replace/index.html`);
  });

  it('a part of the page under its very address alone', () => {
    expect(kept('digits/14/train-00.bin', false)).toBe(`${SCOPE}digits/14/train-00.bin`);
    expect(kept('digits/14/train-00.bin?fresh', false)).toBeNull();
    expect(kept('?model=vae', false)).toBeNull();
  });
});

it.each(['embed.html?model=vae', 'embed/app.js', 'mad-lab.html', 'article/', 'elsewhere.html'])('“%s” is left to the network', (path) => {
  expect(kept(path, true)).toBeNull();
  expect(keptFile(`https://other.example/lab/${path}`, true, (address) => KEPT.has(address))).toBeNull();
});

it('tells the embed from the page, and both from those of another folder', () => {
  expect(isEmbed(`${SCOPE}embed.html?model=vae#x`, SCOPE)).toBe(true);
  for (const other of [SCOPE, `${SCOPE}article/embed.html`, 'https://school.example/embed.html', 'about:blank', ''])
    expect(isEmbed(other, SCOPE), other).toBe(false);
  expect([SCOPE, `${SCOPE}?v=1`, `${SCOPE}index.html#x`].every((address) => isPage(address, SCOPE))).toBe(true);
  expect([`${SCOPE}embed.html`, `${SCOPE}preset/`, 'https://school.example/'].some((address) => isPage(address, SCOPE))).toBe(false);
});
