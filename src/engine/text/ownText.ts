/** Text that a reader types, pastes or drops: what is taken of it, and how it is cut into samples. */

/** Characters that are read. */
export const LONGEST_TEXT = 20_000;
/** Fewer samples than this are all learned from: nothing is held out. */
export const LEAST_TO_HOLD_OUT = 100;
/** A median line of at most so many characters: a list, one sample a line. */
const LONGEST_LINE = 30;
/** What stands there until the reader has written something. */
const EXAMPLE = [
  'aardvark badger beaver buffalo camel caribou cheetah chinchilla cougar coyote dingo dolphin donkey dormouse elephant ermine ferret fox gazelle gibbon',
  'giraffe gopher gorilla hamster hare hedgehog hippopotamus hyena ibex jackal jaguar kangaroo koala lemming lemur leopard llama lynx marmot marten',
  'meerkat mole mongoose moose mouse muskrat narwhal ocelot opossum orangutan otter panda panther platypus polecat porcupine possum puma rabbit raccoon',
  'reindeer rhinoceros seal shrew skunk sloth squirrel stoat tapir tiger vole walrus warthog weasel whale wildebeest wolf wolverine wombat zebra',
].join(' ');

/** Characters that can't be seen, and odd spaces. */
const SPACES = /[\p{Zs}\t\f\v]+/gu;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/gu;

/** A text with no blank at either end of a line, none twice, nothing that can't be seen, and at most two line ends in a row. */
export function tidyText(text: string): string {
  const lines = text
    .normalize('NFC')
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(SPACES, ' ').replace(UNSEEN, '').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** A text as it is learned from: as much of it as is read. */
export const cleanText = (text: string): string =>
  tidyText(text)
    .slice(0, LONGEST_TEXT)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();

/** The text of an experiment: its own, or an example. */
export const textOrExample = (text: string | undefined): string => (text === undefined || text === '' ? EXAMPLE.replaceAll(' ', '\n') : text);

/** Lines with something in them. */
const linesIn = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** Words, each mark behind one by itself. A very long word comes in parts. */
const tokensIn = (text: string): readonly string[] => text.match(/[.,;:!?…]|[^\s.,;:!?…]{1,24}/gu) ?? [];

/** Words of a text in any language: lower case, runs of letters and digits, with apostrophes in them. */
export const anyWordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu) ?? [];

/** How a text is cut unless it is said: into lines where most of them are short, else as one running text. */
export function usualForm(text: string | undefined): 'lines' | 'running' {
  const lengths = linesIn(textOrExample(text))
    .map(({ length }) => length)
    .sort((a, b) => a - b);
  return (lengths[lengths.length >> 1] ?? 0) <= LONGEST_LINE ? 'lines' : 'running';
}

/** Samples of a text: lines, or words and marks; and how many of them are learned from. */
export function samplesOfText(text: string | undefined, form: string | undefined): { readonly samples: readonly string[]; readonly train: number } {
  const own = textOrExample(text);
  const samples = (form ?? usualForm(text)) === 'lines' ? linesIn(own) : tokensIn(own);
  const heldOut = samples.length < LEAST_TO_HOLD_OUT ? 0 : Math.floor(samples.length / 5);
  return { samples, train: samples.length - heldOut };
}
