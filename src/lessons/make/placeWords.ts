/** Where in a lesson something is, for whoever fills in its forms. */
import type { Path } from '../fault';

/** What forms call the fields of a lesson; `#`: the number of an item stands there. */
const WORDS: Readonly<Record<string, string>> = {
  steps: 'step #',
  goals: 'goal #',
  codes: 'code #',
  authors: 'author #',
  vocabulary: 'word #',
  claims: 'claim #',
  predict: 'prediction #',
  observe: 'observation #',
  options: 'option #',
  items: 'item #',
  ranges: 'range #',
  quiz: 'exit question #',
  run: 'run #',
  next: 'branch #',
  explain: 'explanation',
  play: 'free play',
  ask: 'question',
  again: 'hint',
  is: 'number asked for',
  holds: 'when it is so',
  all: 'part #',
  any: 'part #',
  not: 'the opposite',
  says: 'sentence',
  goal: 'aim',
  check: 'aim',
  ages: 'age',
  between: 'range',
  within: 'how near',
  misconception: 'what taking it shows',
  x: 'generation #',
  y: 'height',
};

/** "step 2, prediction 1, option 3, text"; numbers count from 1. */
export function placeWords(path: Path): string {
  const words = path.flatMap((key, at): string[] => {
    if (typeof key === 'number') return [];
    const next = path[at + 1];
    const word = WORDS[key] ?? key;
    if (typeof next !== 'number') return [word.replace(' #', 's')];
    return [word.includes('#') ? word.replace('#', String(next + 1)) : word];
  });
  return words.join(', ') || 'the lesson';
}

/** What is wrong, as it stands beside the field: without the sign that it follows a name. */
export function faultWords(message: string): string {
  const empty = /^= "" is not (.*)$/.exec(message);
  if (empty) return `It has to be ${empty[1]}.`;
  const plain = message.replace(/^(= |: )/, '');
  const said = plain.startsWith('is missing; it has to be') ? plain.replace('is missing; it', 'It') : plain;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${/[.!?…]$/.test(said) ? '' : '.'}`;
}
