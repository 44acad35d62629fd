import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Experiment } from '../../engine/experiment';
import { readNumber } from '../controls/readNumber';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import { experimentLine } from '../text/experimentLine';
import styles from './Class.module.css';
import { Code } from './Code';
import { codeOf } from './codeOf';

/** Cards on the paper: more would take the page's breath away. */
const RULE = { name: 'Desks', min: 1, max: 60, whole: true };
const USUAL_CLASS = 30;

type OfDesk = (desk: number) => string;

/** On paper alone: a card for each desk, to be cut out. */
function Cards({ experiment, desks, ofDesk }: { experiment: Experiment; desks: number; ofDesk: OfDesk }) {
  return (
    <div className={styles.cards} data-cards>
      <p>{experimentLine(experiment)}</p>
      <ol>
        {Array.from({ length: desks }, (_, at) => at + 1).map((desk) => {
          const code = codeOf(ofDesk(desk));
          return (
            <li key={desk}>
              <strong>Desk {desk}</strong>
              {code && <Code {...code} />}
              {ofDesk(desk)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** How a desk says its number: behind the link, or by a card with a code of its own. */
export function DeskCards({ experiment, ofDesk }: { experiment: Experiment; ofDesk: OfDesk }) {
  const [desks, setDesks] = useState(String(USUAL_CLASS));
  const [isPrinting, setPrinting] = useState(false);
  const read = readNumber(desks, RULE);

  useEffect(() => {
    if (!isPrinting) return;
    const root = document.documentElement;
    const end = () => setPrinting(false);
    root.dataset.printing = 'cards';
    addEventListener('afterprint', end, { once: true });
    window.print();
    return () => {
      delete root.dataset.printing;
      removeEventListener('afterprint', end);
    };
  }, [isPrinting]);

  return (
    <>
      <p className="mute">The page asks for the number; or it is typed behind the link: #desk=1 for desk 1, #desk=2 for desk 2, and so on.</p>
      <div className={buttons.buttons}>
        <label className={styles.desks}>
          Cards for desks 1 to{' '}
          <input
            className={fields.field}
            inputMode="numeric"
            value={desks}
            aria-invalid={'message' in read}
            onChange={(event) => setDesks(event.target.value)}
          />
        </label>
        <button type="button" disabled={'message' in read} onClick={() => setPrinting(true)}>
          Print cards
        </button>
      </div>
      {'message' in read && <p role="alert">{read.message}</p>}
      {isPrinting && 'value' in read && createPortal(<Cards experiment={experiment} desks={read.value} ofDesk={ofDesk} />, document.body)}
    </>
  );
}
