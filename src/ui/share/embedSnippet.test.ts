import { expect, it } from 'vitest';
import { parseExperiment, parseQuery, printQuery } from '../../engine/experimentText';
import { readQuery } from '../../engine/query';
import { type EmbedChoice, type EmbedContent, embedSnippet, FIRST_CHOICE, frameAddress } from './embedSnippet';

const EXPERIMENT = parseExperiment({ dataset: 'moons', initialReal: 100, loop: 'fresh-data', changes: '5:real=10,bias=0.5;9:real=0' }).experiment;

const content: EmbedContent = {
  pairs: readQuery(printQuery(EXPERIMENT)),
  fragment: '',
  folder: 'https://lab.example/mad/',
  title: 'MAD Lab: Moons',
  height: { poster: 547, figure: 1557, alone: 879 },
  curves: '',
  poster: { file: 'moons.png', alt: 'Two moons', width: 760, height: 500 },
};

const readText = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The attributes of the first element of a name, read as simply as can be. */
function attributesOf(html: string, name: string): Record<string, string> {
  const tag = new RegExp(`<${name}((?: [a-z-]+(?:="[^"]*")?)*)>`).exec(html)?.[1] ?? '';
  return Object.fromEntries([...tag.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [key, readText(value)]));
}

it('the frame’s address and the element’s attributes hold the experiment as it is on the screen, and what was chosen', () => {
  const choice = { ...FIRST_CHOICE, view: 'samples', run: 'visible', theme: 'dark', hide: ['settings', 'speed'], lock: ['bias'] } as const;
  const frame = attributesOf(embedSnippet(content, { ...choice, variant: 'iframe' }), 'iframe');
  expect(frame.src).toBe(frameAddress(content, choice));
  const { searchParams, search } = new URL(frame.src);
  expect(parseQuery(search)).toEqual({ experiment: EXPERIMENT, notes: [] });
  for (const [key, value] of Object.entries({ view: 'samples', run: 'visible', theme: 'dark', hide: 'settings,speed', lock: 'bias' }))
    expect(searchParams.get(key)).toBe(value);
  expect(frame).toMatchObject({ title: 'MAD Lab: Moons', sandbox: expect.not.stringContaining('same-origin') });

  const { title, view, run, theme, hide, lock, ...keys } = attributesOf(embedSnippet(content, { ...choice, variant: 'element' }), 'mad-loop');
  expect(parseExperiment(keys)).toEqual({ experiment: EXPERIMENT, notes: [] });
  expect({ title, view, run, theme, hide, lock }).toEqual({
    ...{ title: 'MAD Lab: Moons', view: 'samples', run: 'visible', theme: 'dark' },
    ...{ hide: 'settings,speed', lock: 'bias' },
  });
});

it('by itself a snippet names no view key, and both variants have picture, alt text and link', () => {
  expect(frameAddress(content, FIRST_CHOICE)).toBe(`https://lab.example/mad/embed.html?${printQuery(EXPERIMENT)}`);
  for (const variant of ['element', 'iframe'] as const) {
    const html = embedSnippet(content, { ...FIRST_CHOICE, variant });
    expect(attributesOf(html, 'img')).toMatchObject({ src: 'moons.png', alt: 'Two moons', width: '760', height: '500' });
    expect(attributesOf(html, 'a').href).toBe(`https://lab.example/mad/?${printQuery(EXPERIMENT)}`);
    expect(html).not.toMatch(/\n\s*\n/);
  }
});

it('no text of an experiment, of a view key or of the words ends its attribute', () => {
  const hostile = '"><script>alert(1)</script><x y="&quot;';
  const texts: EmbedContent = {
    ...content,
    pairs: [['points', hostile]],
    title: hostile,
    poster: { file: `a${hostile}.png`, alt: hostile, width: 1, height: 1 },
  };
  for (const variant of ['element', 'iframe'] as const) {
    const html = embedSnippet(texts, { ...FIRST_CHOICE, variant, hide: [hostile], lock: [hostile] });
    expect(html.match(/<\/?[a-z-]+/g)).toEqual(embedSnippet(content, { ...FIRST_CHOICE, variant }).match(/<\/?[a-z-]+/g));
    expect(attributesOf(html, variant === 'element' ? 'mad-loop' : 'iframe').title).toBe(hostile);
    expect(attributesOf(html, 'img').alt).toBe(hostile);
  }
});

it('a frame is as high as its poster, or as its figure where that comes by itself; lower where nothing fits it', () => {
  const heightOf = (choice: Partial<EmbedChoice>) => attributesOf(embedSnippet(content, { ...FIRST_CHOICE, ...choice }), 'iframe');
  expect(heightOf({})).toMatchObject({ height: '547', frameborder: '0', style: 'border:0' });
  expect(heightOf({ variant: 'alone' }).height).toBe('879');
  expect(heightOf({ run: 'visible' }).height).toBe('1557');
  expect(embedSnippet(content, { ...FIRST_CHOICE, variant: 'alone' })).not.toContain('script>');
});

it('curves and ground are part of the address, and a frame that lets its page through is of that page’s kind', () => {
  const posed = { ...content, curves: '1abc~4~30~recall~0~1~lin~zz' };
  const html = embedSnippet(posed, { ...FIRST_CHOICE, background: 'transparent' });
  const { searchParams } = new URL(attributesOf(html, 'iframe').src);
  expect([searchParams.get('poster'), searchParams.get('background')]).toEqual([posed.curves, 'transparent']);
  expect(attributesOf(html, 'iframe').style).toContain('color-scheme:light dark');
  expect(embedSnippet(posed, { ...FIRST_CHOICE, background: 'transparent', theme: 'dark' })).toContain('color-scheme:dark');
  expect(attributesOf(embedSnippet(posed, { ...FIRST_CHOICE, variant: 'element' }), 'mad-loop').poster).toBe(posed.curves);
});

it('without HTML a picture is the link, or the address is all there is', () => {
  const markdown = embedSnippet({ ...content, title: 'MAD [Lab]: Moons' }, { ...FIRST_CHOICE, variant: 'markdown' });
  expect(markdown).toBe(`[![Two moons](moons.png)](https://lab.example/mad/?${printQuery(EXPERIMENT)})\n*MAD \\[Lab\\]: Moons*`);
  expect(embedSnippet(content, { ...FIRST_CHOICE, variant: 'address' })).toBe(frameAddress(content, FIRST_CHOICE));
});
