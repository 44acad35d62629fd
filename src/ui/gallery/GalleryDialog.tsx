import { useId } from 'react';
import { Dialog } from '../dialogs/Dialog';
import { closeDialog } from '../dialogs/openDialog';
import { openPreset, presetAddress } from '../header/openPreset';
import type { Preset } from '../text/presets';
import styles from './Gallery.module.css';
import { GALLERY } from './groups';
import { thumbnailPath, thumbnailWords } from './thumbnail';

/** One target: the whole card is the preset's link, named by its title. */
function Card({ preset }: { preset: Preset }) {
  const id = useId();
  const { title, look, published } = preset;
  return (
    <a
      className={styles.card}
      href={presetAddress(preset)}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}picture ${id}words`}
      onClick={(event) => {
        if (openPreset(event, preset)) closeDialog();
      }}
    >
      <img className={styles.picture} src={thumbnailPath(preset)} width={300} height={100} alt="" loading="lazy" decoding="async" />
      <span id={`${id}picture`} className={styles.mute} aria-hidden="true">
        {thumbnailWords(preset)}
      </span>
      <strong id={`${id}title`} className={styles.title}>
        {title}
      </strong>
      {/* hidden only as part of the name: the description reads it */}
      <span id={`${id}words`} className={styles.words} aria-hidden="true">
        {look}
        {published && <span className={styles.mute}>{published.source}</span>}
      </span>
    </a>
  );
}

/** All presets at a glance; each picture was drawn from a run of exactly that preset (`npm run thumbnails`). */
export default function GalleryDialog() {
  return (
    <Dialog title="All presets" wide>
      <p className={styles.lead}>Every picture comes from a real run of its preset. Choose one, then press Run: it is computed anew, here.</p>
      {GALLERY.map(({ name, about, presets }) => (
        <section key={name} className={styles.group} aria-label={name}>
          <h3>{name}</h3>
          <p className={styles.mute}>{about}</p>
          <ul className={styles.cards}>
            {presets.map((preset) => (
              <li key={preset.title}>
                <Card preset={preset} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
