import type { Path } from '../../lessons/fault';
import type { Draft } from '../../lessons/make/draft';
import { freshCheck } from '../../lessons/make/fresh';
import buttons from '../forms/Buttons.module.css';
import { CheckSentence } from './CheckSentence';
import { CommasField, TextField, Wrong } from './fields';
import { ItemWays } from './items';
import styles from './Make.module.css';
import { addTo, setAt } from './makeStore';
import { useAbout } from './useAbout';

function Goals({ draft }: { draft: Draft }) {
  const path: Path = ['goals'];
  const next = draft.goals.length + 1;
  return (
    <fieldset className={styles.part}>
      <legend>Goals</legend>
      <ol className={styles.items}>
        {draft.goals.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a goal is what stands in its place
          <li key={at}>
            <ItemWays path={path} at={at} of={draft.goals.length} what={`Goal ${at + 1}`} />
            <TextField path={[...path, at, 'text']} label={`Goal ${at + 1}: what a pupil can do afterwards`} />
            <CommasField
              path={[...path, at, 'codes']}
              label="Codes of curricula that ask for it, with commas between"
              hint="If you know of none, write what it is good for in your own words."
            />
            <Wrong path={[...path, at, 'codes', 0]} />
          </li>
        ))}
      </ol>
      <Wrong path={path} />
      <button type="button" className={buttons.quiet} disabled={next > 9} onClick={() => addTo(path, { id: `G${next}`, text: '', codes: [] })}>
        Add a goal
      </button>
    </fieldset>
  );
}

/** Statements that have to hold in nearly all seeds. */
function Claims({ draft }: { draft: Draft }) {
  const path: Path = ['claims'];
  const about = useAbout(draft, null);
  const all = draft.claims ?? [];
  return (
    <fieldset className={styles.part}>
      <legend>What it claims</legend>
      <p className={styles.hint}>
        Each sentence that your texts say of the runs, with what has to hold: “Try over 20 seeds” in a step counts where it does.
      </p>
      <ol className={styles.items}>
        {all.map(({ holds }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a claim is what stands in its place
          <li key={at}>
            <ItemWays path={path} at={at} of={all.length} what={`Claim ${at + 1}`} />
            <TextField path={[...path, at, 'says']} label={`Claim ${at + 1}`} />
            <CheckSentence path={[...path, at, 'holds']} check={holds} about={about} onChange={(check) => setAt([...path, at, 'holds'], check)} />
          </li>
        ))}
      </ol>
      <button
        type="button"
        className={buttons.quiet}
        onClick={() =>
          addTo(path, { says: '', holds: { ...freshCheck(about.own ?? about.runs[0] ?? null), ...(about.own ? {} : { run: about.runs[0]?.name }) } })
        }
      >
        Add a claim
      </button>
    </fieldset>
  );
}

/** What is true of the whole lesson. */
export function LessonForm({ draft }: { draft: Draft }) {
  return (
    <>
      <h2 tabIndex={-1}>The lesson</h2>
      <TextField path={['title']} label="Title" />
      <div className={styles.head2}>
        <TextField path={['ages']} label="For whom" hint="Ages such as 14-17, or a kind of school." />
        <TextField path={['id']} label="Short name" hint="In file names: small letters, digits and hyphens." />
      </div>
      <CommasField path={['authors']} label="Whose it is" hint="Names with commas between, or those of a school. They stand in the file." />
      <Wrong path={['authors', 0]} />
      <TextField path={['licence']} label="Licence" />
      {draft.basedOn && (
        <div>
          <p>Based on, and named wherever the lesson goes:</p>
          <ul>
            {draft.basedOn.map((work) => (
              <li key={work}>{work}</li>
            ))}
          </ul>
        </div>
      )}
      <p>It takes {draft.minutes} minutes: what its steps add up to.</p>
      <Wrong path={['minutes']} />
      <Wrong path={['steps']} />
      <Goals draft={draft} />
      <CommasField path={['vocabulary']} label="Words that pupils learn, with commas between" />
      <TextField path={['needs']} label="What has to come before (if anything)" isOptional />
      <TextField path={['limits']} label="Limits" hint="Its last words: how far what was seen goes, and no further." rows={3} />
      <Claims draft={draft} />
      <details>
        <summary>What all its runs have in common</summary>
        <TextField path={['base']} label="Pairs of a link that every run begins with" rows={2} />
      </details>
    </>
  );
}
