import { type MouseEvent, useEffect, useRef } from 'react';
import { PRESET_GROUPS, type Preset } from '../text/presets';
import headerStyles from './Header.module.css';
import { openPreset, presetAddress } from './openPreset';
import { PresetFacts } from './PresetFacts';
import styles from './Presets.module.css';

/** Plain lists of links; a click opens them in place, a new tab works as with any link. */
export function Presets() {
  const list = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      if (list.current?.open && !list.current.contains(event.target as Node)) list.current.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !list.current?.open) return;
      list.current.open = false;
      list.current.querySelector('summary')?.focus();
    };
    addEventListener('pointerdown', closeOutside);
    addEventListener('focusin', closeOutside);
    addEventListener('keydown', closeOnEscape);
    return () => {
      removeEventListener('pointerdown', closeOutside);
      removeEventListener('focusin', closeOutside);
      removeEventListener('keydown', closeOnEscape);
    };
  }, []);

  const open = (event: MouseEvent, preset: Preset) => {
    if (openPreset(event, preset) && list.current) list.current.open = false;
  };

  return (
    <details ref={list} className={styles.presets}>
      <summary className={headerStyles.action}>Presets</summary>
      <div className={styles.panel}>
        {PRESET_GROUPS.map(({ name, about, presets }) => (
          <section key={name}>
            <h2>{name}</h2>
            {about && <p className={styles.legend}>{about}</p>}
            <ul>
              {presets.map((preset) => (
                <li key={preset.title}>
                  <a href={presetAddress(preset)} onClick={(event) => open(event, preset)}>
                    {preset.title}
                  </a>
                  <p>{preset.look}</p>
                  {preset.published && <PresetFacts published={preset.published} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}
