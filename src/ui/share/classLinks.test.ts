import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseExperiment, parseQuery } from '../../engine/experimentText';
import { readDesk } from '../../store/desk';
import { accessOf } from '../view/access';
import { CONTROL_NAMES, type ControlName } from '../view/controls';
import { readView, themeIn } from '../view/view';
import { classLinks } from './classLinks';
import { type ClassChoice, FIRST_CLASS, TOUCHES } from './classTouch';
import { classWords } from './classWords';

const PAGE = { href: 'https://lab.example/lab/' };
const experiment = parseExperiment({ dataset: 'long-tail', seed: 7, changes: '5:bias=0.5', backend: 'wasm' }).experiment;
const choices: fc.Arbitrary<ClassChoice> = fc.record({
  touched: fc.subarray(TOUCHES.map(({ id }) => id)).map((ids) => new Set(ids)),
  rest: fc.constantFrom('hide', 'lock'),
  desks: fc.boolean(),
});

const SETTINGS = TOUCHES.filter(({ isSetting }) => isSetting).flatMap(({ names }) => names);

/** What a link leaves of a control: of a setting also what it leaves of all of them. */
function accessIn(link: string, name: ControlName) {
  const { view, notes } = readView(new URL(link).search);
  expect(notes).toEqual([]);
  const around: ControlName[] = SETTINGS.includes(name) ? ['controls'] : [];
  const left = [name, ...around].map((each) => accessOf([{ by: 'link', hide: view.hide, lock: view.lock }], each));
  return left.find((access) => access !== 'shown') ?? 'shown';
}

it('whatever is ticked, the pupils’ link leaves exactly that to them, and hides or locks the rest of what may be ticked', () => {
  fc.assert(
    fc.property(choices, (choice) => {
      const { pupils } = classLinks(experiment, PAGE, choice);
      for (const { id, names } of TOUCHES) {
        const expected = choice.touched.has(id) ? 'shown' : choice.rest === 'hide' ? 'hidden' : 'locked';
        for (const name of names) expect([name, accessIn(pupils, name)]).toEqual([name, expected]);
      }
      const ticked = new Set(TOUCHES.flatMap(({ names }) => names));
      for (const name of CONTROL_NAMES) if (!ticked.has(name) && name !== 'controls') expect(accessIn(pupils, name), name).toBe('shown');
    }),
  );
});

it('every class link holds the experiment; with a seed for each desk all but that', () => {
  fc.assert(
    fc.property(choices, fc.integer({ min: 1, max: 999 }), (choice, desk) => {
      const { pupils, teacher, ofDesk } = classLinks(experiment, PAGE, choice);
      expect(parseQuery(new URL(teacher).search)).toEqual({ experiment, notes: [] });
      expect(parseQuery(new URL(pupils).search)).toEqual({ experiment: { ...experiment, seed: choice.desks ? 1 : 7 }, notes: [] });
      expect(readDesk(ofDesk(desk))).toEqual({ desk, notes: [] });
      expect(readDesk(pupils)).toEqual({ desk: choice.desks ? 'asked' : null, notes: [] });
    }),
  );
});

it('what the teacher’s own page hides, locks and looks like stays there, what it compares with goes along', () => {
  const here = { href: `${PAGE.href}?v=1&Hide=share&lock=seed&theme=dark&compare=v%3D1%26seed%3D9&view=samples#desk=4` };
  const { pupils, teacher } = classLinks(experiment, here, { ...FIRST_CLASS, touched: new Set(TOUCHES.map(({ id }) => id)) });
  expect(new URL(pupils).search).not.toMatch(/hide|lock|theme/i);
  expect([themeIn(new URL(teacher).search), teacher.includes('lock')]).toEqual(['projector', false]);
  for (const link of [pupils, teacher]) {
    expect(new URL(link).searchParams.get('compare')).toBe('v=1&seed=9');
    expect(new URL(link).searchParams.get('view')).toBe('samples');
  }
});

it('the words say what is left to the pupils', () => {
  expect(classWords({ touched: new Set(['run', 'bias']), rest: 'lock', desks: false }, 7)).toEqual([
    expect.stringContaining('Pupils see'),
    'They can use: Run, Step and Reset and sampling bias λ.',
    expect.stringMatching(/^They see, but cannot change: Speed, the timeline, .* and Share and Export\.$/),
    'Every desk has seed 7, and the same numbers.',
  ]);
  expect(classWords({ ...FIRST_CLASS, touched: new Set() }, 7)[1]).toBe('They can touch nothing else.');
});
