import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { COLUMNS, rowsOf } from '../../lessons/rows';
import type { Work } from '../../lessons/work';
import { download } from '../files/download';
import buttons from '../forms/Buttons.module.css';
import { CopyLink } from '../share/CopyLink';
import type { LessonModule } from './bundled';
import styles from './Lesson.module.css';
import { aheadRuns, haveAnswered, seenAt } from './lessonStore';
import { LONGEST_LINK } from './packing';
import { printLesson } from './paper/OnPaper';
import type { SaveWorkProps } from './SaveWork';
import { fileNameOf, fileOf, tableOf } from './workFile';
import { linkOfWork } from './workLink';

/** undefined while it is made, null where this browser can't */
function useLink(work: Work, own: LessonModule['packed']): string | null | undefined {
  const [made, setMade] = useState<{ readonly work: Work; readonly link: string | null }>();
  useEffect(() => {
    let isWanted = true;
    void linkOfWork(work, own).then((link) => isWanted && setMade({ work, link }));
    return () => {
      isWanted = false;
    };
  }, [work, own]);
  return made?.work === work ? made.link : undefined;
}

function WorkLink({ module, work }: SaveWorkProps) {
  const link = useLink(work, module.packed);
  if (typeof link === 'string' && link.length <= LONGEST_LINK) return <CopyLink key={link} link={link} name="Link to my work" />;
  const why =
    link === undefined
      ? 'The link is being made.'
      : link === null
        ? 'This browser can’t put work into a link: save the file.'
        : `This is too much for a link, which would have ${link.length} characters, and ${LONGEST_LINK} at most arrive everywhere: save the file.`;
  return (
    <div className={styles.row}>
      <button type="button" className={buttons.quiet} disabled>
        Copy link
      </button>
      <p className={styles.hint}>{why}</p>
    </div>
  );
}

/** Link, file, table and paper. */
export default function Ways({ module, work }: SaveWorkProps) {
  const runs = useStore(aheadRuns, (state) => state.runs);
  useEffect(() => haveAnswered(module, work), [module, work]);
  const isComputing = [...runs.values()].some(({ isWhole, problem }) => !isWhole && problem === null);
  const saveTable = () => download(`${fileNameOf(work)}.csv`, 'text/csv', tableOf(rowsOf(module.lesson, work, seenAt(module)), COLUMNS));
  return (
    <>
      <WorkLink module={module} work={work} />
      <div className={`${buttons.buttons} ${styles.save}`}>
        <button type="button" onClick={() => download(`${fileNameOf(work)}.json`, 'application/json', fileOf(work))}>
          Save file
        </button>
        <button type="button" onClick={saveTable}>
          Save table (CSV)
        </button>
        <button type="button" onClick={printLesson}>
          Print
        </button>
      </div>
      <p className={styles.hint}>
        Link and file hold all that was answered, and open again: the file, too, when it is dropped on this page. No server gets any of it.
        {isComputing && ' Some runs are still being computed: until then the table has no numbers of theirs.'}
      </p>
    </>
  );
}
