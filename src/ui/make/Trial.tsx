import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { span } from '../../format';
import type { Expected } from '../../lessons/expected';
import { numberWords } from '../../lessons/gap';
import type { Step } from '../../lessons/lesson';
import { aboutStep } from '../../lessons/make/aboutStep';
import type { Draft } from '../../lessons/make/draft';
import { plainWords, readingPieces } from '../../lessons/make/sentence';
import type { Trial as Tried } from '../../lessons/make/trial';
import buttons from '../forms/Buttons.module.css';
import tables from '../forms/Tables.module.css';
import styles from './Make.module.css';
import { forgetTrial, stopTrial, trialStore, tryOver } from './trialStore';

const COUNTS = [20, 5];

function Numbers({ draft, step, trial, outcome }: { draft: Draft; step: Step; trial: Tried; outcome: Expected }) {
  const about = aboutStep(draft, draft.steps.indexOf(step));
  const rows = [...trial.plan.readings].flatMap(([name, reading]) => {
    const found = outcome.numbers[name];
    return found ? [{ name, says: plainWords(readingPieces(reading, about, 'reading', (changed) => changed)).replace(/^the /, ''), found }] : [];
  });
  return (
    <details>
      <summary>The numbers ({rows.length})</summary>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col">Seed {outcome.seed}</th>
            <th scope="col">Nine of ten seeds</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, says, found: { value, low, high, without } }) => (
            <tr key={name}>
              <th scope="row">{says}</th>
              <td>{value === null ? 'can’t be told' : numberWords(value)}</td>
              <td>
                {low === null || high === null ? 'none' : span(low, high)}
                {without > 0 && `; none in ${without}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Sentences({ outcome, of }: { outcome: Expected; of: number }) {
  return (
    <ul className={styles.said}>
      {outcome.sentences.map(({ where, says, holds, seeds }) => (
        <li key={`${where} ${says}`}>
          “{says}”{' '}
          {where === 'claim'
            ? `holds in ${seeds} of ${of} seeds.`
            : holds === null
              ? 'can’t be told with the lesson’s seed.'
              : `is ${holds ? 'so' : 'not so'} with the lesson’s seed, as in ${seeds} of ${of}.`}
        </li>
      ))}
    </ul>
  );
}

const ADVICE = 'choose another seed or another count, or soften the sentence';

/** Whether what a step says holds in other seeds than the lesson's own. */
export function Trial({ draft, step }: { draft: Draft; step: Step }) {
  const state = useStore(trialStore);
  const [count, setCount] = useState(COUNTS[0]);
  useEffect(() => forgetTrial, []);
  if (step.run === undefined) return null;
  const { trial, outcome, sheets, isComputing, problem, holds } = state;
  const of = trial?.seeds.length ?? count;
  const isOld = outcome !== null && state.draft !== draft;
  const story =
    outcome && outcome.sentences.length > 0 ? `The story holds in ${holds} of ${of} seeds${outcome.faults.length > 0 ? `: ${ADVICE}` : ''}.` : null;
  const range = outcome?.faults.filter((fault) => fault.includes('can’t carry a question')) ?? [];
  return (
    <section className={styles.part} aria-label="Try over several seeds">
      <h3>Does it hold with another seed?</h3>
      <div className={styles.row}>
        <button type="button" className={buttons.quiet} disabled={isComputing} onClick={() => tryOver(draft, step.id, count)}>
          Try over {count} seeds
        </button>
        <label className={styles.menu}>
          <span>Seeds</span>
          <select value={count} onChange={({ target }) => setCount(Number(target.value))}>
            {COUNTS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        {isComputing && (
          <button type="button" className={buttons.quiet} onClick={stopTrial}>
            Stop
          </button>
        )}
      </div>
      {isComputing && trial && <progress aria-label="Seeds that are computed" max={of} value={sheets.size} />}
      <p role="status">
        {isComputing
          ? `${Math.min(sheets.size, of)} of ${of} seeds are computed.`
          : (problem ?? story ?? (outcome ? 'No sentence here is decided by runs; below are their numbers.' : ''))}
      </p>
      {isOld && <p className={styles.hint}>This is of the step as it was: try again.</p>}
      {outcome && trial && (
        <>
          <Sentences outcome={outcome} of={of} />
          {range.map((fault) => (
            <p key={fault} className={styles.wrong}>
              {fault}
            </p>
          ))}
          <Numbers draft={state.draft ?? draft} step={step} trial={trial} outcome={outcome} />
        </>
      )}
    </section>
  );
}
