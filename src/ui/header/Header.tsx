import { useState } from 'react';
import { catalogue } from '../../engine/catalogue';
import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { parseExperiment } from '../../engine/experimentText';
import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { Desk, DeskQuestion } from '../Desk';
import { openDialog } from '../dialogs/openDialog';
import choices from '../forms/Choices.module.css';
import { setTheme, type Theme, useTheme } from '../theme';
import { Control } from '../view/Control';
import { THEMES } from '../view/view';
import styles from './Header.module.css';
import { PresetNote } from './PresetNote';
import { passPresetBy } from './presetOnScreen';

const THEME_NAMES: Record<Theme, string> = { auto: 'Auto', light: 'Light', dark: 'Dark', projector: 'Projector' };

/** Points, digits or text: another experiment with its own defaults; loops, memory with its span, bias, seed and backend stay. */
function switchedTo(model: string, { loop, memory, span, bias, seed, backend }: Experiment): Experiment {
  return parseExperiment({ model, loop: [...loop], memory, ...(memory === 'last' ? { span } : {}), bias, seed, backend }).experiment;
}

function KindChoice() {
  const chosen = useLab(({ draft }) => kindOf(draft).id);
  const choose = (model: string) => {
    const { draft, open } = labStore.getState();
    const next = switchedTo(model, draft);
    passPresetBy(next);
    open(next);
  };
  return (
    <fieldset className={choices.switch}>
      <legend className="visuallyHidden">What the models learn to make</legend>
      {catalogue.kinds.map(({ id, name, model }) => (
        <label key={id}>
          <input type="radio" name="kind" checked={chosen === id} onChange={() => choose(model)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function ThemeChoice() {
  const theme = useTheme();
  return (
    <label className={styles.theme}>
      <span>Theme</span>
      <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
        {THEMES.map((name) => (
          <option key={name} value={name}>
            {THEME_NAMES[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What concerns the whole page; on a phone all but the first choices are one press away. */
export function HeaderActions() {
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.actions} data-off-paper>
      <Control name="kind">
        <KindChoice />
      </Control>
      <Control name="presets">
        <button type="button" onClick={() => openDialog('presets')}>
          Presets
        </button>
      </Control>
      <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Less' : 'More'}
      </button>
      <div className={styles.others} data-open={open}>
        <Control name="share">
          <button type="button" onClick={() => openDialog('share')}>
            Share
          </button>
        </Control>
        <Control name="export">
          <button type="button" onClick={() => openDialog('export')}>
            Export
          </button>
        </Control>
        <Control name="theme">
          <ThemeChoice />
        </Control>
        <Control name="help">
          <button type="button" title="Help and keys (?)" onClick={() => openDialog('help')}>
            Help
          </button>
        </Control>
      </div>
    </div>
  );
}

export function Header() {
  const desk = useLab((state) => state.desk);
  return (
    <>
      <header className={styles.header}>
        <div className={styles.title}>
          <h1>MAD Lab</h1>
          {desk === 'asked' && <DeskQuestion className={styles.desk} />}
          {desk === null && <p>What happens when AI trains on AI?</p>}
          <Desk className={styles.desk} />
        </div>
        <HeaderActions />
      </header>
      <PresetNote />
    </>
  );
}
