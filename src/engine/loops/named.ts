import type { Loop } from '../descriptions';
import { loops } from '.';
import { type Treatment, treatments } from './treatments';

/** A loop of which one cure alone acts, or none, whatever else is on: beside others of the kind it shows what that cure does. */
function treated(loop: Loop, { id, behind, short, summary }: Treatment): Loop {
  const words = { name: `${loop.name} ${behind}`, short, summary: `${loop.summary} ${summary}` };
  return { ...loop, ...words, id: `${loop.id}-with-${id}`, base: loop.id, treatment: id };
}

/** Every loop with every treatment. */
export const treatedLoops: readonly Loop[] = loops.flatMap((loop) => treatments.map((treatment) => treated(loop, treatment)));

const byName = new Map([...loops, ...treatedLoops].map((loop) => [loop.id, loop]));

/** The loop with this id, with a treatment or without; undefined where there is none such. */
export const loopNamed = (id: string): Loop | undefined => byName.get(id);

/** The loops of an experiment, in its order. */
export const loopsOf = ({ loop }: { readonly loop: readonly string[] }): readonly Loop[] => loop.flatMap((id) => loopNamed(id) ?? []);
