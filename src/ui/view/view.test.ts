import { describe, expect, it } from 'vitest';
import { accessOf, lockedWords, type Rule } from './access';
import { CONTROL_NAMES } from './controls';
import { PLAIN_VIEW, readView, themeIn } from './view';

describe('the view keys of a link', () => {
  it('are the plain view without any', () => {
    expect(readView('?v=1&bias=0.5')).toEqual({ view: PLAIN_VIEW, notes: [] });
  });

  it('match without regard to case and hyphens', () => {
    const { view, notes } = readView('?HIDE=initial-real,RUN&Lock=bias&view=Scores&run=visible&theme=DARK&locale=en');
    expect(view).toEqual({ hide: new Set(['run', 'initialReal']), lock: new Set(['bias']), run: 'visible', view: 'scores' });
    expect(notes).toEqual([]);
  });

  it('are read out of a mangled link as out of a whole one', () => {
    const query = 'v=1&hide=initialReal,run&lock=bias&view=scores&run=visible&theme=dark&parentOrigin=https%3A%2F%2Fblog.example';
    const whole = readView(query);
    expect(whole.notes).toEqual([]);
    for (const mangled of [
      query.replaceAll('&', '&amp;'),
      encodeURIComponent(query),
      `${query})`,
      query.replaceAll('%', '%25'),
      query.replace('initialReal', 'initial%E2%80%91real').replace('parentOrigin', 'parent_origin'),
      query.replace('visible', 'Visible.').replace('dark', 'dark%22'),
    ])
      expect(readView(mangled), mangled).toEqual(whole);
    expect(themeIn('?v=1&amp;Theme=DARK')).toBe('dark');
    expect(themeIn('?theme=pink')).toBeUndefined();
  });

  it('say in short what they do not know', () => {
    const { notes } = readView(
      `hide=${'x,'.repeat(10_000)}&lock=${'y'.repeat(10_000)}&view=a&run=a&theme=a&locale=a&parentOrigin=${'z'.repeat(10_000)}`,
    );
    expect(notes).toHaveLength(5);
    for (const { message } of notes) expect(message.length, message).toBeLessThanOrEqual(220);
    expect(notes[4].message).toContain('theme, locale, parentOrigin');
  });

  it('take an origin as it is', () => {
    expect(readView('?parentOrigin=https%3A%2F%2Fblog.example').notes).toEqual([]);
  });

  it.each(['hide', 'lock'] as const)('%s every control there is', (key) => {
    expect([...readView(`?${key}=${CONTROL_NAMES.join(',')}`).view[key]]).toEqual(CONTROL_NAMES);
  });

  it.each([
    ['hide=everything,run', /hide: “everything” is no control\. Allowed: run, step/],
    ['lock=<script>,run', /lock: “<script>” is no control/],
    ['view=all', /view=all is not known\. Allowed: both, samples, scores\. both was taken/],
    ['run=now', /run=now is not known\. Allowed: click, visible, auto/],
    ['theme=pink', /theme=pink is not known\. Allowed: auto, light, dark, projector/],
    ['parentOrigin=blog.example', /parentOrigin=blog\.example is not an origin such as https:/],
    ['parent-origin=null', /parentOrigin=null is not an origin/],
    ['parentOrigin=file:///home/me.html', /is not an origin/],
    ['locale=de', /locale=de is not known\. Allowed: en\./],
  ])('%s is said to be wrong, with what is allowed', (query, words) => {
    const { notes } = readView(`?${query}`);
    expect(notes.map(({ message }) => message)).toEqual([expect.stringMatching(words)]);
  });
});

describe('what is left of a control', () => {
  const rules: Rule[] = [
    { by: 'link', hide: new Set(['seed']), lock: new Set(['bias']) },
    { by: 'lesson', hide: new Set(), lock: new Set(['seed', 'real']) },
  ];

  it('is the least that link, lesson and host leave', () => {
    expect(accessOf(rules, 'synthetic')).toBe('shown');
    expect(accessOf(rules, 'bias')).toBe('locked');
    expect(accessOf(rules, 'real')).toBe('locked');
    expect(accessOf(rules, 'seed')).toBe('hidden');
    expect(accessOf([], 'seed')).toBe('shown');
  });

  it('has its reason in words', () => {
    expect(lockedWords(rules, 'bias')).toBe('Locked by the link');
    expect(lockedWords(rules, 'real')).toBe('Locked by the lesson');
    expect(lockedWords(rules, 'synthetic')).toBe('');
    expect(lockedWords(rules)).toBe('Locked by the link');
    expect(lockedWords([{ by: 'link', hide: new Set(['seed']), lock: new Set() }])).toBe('');
  });
});
