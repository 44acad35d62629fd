import { useCallback, useEffect, useState } from 'react';
import { type Draft, faultsIn } from '../../lessons/make/draft';
import { printMarkdown } from '../../lessons/printMarkdown';
import { pageOf } from '../../store/pageAddress';
import { download } from '../files/download';
import buttons from '../forms/Buttons.module.css';
import { moduleOf, openOwn } from '../lesson/ownLesson';
import { LONGEST_LINK, packed } from '../lesson/packing';
import { CopyLink } from '../share/CopyLink';
import { CONTROL_NAMES } from '../view/controls';
import styles from './Make.module.css';
import { Worksheet } from './Worksheet';

const WAIT_MS = 300;

/** undefined while it is made, null where this browser can't */
function useLink(draft: Draft): string | null | undefined {
  const [made, setMade] = useState<{ readonly draft: Draft; readonly link: string | null }>();
  useEffect(() => {
    let isWanted = true;
    // not at each letter that is typed
    const timer = setTimeout(async () => {
      const text = await packed(draft);
      if (isWanted) setMade({ draft, link: text === null ? null : `${pageOf(location)}#l=${text}` });
    }, WAIT_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [draft]);
  return made?.draft === draft ? made.link : undefined;
}

function Link({ draft }: { draft: Draft }) {
  const link = useLink(draft);
  if (typeof link === 'string' && link.length <= LONGEST_LINK) return <CopyLink key={link} link={link} name="Link to the lesson" />;
  return (
    <p className={styles.hint}>
      {link === undefined
        ? 'The link is being made.'
        : link === null
          ? 'This browser can’t put a lesson into a link: save the file.'
          : `It is too long for a link, which would have ${link.length} characters, and ${LONGEST_LINK} at most arrive everywhere: give pupils the file.`}
    </p>
  );
}

const json = (draft: Draft): string => `${JSON.stringify(draft, null, 2)}\n`;

/** The lesson to take along. @param left how many things keep it from being one */
export function Save({ draft, left }: { draft: Draft; left: number }) {
  const [isPrinting, setPrinting] = useState(false);
  const endPrinting = useCallback(() => setPrinting(false), []);
  const isReady = left === 0;
  // what was typed a moment ago is not looked at yet
  const whenWhole = (go: () => void) => () => {
    if (faultsIn(draft, CONTROL_NAMES).length === 0) go();
  };
  const name = /^[a-z][a-z0-9-]*$/.test(draft.id) ? draft.id : 'lesson';
  return (
    <section className={styles.part} aria-label="Save the lesson">
      <h2>Save it, try it, give it away</h2>
      <p role="status">
        {isReady
          ? 'It is a whole lesson.'
          : `${left === 1 ? 'One thing is' : `${left} things are`} left to do before it can be taught. Until then it can be saved as a draft (JSON), and goes on here.`}
      </p>
      <div className={`${buttons.buttons} ${styles.save}`}>
        <button
          type="button"
          className={buttons.primary}
          disabled={!isReady}
          onClick={whenWhole(() => void moduleOf(draft).then((module) => openOwn(module)))}
        >
          Run it as pupils do
        </button>
        <button type="button" disabled={!isReady} onClick={whenWhole(() => download(`${name}.md`, 'text/markdown', printMarkdown(draft)))}>
          Save as Markdown
        </button>
        <button type="button" onClick={() => download(`${name}.json`, 'application/json', json(draft))}>
          Save as JSON
        </button>
        <button type="button" disabled={!isReady} onClick={whenWhole(() => setPrinting(true))}>
          Print a worksheet
        </button>
      </div>
      {isReady && <Link draft={draft} />}
      <p className={styles.hint}>
        Pupils open the file by dropping it on the lab, or the link. All of it stays on this computer until you give it away; nothing is sent.
      </p>
      {isPrinting && <Worksheet lesson={draft} onDone={endPrinting} />}
    </section>
  );
}
