import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Preset } from '../../src/presets/preset';
import { presetId } from '../../src/presets/presetId';
import { presetQuery } from '../../src/presets/presetQuery';
import { PRESETS } from '../../src/presets/presets';
import { presetFiles } from '../build/presetPages';
import { siteUrl } from '../build/siteUrl';
import { parametersOf } from './parameters';
import { presetPage } from './presetPage';

const HOME = readFileSync('index.html', 'utf8');
const SITE = 'https://example.org/lab/';
const files = presetFiles(HOME, null);
const shared = presetFiles(HOME, SITE);
const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** Of all links, frames and pictures of a page. */
const addressesIn = (page: string) => [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => unescaped(address));

it('every preset has a page, in a list of them all', () => {
  expect([...files.keys()].toSorted()).toEqual(['preset/index.html', ...PRESETS.map((preset) => `preset/${presetId(preset)}/index.html`)].toSorted());
  for (const preset of PRESETS) expect(files.get('preset/index.html')).toContain(`href="${presetId(preset)}/"`);
});

describe.each(PRESETS.map((preset) => [preset.title, preset] as const))('the page of “%s”', (_, preset) => {
  const path = `preset/${presetId(preset)}/index.html`;
  const page = files.get(path) ?? '';

  it('opens and frames exactly its experiment', () => {
    const query = `?${presetQuery(preset)}`;
    const addresses = addressesIn(page);
    expect(addresses).toContain(`../../${query}`);
    expect(addresses.some((address) => address.startsWith(`../../embed.html${query}&view=`))).toBe(true);
  });

  it('says what to look for, what is known, and every parameter that is set', () => {
    const text = unescaped(page);
    for (const words of [preset.title, preset.look, preset.published?.source ?? '', preset.published?.says ?? '']) expect(text).toContain(words);
    for (const [name] of new URLSearchParams(preset.query)) expect(parametersOf(preset.query).map(({ key }) => key)).toContain(name);
    for (const { label, value } of parametersOf(preset.query)) {
      expect(text).toContain(label);
      expect(text).toContain(value);
    }
  });

  it('needs nothing of another site, and nothing that is not there', () => {
    for (const address of addressesIn(page)) expect(address).not.toMatch(/^(https?:|\/)/);
    expect(page).not.toMatch(/og:|oembed|canonical/);
    for (const picture of addressesIn(page).filter((address) => address.endsWith('.svg')))
      expect(existsSync(new URL(picture, new URL(path, new URL('../../public/', import.meta.url)))), picture).toBe(true);
  });

  it('is known to other sites where its address is', () => {
    const known = shared.get(path) ?? '';
    expect(known).toContain(`<link rel="canonical" href="${SITE}preset/${presetId(preset)}/" />`);
    expect(known).toContain(`<meta property="og:image" content="${SITE}presets/og/${presetId(preset)}.png" />`);
    expect(known).toContain(`href="${SITE}oembed/${presetId(preset)}.json"`);
    const answer = JSON.parse(shared.get(`oembed/${presetId(preset)}.json`) ?? '');
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_url: SITE, thumbnail_url: `${SITE}presets/og/${presetId(preset)}.png` });
    for (const size of ['width', 'height', 'thumbnail_width', 'thumbnail_height']) expect(answer[size]).toBeGreaterThan(0);
    const frame = addressesIn(answer.html)[0] ?? '';
    expect(frame.startsWith(`${SITE}embed.html?v=1`) && frame.endsWith(presetQuery(preset)), frame).toBe(true);
  });
});

it('words of a preset are text, never markup', () => {
  const hostile: Preset = { title: '<img src=x onerror=alert(1)>', look: '"><script>alert(2)</script>&', query: 'bias=0.7' };
  const page = presetPage(hostile, hostile, hostile, SITE);
  expect(page).not.toContain('<img src=x');
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).toContain('&quot;&gt;&lt;script&gt;alert(2)&lt;/script&gt;&amp;');
});

it('the page itself is known to other sites, too, once', () => {
  const page = shared.get('index.html') ?? '';
  expect(page.match(/og:title/g)).toHaveLength(1);
  expect(page).toContain('<meta property="og:title" content="MAD Lab: what happens when AI trains on AI?" />');
  expect(page).toMatch(/property="og:description" content="Watch generative models/);
  expect(presetFiles(page, 'https://other.example/').get('index.html')).not.toContain(SITE);
});

describe('SITE_URL', () => {
  it('is a folder, with or without its slash, or left out', () => {
    expect(siteUrl('https://example.org/lab')).toBe(SITE);
    expect(siteUrl(SITE)).toBe(SITE);
    expect(siteUrl('')).toBeNull();
    expect(siteUrl(undefined)).toBe(siteUrl());
  });

  it.each(['example.org', 'ftp://example.org/', 'https://example.org/?a=1', 'https://example.org/#a', 'https://me:secret@example.org/'])(
    'stops the build as “%s”',
    (text) => expect(() => siteUrl(text)).toThrow(/^SITE_URL=.*as https:\/\/example\.org\/mad-lab\//),
  );
});
