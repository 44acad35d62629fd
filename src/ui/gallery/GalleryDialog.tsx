import { Dialog } from '../dialogs/Dialog';
import { closeDialog } from '../dialogs/openDialog';
import { openPreset, presetAddress } from '../header/openPreset';
import type { Preset } from '../text/presets';
import styles from './Gallery.module.css';
import { GALLERY } from './groups';
import { thumbnailPath, thumbnailWords } from './thumbnail';

/** One target: the whole card is the preset's link. Its title comes first for those who hear it, below the picture for those who see it. */
function Card({ preset }: { preset: Preset }) {
  const { title, look, published } = preset;
  return (
    <a
      className={styles.card}
      href={presetAddress(preset)}
      onClick={(event) => {
        if (openPreset(event, preset)) closeDialog();
      }}
    >
      <strong className={styles.title}>{title}</strong>{' '}
      <img className={styles.picture} src={thumbnailPath(preset)} width={300} height={100} alt="" loading="lazy" decoding="async" />
      <span className={styles.seen}>{thumbnailWords(preset)}</span>{' '}
      <span className={styles.words}>
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
