import fields from '../forms/Fields.module.css';
import type { ControlName } from '../view/controls';
import styles from './Embed.module.css';
import type { EmbedChoice } from './embedSnippet';

type Options<Key extends keyof EmbedChoice> = Readonly<Record<EmbedChoice[Key] & string, string>>;

const FORMS: Options<'variant'> = {
  iframe: 'iframe that fits itself',
  alone: 'iframe alone, where scripts are stripped',
  element: 'mad-loop element',
  markdown: 'Markdown, a picture with a link',
  address: 'address, for editors that ask for one',
};
const VIEWS: Options<'view'> = { both: 'samples and scores', samples: 'samples', scores: 'scores' };
const STARTS: Options<'run'> = { click: 'when the reader clicks', visible: 'when it is seen' };
const GROUNDS: Options<'background'> = { own: 'its own', transparent: 'that of the page' };
const THEMES: Options<'theme'> = { auto: 'the reader’s own', light: 'light', dark: 'dark', projector: 'projector' };

interface Tick {
  readonly key: 'hide' | 'lock';
  /** what the view key says */
  readonly name: ControlName;
  readonly label: string;
}

const TICKS: readonly Tick[] = [
  { key: 'hide', name: 'controls', label: 'leave out the settings' },
  { key: 'hide', name: 'narration', label: 'leave out the sentences' },
  { key: 'lock', name: 'controls', label: 'lock the settings' },
  { key: 'lock', name: 'speed', label: 'lock the speed' },
];

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

function Select<Value extends string>({ label, value, options, onChange }: SelectProps<Value>) {
  return (
    <label className="mute">
      {label}
      <select className={fields.field} value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {(Object.keys(options) as Value[]).map((id) => (
          <option key={id} value={id}>
            {options[id]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How a figure looks and starts in somebody's page. */
export function EmbedChoices({ choice, onChange }: { choice: EmbedChoice; onChange: (choice: EmbedChoice) => void }) {
  const set = (part: Partial<EmbedChoice>) => onChange({ ...choice, ...part });
  const isTicked = ({ key, name }: Tick) => choice[key].includes(name);
  const toggle = (tick: Tick) => {
    const { key, name } = tick;
    set({ [key]: isTicked(tick) ? choice[key].filter((other) => other !== name) : [...choice[key], name] });
  };
  return (
    <>
      <div className={styles.choices}>
        <Select label="As" value={choice.variant} options={FORMS} onChange={(variant) => set({ variant })} />
        <Select label="Shows" value={choice.view} options={VIEWS} onChange={(view) => set({ view })} />
        <Select label="Starts" value={choice.run} options={STARTS} onChange={(run) => set({ run })} />
        <Select label="Ground" value={choice.background} options={GROUNDS} onChange={(background) => set({ background })} />
        <Select label="Colours" value={choice.theme} options={THEMES} onChange={(theme) => set({ theme })} />
      </div>
      <div className={styles.ticks}>
        {TICKS.map((tick) => (
          <label key={tick.label}>
            <input type="checkbox" checked={isTicked(tick)} onChange={() => toggle(tick)} />
            {tick.label}
          </label>
        ))}
      </div>
    </>
  );
}
