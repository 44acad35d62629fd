import { describe, expect, it } from 'vitest';
import { KEYS } from '../../engine/experiment';
import { VIEW_KEYS } from '../../engine/experimentText';
import { THEMES } from '../theme';
import { CONTROL_NAMES, type ControlName, KEY_CONTROLS } from './controlNames';
import { controlState } from './controls';
import { readView, VIEW_VALUES } from './view';

const bare = { theme: null, hide: new Set(), lock: new Set(), run: 'click', view: 'both', locale: 'en', parentOrigin: null, notes: [] };

describe('view keys', () => {
  it('have defaults, and leave every other key alone', () => {
    expect(readView('')).toEqual(bare);
    expect(readView('?v=1&seed=3&backend=cpu&compare=v%3D1&watch=2&hidden=x')).toEqual(bare);
  });

  it('match without regard to case and hyphens', () => {
    expect(
      readView('?Theme=DARK&HIDE=Initial-Real,%20generation-shown&lock=SEED&Run=Visible&view=Scores&parent-origin=https://host.example'),
    ).toEqual({
      ...bare,
      theme: 'dark',
      hide: new Set(['initialReal', 'generationShown']),
      lock: new Set(['seed']),
      run: 'visible',
      view: 'scores',
      parentOrigin: 'https://host.example',
    });
  });

  it.each([
    ['theme=sepia', 'theme=sepia is not known. Allowed: auto, light, dark, projector. auto was taken.'],
    ['run=', 'run= is not known. Allowed: click, visible, auto. click was taken.'],
    ['view=all', 'view=all is not known. Allowed: both, samples, scores. both was taken.'],
    ['locale=de', 'locale=de is not known. Allowed: en. en was taken.'],
    ['hide=wat', `hide: “wat” is not known. Allowed: ${CONTROL_NAMES.join(', ')}. It was ignored.`],
    ['lock=wat,seed,', `lock: “wat” is not known. Allowed: ${CONTROL_NAMES.join(', ')}. seed was taken.`],
    [
      'parentOrigin=https://host.example/',
      'parentOrigin=https://host.example/ is not an origin. Allowed: scheme, host and port alone, such as https://example.org. No page may command this one.',
    ],
  ])('a note for %s names key, value and what is allowed', (query, message) => {
    const { notes } = readView(`?${query}`);
    expect(notes.map((note) => note.message)).toEqual([message]);
    expect(query.startsWith(notes[0]?.key ?? '?')).toBe(true);
  });

  it.each(['null', '*', 'host.example', 'http:host.example', 'file:///', 'javascript:alert(1)', 'https://HOST.example', 'https://host.example:443'])(
    'no page may command one whose link has parentOrigin=%s',
    (origin) => {
      const { parentOrigin, notes } = readView(`?parentOrigin=${encodeURIComponent(origin)}`);
      expect(parentOrigin).toBeNull();
      expect(notes).toHaveLength(1);
    },
  );

  it('cut what they quote short', () => {
    for (const key of ['theme', 'hide', 'parentOrigin'])
      expect(readView(`?${key}=${'x'.repeat(100_000)}`).notes[0]?.message.length).toBeLessThan(700);
    expect(() => readView('?%E0%A4%A&hide=%&=&&')).not.toThrow();
  });

  it('are those that links keep, and themes those of the page', () => {
    const read = Object.keys(bare).filter((key) => key !== 'notes');
    expect(VIEW_KEYS).toEqual(expect.arrayContaining(read));
    expect(VIEW_VALUES.theme).toEqual(THEMES);
  });
});

describe('names of controls', () => {
  it('are unlike each other, and name every experiment key but those without a control', () => {
    const plain = CONTROL_NAMES.map((name) => name.toLowerCase());
    expect(new Set(plain).size).toBe(plain.length);
    expect(KEYS.filter((key) => !(KEY_CONTROLS as readonly string[]).includes(key))).toEqual(['v', 'scores', 'changes']);
  });

  it('hide over lock, and groups over what they hold', () => {
    const state = (query: string, name: ControlName) => controlState(readView(query), name);
    expect(state('', 'seed')).toBe('shown');
    expect(state('?lock=seed', 'seed')).toBe('locked');
    expect(state('?lock=seed&hide=seed', 'seed')).toBe('hidden');
    expect(state('?lock=controls', 'bias')).toBe('locked');
    expect(state('?lock=controls', 'diagram')).toBe('locked');
    expect(state('?lock=controls&hide=advanced', 'k')).toBe('hidden');
    expect(state('?hide=advanced', 'memory')).toBe('shown');
    expect(state('?hide=controls', 'run')).toBe('shown');
  });
});
