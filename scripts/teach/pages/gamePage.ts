import { GAME, GAME_QUERY, GAME_SEED, kindsLeft, SLIPS } from '../kindsLeft';
import { attribution, footLine, OURS } from '../licence';
import { paper } from '../paper';
import { code, type Place } from '../place';
import { teachWays } from './ways';

const TITLE = 'The game of slips';
/** Told apart by letter and shape, and by no colour. */
const KINDS = ['A ●', 'B ○', 'C ■', 'D □', 'E ▲', 'F △', 'G ◆', 'H ◇'];
const [ROWS, COLUMNS] = [6, 4];

const kindAt = (slip: number): string => KINDS[Math.floor(slip / GAME.ofEach)] ?? '';
const heads = (words: readonly string[]): string => words.map((word) => `<th scope="col">${word}</th>`).join('');
const cells = (count: number): string => '<td></td>'.repeat(count);

/** A grid that two throws of a die point into. */
function dieTable(generation: number): string {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const places = Array.from({ length: COLUMNS }, (__, column) => `<td>${generation === 0 ? kindAt(row * COLUMNS + column) : ''}</td>`);
    return `<tr><th scope="row">${row + 1}</th>${places.join('')}</tr>`;
  });
  return `<table class="die"><caption>Slips of generation ${generation}</caption><thead><tr><th scope="col">throws</th>${heads(['1', '2', '3', '4'])}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const tally = (from: number): string => {
  const generations = Array.from({ length: GAME.generations / 2 }, (_, i) => `generation ${from + i}`);
  return `<table class="tally"><thead><tr><th scope="col">kind</th>${heads(generations)}</tr></thead><tbody>${KINDS.map((kind) => `<tr><th scope="row">${kind}</th>${cells(generations.length)}</tr>`).join('')}</tbody></table>`;
};

function board(): string {
  const rows = Array.from({ length: GAME.generations + 1 }, (_, t) => {
    const counts = t === 0 ? `${'<td>3</td>'.repeat(GAME.kinds)}<td>${GAME.kinds}</td>` : cells(GAME.kinds + 1);
    return `<tr><th scope="row">${t}</th>${counts}</tr>`;
  });
  return `<table class="board"><thead><tr><th scope="col">generation</th>${heads(KINDS)}<th scope="col">kinds left</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** To be printed and played: rules, slips to cut, die tables instead of a bag, tally, board. */
export function gamePage(place: Place): string {
  return paper({
    title: `${TITLE} · MAD Lab`,
    description: 'A generative model that learns from its own samples, played with slips of paper or a die.',
    place,
    kind: 'game',
    body: `      <section class="sheet">
        <header class="head">
          <div>
            <h1>${TITLE}</h1>
            <p class="lead">What happens to a model that learns from nothing but its own samples? Two players, ${SLIPS} slips, a bag, a pencil. No device.</p>
          </div>
          ${code(place, GAME_QUERY, 'the same start in MAD Lab')}
        </header>
        <p>Each slip is a picture, each letter a kind of picture. The slips in the bag are all that the <b>model</b> knows. Drawing is what the model makes, its <b>samples</b>. The next model learns from these samples alone: that is one <b>generation</b>.</p>
        <ol class="rules">
          <li><b>Predict.</b> How many of the ${GAME.kinds} kinds are left after 5 generations? <i class="gap short"></i> After ${GAME.generations}? <i class="gap short"></i></li>
          <li>Put all ${SLIPS} slips into the bag: ${GAME.ofEach} of each kind. That is generation 0.</li>
          <li>Draw one slip, make a stroke for its kind on the tally, <b>put it back</b>, shake. Do so ${SLIPS} times.</li>
          <li>Count the strokes of each kind. Write the counts into the next row of the board; they add up to ${SLIPS}.</li>
          <li>Make the bag hold exactly these counts. (Write letters on the backs of slips that you no longer need.)</li>
          <li>Go on from 3. Stop after 5 generations, or after ${GAME.generations}.</li>
        </ol>
        <p><b>With dice instead of a bag</b> (faster): throw one die for the row, another for the column (throw again for 5 and 6), and tally what stands there. From the tally fill the next table. One table is one bag.</p>
        <p><b>Afterwards.</b> Which kind went first? Did anybody want it to go? What would have to happen for it to come back? Play two more generations in which a friend puts 2 slips of each lost kind into the bag before you draw: what changes?</p>
        <p>Then open the same start in MAD Lab by the code above: its first model learns ${SLIPS} points, ${GAME.ofEach} of each kind. Row 0 of your board is its generation 1. The screen’s models also blur what they draw, so its counts are not yours.</p>
      </section>
      <section class="sheet">
        <h2>Slips, to be cut</h2>
        <div class="slips">${Array.from({ length: SLIPS }, (_, slip) => `<span>${kindAt(slip)}</span>`).join('')}</div>
      </section>
      <section class="sheet">
        <h2>Die tables</h2>
        <div class="dice">${Array.from({ length: 6 }, (_, t) => dieTable(t)).join('')}</div>
      </section>
      <section class="sheet">
        <h2>Tally</h2>
        ${tally(1)}
        ${tally(1 + GAME.generations / 2)}
      </section>
      <section class="sheet">
        <h2>Board</h2>
        ${board()}
        <p>In one sentence: what became of the number of kinds, and why did it never go up? <i class="gap long"></i></p>
      </section>`,
    foot: footLine(attribution(TITLE, OURS, place.site)),
  });
}

