import type { Path } from '../../lessons/fault';
import type { Check, Comparison, Reading } from '../../lessons/lesson';
import { freshCheck } from '../../lessons/make/fresh';
import { type About, comparisonPieces, type Option, type Piece, readingPieces } from '../../lessons/make/sentence';
import buttons from '../forms/Buttons.module.css';
import { useFaultsWithin } from './faults';
import { Typed } from './fields';
import styles from './Make.module.css';

interface InSentenceProps {
  readonly name: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

/** A menu as wide as what is chosen in it, so that the sentence reads as one. */
function InSentence({ name, value, options, onChange }: InSentenceProps) {
  return (
    <span className={styles.word} data-chosen={options.find((option) => option.value === value)?.label ?? value}>
      <select aria-label={name} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

function Pieces<Whole>({ pieces, onChange }: { pieces: readonly Piece<Whole>[]; onChange: (whole: Whole) => void }) {
  return pieces.map((piece, at) => {
    // the same piece of a sentence stands in the same place
    const key = `${at} ${piece.is === 'words' ? piece.text : piece.name}`;
    if (piece.is === 'words') return <span key={key}>{piece.text}</span>;
    if (piece.is === 'number') return <Typed key={key} name={piece.name} value={piece.value} onChange={(value) => onChange(piece.set(value))} />;
    return <InSentence key={key} name={piece.name} value={piece.value} options={piece.options} onChange={(value) => onChange(piece.set(value))} />;
  });
}

/** What is wrong with a sentence, wherever in it. */
function WrongWithin({ path }: { path: Path }) {
  const faults = useFaultsWithin(path);
  return faults.map((fault) => (
    <p key={fault} className={styles.wrong}>
      {fault}
    </p>
  ));
}

interface ReadingProps {
  readonly path: Path;
  readonly label: string;
  readonly reading: Reading;
  readonly about: About;
  readonly onChange: (reading: Reading) => void;
}

/** A number of a run, said by menus. */
export function ReadingSentence({ path, label, reading, about, onChange }: ReadingProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <p className={styles.sentence}>
        <Pieces pieces={readingPieces<Reading, Reading>(reading, about, 'reading', (changed) => changed)} onChange={onChange} />
      </p>
      <WrongWithin path={path} />
    </fieldset>
  );
}

const KINDS = { one: 'this holds:', all: 'all of these hold:', any: 'at least one of these holds:', not: 'this does not hold:' } as const;
type Kind = keyof typeof KINDS;
const KIND_OPTIONS: readonly Option[] = Object.entries(KINDS).map(([value, label]) => ({ value, label }));

const kindOf = (check: Check): Kind => ('all' in check ? 'all' : 'any' in check ? 'any' : 'not' in check ? 'not' : 'one');
const partsOf = (check: Check): readonly Check[] =>
  'all' in check ? check.all : 'any' in check ? check.any : 'not' in check ? [check.not] : [check];

/** The same parts, held together in another way; what has place for one keeps the first. */
function asKind(check: Check, kind: Kind): Check {
  const parts = partsOf(check);
  if (kind === 'one') return parts[0];
  if (kind === 'not') return { not: parts.length === 1 ? parts[0] : check };
  return kind === 'all' ? { all: [...parts] } : { any: [...parts] };
}

interface CheckProps {
  readonly path: Path;
  readonly check: Check;
  readonly about: About;
  readonly onChange: (check: Check) => void;
}

/** A check, said by menus: a sentence, or several that hold together, or any, or not at all. */
export function CheckSentence({ path, check, about, onChange }: CheckProps) {
  const kind = kindOf(check);
  const parts = partsOf(check);
  const set = (at: number, part: Check) =>
    onChange(
      withParts(
        check,
        parts.map((one, other) => (other === at ? part : one)),
      ),
    );
  return (
    <div className={styles.check}>
      <InSentence
        name="how the parts hold together"
        value={kind}
        options={KIND_OPTIONS}
        onChange={(chosen) => onChange(asKind(check, chosen as Kind))}
      />
      {kind === 'one' ? (
        <>
          <p className={styles.sentence}>
            <Pieces pieces={comparisonPieces(check as Comparison, about)} onChange={onChange} />
          </p>
          <WrongWithin path={path} />
        </>
      ) : (
        <ul className={styles.parts}>
          {parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names, and are what stands in their places
            <li key={at}>
              <CheckSentence
                path={kind === 'not' ? [...path, 'not'] : [...path, kind, at]}
                check={part}
                about={about}
                onChange={(changed) => set(at, changed)}
              />
              {parts.length > 1 && (
                <button
                  type="button"
                  className="textButton"
                  onClick={() =>
                    onChange(
                      withParts(
                        check,
                        parts.filter((_, other) => other !== at),
                      ),
                    )
                  }
                >
                  Remove this part
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {(kind === 'all' || kind === 'any') && (
        <button type="button" className={buttons.quiet} onClick={() => onChange(withParts(check, [...parts, freshCheck(about.own)]))}>
          Add a part
        </button>
      )}
    </div>
  );
}

function withParts(check: Check, parts: readonly Check[]): Check {
  if ('all' in check) return { all: [...parts] };
  if ('any' in check) return { any: [...parts] };
  return 'not' in check ? { not: parts[0] } : parts[0];
}
