import type { Prediction, Question } from '../../../lessons/lesson';

/** Room for what is written by hand. */
export function Lines({ count }: { count: number }) {
  return (
    <dd className="lines" aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are alike
        <i key={at} />
      ))}
    </dd>
  );
}

/** A box before each of some texts, to tick or to number. */
function Boxes({ of }: { of: readonly { readonly id: string; readonly text: string }[] }) {
  return of.map(({ id, text }) => (
    <dd key={id} className="box">
      {text}
    </dd>
  ));
}

/** What a question that has no answer yet leaves room for; a sketch has its axes. */
export function ToFillIn({ part }: { part: Prediction | Question }) {
  const isAsked = 'type' in part;
  return (
    <>
      {isAsked && part.type === 'order' && <dd>Number them from 1:</dd>}
      {isAsked && part.type === 'order' && <Boxes of={part.items} />}
      {'options' in part && part.options && <Boxes of={part.options} />}
      {isAsked && part.type === 'number' && <Lines count={1} />}
      {isAsked && (part.reason ?? 'none') !== 'none' && <dd>Why?</dd>}
      {isAsked && (part.reason ?? 'none') !== 'none' && <Lines count={2} />}
      {!isAsked && !part.options && <Lines count={WRITTEN} />}
    </>
  );
}

const WRITTEN = 4;
