import { type CSSProperties, type MouseEvent, useId } from 'react';
import { pictureAddress } from '../../files/classicFiles';
import type { Preset } from '../../presets/preset';
import { Dialog } from '../dialogs/Dialog';
import { closeDialog } from '../dialogs/openDialog';
import { openPreset, presetAddress } from '../header/openPreset';
import { cardWords } from './cardWords';
import styles from './Gallery.module.css';
import { GALLERY } from './groups';
import { thumbnailPath, thumbnailWords } from './thumbnail';

/** One target: the link, named by its title alone, spreads over the whole card. */
function Card({ preset }: { preset: Preset }) {
  const id = useId();
  const { title, look, published } = preset;
  const open = (event: MouseEvent) => {
    if (openPreset(event, preset)) closeDialog();
  };
  return (
    <li className={styles.card}>
      <img className={styles.picture} src={pictureAddress(thumbnailPath(preset))} width={300} height={100} alt="" loading="lazy" decoding="async" />
      <a className={styles.title} href={presetAddress(preset)} aria-describedby={id} onClick={open}>
        {title}
      </a>
      <span className={styles.mute}>{cardWords(preset)}</span>
      <span id={id} className={styles.words}>
        {look}
      </span>
      <span className={styles.mute}>{published?.source ?? thumbnailWords(preset)}</span>
    </li>
  );
}

/** As many side by side as leave the fewest places empty. */
const columnsFor = (cards: number): number => ((4 - (cards % 4)) % 4 <= (3 - (cards % 3)) % 3 ? 4 : 3);

/** All presets at a glance; each picture was drawn from a run of exactly that preset (`npm run thumbnails`). */
export default function GalleryDialog() {
  return (
    <Dialog title="Presets" width="wide">
      <p className={styles.lead}>Every picture comes from a real run of its preset. Choose one, then press Run: it is computed anew, here.</p>
      {GALLERY.map(({ name, about, presets }) => (
        <section key={name} className={styles.group} aria-label={name}>
          <h3>{name}</h3>
          <p className={styles.mute}>{about}</p>
          <ul className={styles.cards} style={{ '--columns': columnsFor(presets.length) } as CSSProperties}>
            {presets.map((preset) => (
              <Card key={preset.title} preset={preset} />
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
