import { MadLoop } from '../../src/element/madLoop';
import { KEYS, SCHEMA } from '../../src/engine/experiment';
import { KEY_HELP } from '../../src/engine/keyHelp';
import type { KeySpec } from '../../src/engine/keys/key';
import { allowedText, defaultText } from '../../src/engine/keyText';
import { attributeName } from '../../src/engine/names';
import { CONTROL_NAMES } from '../../src/ui/view/controls';
import { LOCALES, ORIGINS, RUN, THEMES } from '../../src/ui/view/view';

interface Attribute {
  readonly name: string;
  readonly description: string;
  readonly type: { readonly text: string };
  readonly default?: string;
}

interface Member {
  readonly kind: 'field' | 'method';
  readonly name: string;
  readonly description: string;
  readonly text: string;
  readonly readonly?: boolean;
  readonly parameters?: readonly { readonly name: string; readonly type: { readonly text: string }; readonly default?: string }[];
}

const attribute = (name: string, text: string, description: string, fallback?: string): Attribute => ({
  name,
  description,
  type: { text },
  ...(fallback !== undefined && { default: fallback }),
});

const union = (...values: readonly string[]) => values.map((value) => `"${value}"`).join(' | ');

const OWN: readonly Attribute[] = [
  attribute('src', 'string', 'address of embed.html', 'the one beside the script'),
  attribute('height', 'number', 'height in pixels that is kept free until the frame says its own', 'by width and view'),
  attribute('title', 'string', 'what a screen reader calls the frame'),
  attribute('theme', union(...THEMES), 'colours of the frame; auto follows the reader’s system', THEMES[0]),
  attribute('view', union(...ORIGINS), 'what is shown', ORIGINS[0]),
  attribute('run', union(...RUN), 'what starts it: the reader’s click, coming into sight, or loading', RUN[0]),
  attribute('hide', 'string', `comma list of controls that are left out: ${CONTROL_NAMES.join(', ')}`, ''),
  attribute('lock', 'string', 'comma list of controls that are shown and can’t be moved, the same names', ''),
  attribute('locale', union(...LOCALES), 'the language', LOCALES[0]),
];

const MEMBERS: readonly Member[] = [
  { kind: 'field', name: 'experiment', text: 'Experiment', description: 'the experiment that the frame shows; keys that are set become attributes' },
  { kind: 'field', name: 'generation', text: 'number', readonly: true, description: 'the generation that is shown, 0 before the first one' },
  { kind: 'field', name: 'status', text: 'Status', readonly: true, description: 'as the frame last said' },
  { kind: 'field', name: 'ready', text: 'boolean', readonly: true, description: 'whether the frame is there and takes commands' },
  { kind: 'method', name: 'run', text: 'Promise<void>', description: 'starts or goes on' },
  { kind: 'method', name: 'pause', text: 'Promise<void>', description: 'holds after the present generation' },
  { kind: 'method', name: 'step', text: 'Promise<void>', description: 'computes one generation' },
  { kind: 'method', name: 'reset', text: 'Promise<void>', description: 'goes back to the real data' },
  { kind: 'method', name: 'getState', text: 'Promise<FrameState>', description: 'a small description of the run, to be kept and set again' },
  {
    kind: 'method',
    name: 'setState',
    text: 'Promise<void>',
    description: 'computes anew to where a state was, to the same numbers',
    parameters: [{ name: 'state', type: { text: 'FrameState' } }],
  },
  {
    kind: 'method',
    name: 'toBlob',
    text: 'Promise<Blob>',
    description: 'what is shown as a picture, or the numbers as a file',
    parameters: [{ name: 'type', type: { text: 'ExportType' }, default: '"image/svg+xml"' }],
  },
];

const EVENTS = [
  { name: 'mad-generation', type: { text: 'CustomEvent<GenerationDetail>' }, description: 'a generation of a loop is shown' },
  { name: 'mad-complete', type: { text: 'CustomEvent<CompleteDetail>' }, description: 'the last generation is shown' },
  { name: 'mad-error', type: { text: 'CustomEvent<ErrorDetail>' }, description: 'something was refused, repaired, or failed' },
];

/** What an attribute may be set to, as a type. A text that may be a number is one, too. */
function typeOf(spec: KeySpec): string {
  if (spec.type === 'choice') return union(...spec.options.map(({ id }) => id));
  if (spec.type === 'text') return 'string | number';
  return spec.type === 'integer' || spec.type === 'number' ? 'number' : 'string';
}

function experimentAttributes(): Attribute[] {
  return KEYS.filter((key) => !(SCHEMA[key] as KeySpec).isPrivate).map((key) => {
    const spec: KeySpec = SCHEMA[key];
    const allowed = allowedText(key);
    return attribute(
      attributeName(key),
      typeOf(spec),
      `${KEY_HELP[key]}${allowed === '' || spec.type === 'choice' ? '' : ` (${allowed})`}`,
      defaultText(key),
    );
  });
}

/** Throws where the table above and the class have come apart. */
function checkMembers(): void {
  const inherited = ['constructor', 'connectedCallback', 'connectedMoveCallback', 'disconnectedCallback'];
  const real = Object.getOwnPropertyNames(MadLoop.prototype).filter((name) => !inherited.includes(name));
  const told = MEMBERS.map(({ name }) => name);
  const apart = [...real.filter((name) => !told.includes(name)), ...told.filter((name) => !real.includes(name))];
  if (apart.length > 0) throw new Error(`scripts/package/manifest.ts and the element differ in ${apart.join(', ')}`);
}

/** custom-elements.json: what editors and documentation tools know of `<mad-loop>`. */
export function manifest(): object {
  checkMembers();
  const members = MEMBERS.map(({ kind, text, ...rest }) => ({
    kind,
    ...rest,
    ...(kind === 'field' ? { type: { text } } : { return: { type: { text } } }),
  }));
  const exported = (kind: string, name: string) => ({ kind, name, declaration: { name: 'MadLoop', module: 'index.js' } });
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: 'index.js',
        declarations: [
          {
            kind: 'class',
            name: 'MadLoop',
            tagName: 'mad-loop',
            customElement: true,
            superclass: { name: 'HTMLElement' },
            description: 'An experiment of MAD Lab: generative models trained, generation after generation, on what generative models made.',
            attributes: [...OWN, ...experimentAttributes()],
            members,
            events: EVENTS,
            slots: [{ name: '', description: 'a link and a picture, shown where the script did not run or the frame can’t be reached' }],
          },
        ],
        exports: [exported('js', 'MadLoop'), exported('custom-element-definition', 'mad-loop')],
      },
    ],
  };
}
