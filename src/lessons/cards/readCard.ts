/** A card's file becomes the card, or what is wrong with it, line by line. Never throws. */
import * as v from 'valibot';
import { type Path, placeText, sentenceOf } from '../fault';
import type { Problem } from '../problem';
import { sizeProblem } from '../size';
import { keyOf, readYaml } from '../yamlBlock';
import { type Card, cardSchema } from './card';
import { faultsOfCard } from './checkCard';

export type FromCard = { readonly card: Card } | { readonly problems: readonly Problem[] };

export function readCard(file: string): FromCard {
  const tooLong = sizeProblem(file);
  if (tooLong !== null) return { problems: [{ line: 1, message: tooLong }] };
  const { value, problems, lines } = readYaml(file.replace(/^\uFEFF/, ''), 1);
  if (problems.length > 0) return { problems };
  const lineOf = (path: Path): number => lines.get(keyOf(path)) ?? (path.length === 0 ? 1 : lineOf(path.slice(0, -1)));
  const problemAt = (path: Path, message: string): Problem => ({
    line: lineOf(path),
    message: sentenceOf({ path, message }, path.length === 0 ? 'the card' : placeText(path)),
  });
  const { success, output, issues } = v.safeParse(cardSchema, value);
  const found = success
    ? faultsOfCard(output).map(({ path, message }) => problemAt(path, message))
    : issues.map(({ path, message }) =>
        problemAt(
          (path ?? []).map(({ key }) => key as string | number),
          message,
        ),
      );
  if (found.length > 0 || !success) return { problems: found.sort((a, b) => a.line - b.line).slice(0, 50) };
  return { card: output };
}
