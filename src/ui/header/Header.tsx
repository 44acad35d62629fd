import { labStore } from '../../store/labStore';
import { useLab } from '../../store/useLab';
import { openDialog } from '../dialogs/openDialog';
import { setTheme, THEMES, type Theme, useTheme } from '../theme';
import { lockOf, useControl } from '../view/controls';
import styles from './Header.module.css';
import { PresetNote } from './PresetNote';
import { switchedTo } from './switchKind';

const THEME_NAMES: Record<Theme, string> = { auto: 'Auto', light: 'Light', dark: 'Dark', projector: 'Projector' };

function KindChoice() {
  const images = useLab(({ draft }) => draft.model === 'vae');
  const choose = (kind: 'points' | 'images') => {
    const { draft, open } = labStore.getState();
    open(switchedTo(kind, draft));
  };
  return (
    <fieldset className={styles.kinds}>
      <legend className="visuallyHidden">What the models learn to make</legend>
      <label>
        <input type="radio" name="kind" checked={!images} onChange={() => choose('points')} {...lockOf('kind')} />
        <span>Points</span>
      </label>
      <label>
        <input type="radio" name="kind" checked={images} onChange={() => choose('images')} {...lockOf('kind')} />
        <span>Digits</span>
      </label>
    </fieldset>
  );
}

function ThemeChoice() {
  const theme = useTheme();
  return (
    <select
      className={styles.theme}
      aria-label="Theme"
      value={theme}
      onChange={(event) => setTheme(event.target.value as Theme)}
      {...lockOf('theme')}
    >
      {THEMES.map((name) => (
        <option key={name} value={name}>
          {THEME_NAMES[name]}
        </option>
      ))}
    </select>
  );
}

function DialogButton({ of: name, word }: { of: 'presets' | 'share' | 'export'; word: string }) {
  if (useControl(name) === 'hidden') return null;
  return (
    <button type="button" className={styles.action} onClick={() => openDialog(name)} {...lockOf(name)}>
      {word}
    </button>
  );
}

function HelpButton() {
  if (useControl('help') === 'hidden') return null;
  return (
    <button
      type="button"
      className={styles.action}
      aria-label="Help"
      title="Help and keys (?)"
      onClick={() => openDialog('help')}
      {...lockOf('help')}
    >
      ?
    </button>
  );
}

export function Header() {
  return (
    <>
      <header className={styles.header}>
        <div className={styles.title}>
          <h1>MAD Lab</h1>
          <p>What happens when AI trains on AI?</p>
        </div>
        <div className={styles.actions}>
          {useControl('kind') !== 'hidden' && <KindChoice />}
          <DialogButton of="presets" word="Presets" />
          <DialogButton of="share" word="Share" />
          <DialogButton of="export" word="Export" />
          {useControl('theme') !== 'hidden' && <ThemeChoice />}
          <HelpButton />
        </div>
      </header>
      <PresetNote />
    </>
  );
}