function percent(chance: number): string {
  if (chance < 1e-12) return 'none';
  return chance < 0.0005 ? 'under 0.1 %' : `${(100 * chance).toFixed(1)} %`;
}

/** What a class will find, for the teacher. */
export function gameKeyPage(place: Place): string {
  const rows = kindsLeft().map(
    ({ generation, mean, low, high, chances }) =>
      `<tr><th scope="row">${generation}</th><td>${mean.toFixed(1)}</td><td>${low === high ? low : `${low} to ${high}`}</td><td>${percent(chances[GAME.kinds])}</td><td>${percent(chances[1])}</td></tr>`,
  );
  return paper({
    title: `${TITLE}, for teachers · MAD Lab`,
    description: 'How many kinds are left in the game of slips, exactly.',
    place,
    kind: 'key',
    ways: [...teachWays(place), ['game.html', 'The game']],
    body: `      <h1>${TITLE}, for teachers</h1>
      <p class="lead">Five generations take some 20 minutes with dice and 35 with a bag; no class has been timed. It stands before the first lesson, or in its place where there are no devices.</p>
      <h2>What a class finds</h2>
      <p>Kinds left, of ${GAME.kinds}. Exact, by the rules of the game (a Markov chain; no games were simulated). Collect the boards of all pairs: their average comes near the second column.</p>
      <table class="numbers"><thead><tr><th scope="col">Generation</th><th scope="col">On average</th><th scope="col">Nine games in ten</th><th scope="col">All ${GAME.kinds} left</th><th scope="col">One left</th></tr></thead><tbody>${rows.join('')}</tbody></table>
      <h2>What to say</h2>
      <blockquote><p>Nobody removed a letter. It was not drawn once, and then there was none of it left to draw.</p></blockquote>
      <blockquote><p>Every slip that you drew is a perfect copy: nothing became blurred or wrong. What was lost is variety.</p></blockquote>
      <blockquote><p>No number of further draws brings a letter back. A slip from outside does, at once.</p></blockquote>
      <h2>For biologists</h2>
      <p>This is genetic drift, the Wright–Fisher model: ${SLIPS} slips are ${SLIPS} genes, kinds are alleles, and the bag is the gene pool. Slips from outside are migration.</p>
      <h2>The same on the screen</h2>
      <p>Seed ${GAME_SEED} is the first one whose ${SLIPS} random points are ${GAME.ofEach} of each kind, and was chosen for nothing else. Generation 1 on the screen has learned them, so it stands beside row 0 of the board. A Gaussian mixture also loses width from generation to generation and a kind counts as alive by a threshold, so the screen does not follow this table to the digit.</p>
      ${code(place, GAME_QUERY, 'the same start in MAD Lab')}
      <h2>How far this goes</h2>
      <p>A bag has no idea of likeness between slips: it can neither blur nor invent. Large models do both. What they share with the bag is that what a sample misses, the next model cannot know.</p>`,
    foot: footLine(attribution(TITLE, OURS, place.site, 'for teachers')),
  });
}
