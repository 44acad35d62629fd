import { useState } from 'react';
import type { Experiment } from '../../engine/experiment';
import { openDialog } from '../dialogs/openDialog';
import buttons from '../forms/Buttons.module.css';
import styles from './Class.module.css';
import { ClassChoices } from './ClassChoices';
import { CopyLink } from './CopyLink';
import { classLinks } from './classLinks';
import { FIRST_CLASS } from './classTouch';
import { classWords } from './classWords';
import { DeskCards } from './DeskCards';
import QrCode from './QrCode';

/** Links for pupils, bound as the teacher ticks, and for the projector before them. */
export default function ClassPart({ experiment }: { experiment: Experiment }) {
  const [choice, setChoice] = useState(FIRST_CLASS);
  const { pupils, teacher, ofDesk } = classLinks(experiment, location, choice);
  return (
    <div className={styles.class}>
      {pupils.startsWith('file:') && <p>This page was opened from a disk: these links work on this computer alone.</p>}
      <ClassChoices choice={choice} onChange={setChoice} />
      <ul className={styles.words} aria-label="What pupils will find">
        {classWords(choice, experiment.seed).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <section className={styles.side} aria-label="For pupils">
        <div className={styles.link}>
          <h3>For pupils</h3>
          <CopyLink key={pupils} link={pupils} name="Link for pupils" word="Copy pupils’ link" />
          {choice.desks && <DeskCards experiment={experiment} ofDesk={ofDesk} />}
        </div>
        <QrCode link={pupils} of="the pupils’ link" />
      </section>
      <section className={styles.side} aria-label="For the projector">
        <div className={styles.link}>
          <h3>For the projector</h3>
          <CopyLink key={teacher} link={teacher} name="Link for the projector" word="Copy projector link" />
          <p className="mute">The stage alone, in large type, with seed {experiment.seed}; nothing is locked.</p>
          <button type="button" className={buttons.quiet} onClick={() => openDialog('seeds')}>
            Thirty seeds in one picture
          </button>
        </div>
        <QrCode link={teacher} of="the projector’s link" />
      </section>
    </div>
  );
}
