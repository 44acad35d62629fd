import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTROL_NAMES } from '../ui/view/controls';
import { compile } from './compile';
import { placeInMarkdown, sentenceOf } from './fault';
import { readMarkdown } from './readMarkdown';
import { anyLesson } from './testing/anyLesson';
import { BEGUN, withChanges } from './testing/begun';

/** "12: place message" of each fault. */
function faultsIn(file: string): string[] {
  const read = readMarkdown(file);
  if ('problems' in read) throw new Error(read.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  const { lesson, lineOf } = read;
  return compile(lesson, CONTROL_NAMES).map((fault) => `${lineOf(fault.path)}: ${sentenceOf(fault, placeInMarkdown(fault.path, lesson))}`);
}

/** The line on which a text stands. */
const lineOf = (file: string, text: string): number => file.slice(0, file.indexOf(text)).split('\n').length;

type Case = readonly [from: string, to: string, message: string];

/** Each change makes one fault, with its line. */
const breaks = (...cases: readonly Case[]) =>
  it.each(cases)('“%s” as “%s”: %s', (from, to, message) => {
    const found = faultsIn(withChanges([from, to]));
    expect(found).toEqual([expect.stringContaining(message)]);
    const first = lineOf(BEGUN, from);
    const line = Number(found[0].split(':')[0]);
    expect(line).toBeGreaterThanOrEqual(first);
    expect(line).toBeLessThan(first + to.split('\n').length);
  });

it('a lesson without a fault has none', () => expect(faultsIn(BEGUN)).toEqual([]));

it('finds something wrong with any lesson that nobody wrote, and never throws', () => {
  fc.assert(
    fc.property(anyLesson, (lesson) => {
      const faults = compile(lesson, CONTROL_NAMES);
      expect(faults.length).toBeGreaterThan(0);
      for (const fault of faults) expect(sentenceOf(fault, placeInMarkdown(fault.path, lesson))).toMatch(/^\S.*\S$/s);
    }),
    { numRuns: 200, seed: 9 },
  );
});

describe('names are unique:', () => {
  breaks(
    ['{id: G4,', '{id: G2,', 'goals[1].id = "G2" is taken; give it another name'],
    ['- {id: fresh, text', '- {id: fully, text', 'loops.predict[0].items[1].id = "fully" is taken'],
    ['- {id: world,', '- {id: kinds,', 'exit.quiz[1].id = "kinds" is taken'],
    ['explain: {id: variety,', 'explain: {id: rank,', 'loops.explain.id = "rank" is taken'],
    ['- {id: jazz,', '- {id: songs,', 'exit.quiz[0].options[1].id = "songs" is taken'],
  );
  it('of steps and runs, too', () => {
    expect(faultsIn(withChanges(['## again |', '## start |'], ['go: again', 'go: start']))[0]).toContain('start.id = "start" is taken');
    const twice = withChanges(['{id: dose, title', '{id: steady, title']);
    expect(faultsIn(twice)).toContainEqual(expect.stringContaining('treat.run[1].id = "steady" is taken'));
  });
});

describe('the way through a lesson:', () => {
  breaks(
    ['go: patient', 'go: nowhere', 'loops.next[0].go = "nowhere" is no step; steps are start, loops, again,'],
    [
      '  - go: again\n',
      '  - if: {score: modesAlive, loop: fresh-data, at: 1, op: ">", value: 1}\n    go: again\n',
      'loops.next[1] is the last branch and has an `if`; add one without',
    ],
    ['quiz:\n', 'next: [{go: nowhere}]\nquiz:\n', 'exit.next[0].go = "nowhere" is no step'],
  );
  it('goes on behind each branch, never in a circle, and reaches every step', () => {
    const early = withChanges([
      '  - if: {score: modesAlive, loop: fully-synthetic, at: 40, ref: prediction.how-many, within: 1}\n    go: patient\n',
      '  - go: patient\n',
    ]);
    expect(faultsIn(early)).toEqual([expect.stringMatching(/^\d+: loops\.next\[0\] has no `if`, so those behind it are never taken/)]);
    const lost = withChanges(['  - go: again\n', '  - go: patient\n'], ['minutes: 32', 'minutes: 31']);
    expect(faultsIn(lost)).toContainEqual(expect.stringMatching(/^\d+: again is never reached; name it in a `next`: go: again/));
    const circle = withChanges(['  - go: again\n', '  - go: start\n'], ['## again | Once more {minutes=1}', '## again | Once more {minutes=1}']);
    expect(faultsIn(circle)).toContainEqual(expect.stringMatching(/^\d+: start leads back to itself; let each branch of start go forward/));
  });
  it('ends in a quiz', () => {
    const [quiz] = BEGUN.split('```mad\n').slice(-1);
    expect(faultsIn(withChanges([`\`\`\`mad\n${quiz}`, 'Good-bye.\n']))).toEqual([expect.stringContaining('exit ends the lesson and has no quiz')]);
  });
});

describe('a run:', () => {
  breaks(
    [
      'run: loop=fresh-data&real=0&generations=20',
      'run: loop=fresh-data&real=0&generations=20&v=1',
      'patient.run: v is not needed here; leave it out',
    ],
    [
      'run: loop=fresh-data&real=0&generations=20',
      'run: loop=fresh-data&real=0&generations=20&theme=dark',
      'patient.run: theme says how the page looks',
    ],
    [
      'run: loop=fresh-data&real=0&generations=20',
      'run: loop=fresh-data&real=0&generations=20&Generations=20',
      'patient.run: Generations stands there twice; keep one',
    ],
    [
      'run: loop=fresh-data&real=0&generations=20',
      'run: loop=fresh-data&real=0&generations=20&utm_source=x',
      'patient.run: utm_source is no key of an experiment; leave it out',
    ],
    ['run: loop=fresh-data&real=0&generations=20', 'run: loop=fresh-data&real=0&generations=20&lambda=.7', 'patient.run: There is no key “lambda”.'],
    [
      'run: loop=fresh-data&real=0&generations=20',
      'run: loop=fresh-data&real=-3&generations=20',
      'patient.run: real=-3 is not a whole number from 0 to',
    ],
    ['run: loop=fresh-data&real=0&generations=20', 'run: loop=fresh-data&real=0&generations=20&', 'patient.run: "" is no pair name=value'],
    [
      'run: loop=fresh-data&real=0&generations=20',
      'run: loop=fresh-data&real=0&generations=20&changes=21:real=3',
      'patient.run: a change at generation 21 never comes; the run ends at 20',
    ],
    ['&changes=21:real=20}', '&changes=21:dataset=grid}', "treat.run[0].query: changes: “dataset” can't be changed during a run."],
    [
      'run: loop=fresh-data&real=0&generations=20\n',
      'run: loop=fresh-data&real=0&generations=20\nrecorded: true\n',
      'patient.recorded is for runs of digits, and patient is none; leave it out',
    ],
    ['quiz:\n', 'budget: 90\nquiz:\n', 'exit.budget is of a run, and the step has none; add run: or leave it out'],
    ['&seed=1\n', '&seed=1&hide=run\n', 'base: hide says how the page looks and not what runs'],
    ['&seed=1\n', '&seed=1&lambda=2\n', 'base: There is no key “lambda”.'],
  );
  it('may have the number of a desk for its seed, and nothing else', () => {
    expect(faultsIn(withChanges(['&seed=1\n', '&seed=DESK\n']))).toEqual([]);
    expect(faultsIn(withChanges(['&seed=DESK', '&seed=DESKS']))).toEqual([expect.stringContaining('play.run: seed=DESKS is not a whole number')]);
  });
});

describe('a number of a run:', () => {
  breaks(
    [
      '{run: patient, score: recall, at: 20,',
      '{run: patients, score: recall, at: 20,',
      'claims[0].holds.run = "patients" is no run; runs are loops, patient, treat.steady, treat.dose, play',
    ],
    [
      '{run: patient, score: recall, at: 20,',
      '{run: treat, score: recall, at: 20,',
      'claims[0].holds.run = "treat" is a step of several runs; write treat.steady, or treat.dose',
    ],
    ['{run: patient, score: recall, at: 20,', '{score: recall, at: 20,', 'claims[0].holds.run is missing; it has to be one of loops, patient,'],
    ['{run: treat.steady, score', '{run: play, score', 'treat.predict[0].options[0].holds.run = "play" does not run before this step'],
    ['{run: treat.steady, score', '{score', 'treat.predict[0].options[0].holds.run is missing; it has to be one of treat.steady, treat.dose'],
    [
      'is: {score: modesAlive, loop: fully-synthetic, at: 40}\n    within: 0',
      'is: {score: modesAlive, at: 40}\n    within: 0',
      'loops.observe[0].is.loop is missing; it has to be one of fully-synthetic, synthetic-augmentation, fresh-data',
    ],
    [
      '{recall fresh-data 20}',
      '{recall fully-synthetic 20}',
      'patient.text: in “{{recall fully-synthetic 20}}”, loop = "fully-synthetic" is no loop of the run; it has fresh-data',
    ],
    ['every: [30, 40]', 'every: [30, 41]', 'play.play.check.every = 41 is behind the end of the run; its generations are 1 to 40'],
    ['{score: recall, every: [30, 40]', '{score: recall, at: 3, every: [30, 40]', 'play.play.check.every stands beside at; keep one of them'],
    ['{score: recall, every: [30, 40]', '{score: recall', 'play.play.check.at is missing; it has to be a generation from 1 to 40'],
    ['{score: recall, every: [30, 40]', '{score: firstLoss, every: [30, 40]', 'play.play.check.every is not for firstLoss'],
    [
      '{score: recall, every',
      '{score: remember, every',
      'play.play.check.score = "remember" is not known; scores are frechetDistance, precision, recall,',
    ],
    ['{score: recall, every', '{score: heldOutBits, every', 'play.play.check.score = "heldOutBits" means nothing for Ring; take another score'],
    ['{score: recall, every', '{score: kl.3, every', 'play.play.check.score = "kl.3" is not known'],
    ['{score: recall, every', '{score: symbolsAlive, every', 'play.play.check.score = "symbolsAlive" means nothing for this model and Ring'],
    ['score: modeAlive.8', 'score: modeAlive.9', 'score = "modeAlive.9", but Ring has modes 1 to 8'],
    [
      '{score: recall, every',
      '{stat: median, score: recall, every',
      'play.play.check.stat = median is of several replicates, and the run has one; add replicates= to it',
    ],
    ['{score: recall, every: [30, 40]', '{score: modeLost.9', 'score = "modeLost.9", but Ring has modes 1 to 8'],
    ['{score: recall, every: [30, 40]', '{score: modeLost.3, at: 3', 'play.play.check.at is not for modeLost.3, which is of the whole run'],
    [
      'stat: median,',
      'stat: share,',
      'stat = share is of firstLoss, modeLost.1, … and modeAlive.1, modeAlive.2, …, and of another score above a value',
    ],
    ['stat: median,', 'stat: count,', 'stat = count is of firstLoss'],
    ['stat: median,', 'stat: median, above: 1,', 'above is for the share or count of the replicates whose score is above it'],
    ['op: ">=", value: 0.9', 'value: 0.9', 'play.play.check.op or else within has to say how it is compared'],
    ['op: ">=", value: 0.9', 'op: ">=", within: 1, value: 0.9', 'play.play.check.op or else within has to say how it is compared'],
    ['op: ">=", value: 0.9', 'op: ">="', 'play.play.check.value or else ref has to say with what it is compared'],
    ['op: ">=", value: 0.9', 'op: ">=", value: 1, ref: theory', 'play.play.check.value or else ref has to say with what it is compared'],
    [
      'ref: prediction.how-many',
      'ref: prediction.rank',
      'loops.next[0].if.ref = "prediction.rank" is no number or sketch that is predicted before; there are how-many',
    ],
    [
      'misconception: none, holds: {run: treat.steady, score: recall, at: 40, op: ">", value: 0.8}',
      'misconception: none, holds: {run: treat.steady, score: recall, at: 40, op: ">", ref: prediction.curve}',
      'ref = "prediction.curve" is no number or sketch that is predicted before; there are how-many',
    ],
    [
      'op: "<", value: 0.5',
      'op: "<", ref: prediction.curve',
      'claims[0].holds.ref = "prediction.curve" is no number or sketch that is predicted before; there is none',
    ],
    [
      'op: ">=", value: 0.9',
      'op: ">=", ref: {score: recall, run: patient, at: 21}',
      'play.play.check.ref.at = 21 is behind the end of the run; its generations are 1 to 20',
    ],
  );
  it('is one that the run computes', () => {
    const found = faultsIn(withChanges(['&seed=DESK', '&seed=DESK&scores=precision']));
    expect(found).toEqual([expect.stringContaining('play.play.check.score = "recall" is not computed there; add it to scores= of the run')]);
  });
  it('of data without modes is none of modes', () => {
    const moons = withChanges(
      ['run: loop=fresh-data&real=0&generations=20', 'run: dataset=moons&loop=fresh-data&real=0&generations=20'],
      ['{{recall fresh-data 20}}', '{{firstLoss}}'],
    );
    expect(faultsIn(moons)).toEqual([expect.stringContaining('patient.text: in “{{firstLoss}}”, score = "firstLoss", but Moons has no modes')]);
  });
  it('is of a run on the way here', () => {
    const apart = withChanges(
      [
        '\nIt was {{modesAlive fully-synthetic 40}}, and the real samples were {{realUsed fully-synthetic of loops}}.\n',
        '\n```mad\nrun: loop=fresh-data\nnext: [{go: treat}]\n```\n',
      ],
      ['Recall is down to {{recall fresh-data 20}}.\n\n```mad\nrun: loop=fresh-data&real=0&generations=20\n```', 'It is {{recall 20}}.'],
      ['At generation 20 it was {{recall 20 of patient}}.', 'Look.'],
      ['ghost: [patient]\n', ''],
      ['{run: patient, score: recall', '{run: again, score: recall'],
    );
    expect(faultsIn(apart)).toContainEqual(
      expect.stringContaining(
        'patient.text: in “{{recall 20}}”, run is missing; again, the nearest above, leads nowhere here, so name one that does',
      ),
    );
  });
  it('is needed by a step that predicts, plays or observes', () => {
    const none = withChanges(['run: loop=fresh-data&real=0&generations=40&changes=21:real=20&seed=DESK\n', '']);
    expect(faultsIn(none)).toContainEqual(expect.stringContaining('play.play has nothing that runs; add run: to the step'));
    const silent = withChanges(['run: loop=fully-synthetic,synthetic-augmentation,fresh-data&real=64&generations=40\n', '']);
    expect(faultsIn(silent)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('loops.predict has nothing that runs'),
        expect.stringContaining('loops.observe has nothing that runs'),
      ]),
    );
  });
});

describe('a placeholder:', () => {
  breaks(
    ['{{recall fresh-data 20}}', '{{recall fresh-data 20}', 'patient.text has “{{” or “}}” without its other half'],
    [
      '{{recall fresh-data 20}}',
      '{{20 recall}}',
      'patient.text holds “{{20 recall}}”, which is no number of a run; write {{recall fresh-data 20}} or',
    ],
    ['{{recall fresh-data 20}}', '{{recall fresh-data 21}}', 'patient.text: in “{{recall fresh-data 21}}”, at = 21 is behind the end of the run'],
    ['| The patient', '| The {{recall 20}}', 'patient.title may not hold {{…}}; texts and questions may'],
    [
      '{{recall 20 of patient}}',
      '{{recall 20 of treat.steady}}',
      'treat.text: in “{{recall 20 of treat.steady}}”, run is of the step itself, whose numbers nobody sees before predicting',
    ],
    [
      'ask: Sketch recall from',
      'ask: From {{recall 20 of treat.dose}} sketch recall from',
      'treat.predict[1].ask: in “{{recall 20 of treat.dose}}”, run is of the step itself',
    ],
    [
      'again: Drag the timeline to 40 and count.',
      'again: It is {{modesAlive 40}}.',
      'loops.observe[0].again: in “{{modesAlive 40}}”, loop is missing',
    ],
    ['no large model.', 'no large model, {{recall 20 of patien}}.', 'limits: in “{{recall 20 of patien}}”, run = "patien" is no run'],
  );
});

describe('a sketch:', () => {
  breaks(
    ['x: [20, 21, 30, 40]', 'x: [20, 21, 30, 41]', 'treat.predict[1].x[3] = 41 is behind the end of the run; its generations are 1 to 40'],
    ['x: [20, 21, 30, 40]', 'x: [20, 30, 30, 40]', 'treat.predict[1].x[2] = 30 does not come after 30; each has to be later'],
  );
});

describe('options:', () => {
  breaks(
    ['text: fully synthetic,', `text: ${'so '.repeat(26).trim()},`, 'loops.predict[0].items[0].text has 26 words; an option has at most 25'],
    ['text: Twenty points.,', `text: ${'so '.repeat(26).trim()},`, 'treat.predict[0].options[0].text has 26 words'],
    ['{between: [7.5, 8],', '{between: [7.5, 9],', 'loops.predict[1].ranges[0].between leaves what can be answered, 0 to 8'],
  );
  it('show what a wrong one means, and one is right', () => {
    const vain = withChanges(['text: More of its own songs., misconception: M3', 'text: More of its own songs., misconception: none']);
    expect(faultsIn(vain)).toEqual([expect.stringContaining('exit.quiz[0].options show no misconception; give at least one that is wrong its own')]);
    const wrong = withChanges(['in every round., misconception: none', 'in every round., misconception: M2']);
    expect(faultsIn(wrong)).toEqual([
      expect.stringContaining('exit.quiz[0].options all show a misconception; what is right has misconception: none'),
    ]);
  });
  it('that runs decide say when one holds', () => {
    const from = BEGUN.indexOf('        holds:\n          all:');
    const to = BEGUN.indexOf('  - id: curve');
    const file = withChanges([BEGUN.slice(from, to), ''], [', holds: {run: treat.steady, score: recall, at: 40, op: ">", value: 0.8}', '']);
    expect(faultsIn(file)).toEqual([expect.stringContaining('treat.predict[0].options say of none when it holds; add holds:')]);
  });
});

describe('what is on the screen:', () => {
  breaks(
    ['unlock: [timeline]', 'unlock: [Timeline]', 'loops.unlock[0] = "Timeline" is no control; allowed are run, step, reset,'],
    ['show: [modesAlive, timeline]', 'show: [modesAlive, chart]', 'loops.show[1] = "chart" is no control and no score; allowed are run,'],
    ['ghost: [patient]', 'ghost: [play]', 'treat.ghost[0] = "play" is no step before this one with a run; allowed are loops, patient'],
    ['unlock: all', 'unlock: [real]', 'play.unlock names some controls, but in play all are free; write unlock: all'],
  );
});

describe('what a lesson needs:', () => {
  breaks(['minutes: 32', 'minutes: 45', 'minutes = 45, but its steps add up to 32; change one or the other']);
  it('is five minutes of play, two predictions, an observation and an explanation', () => {
    const short = withChanges(
      ['## play | How little is enough? {minutes=6}', '## play | How little is enough? {minutes=4}'],
      ['minutes: 32', 'minutes: 30'],
    );
    expect(faultsIn(short)).toEqual([expect.stringContaining('steps leave 4 minutes of play; at least 5 are needed')]);
    const [from, to] = [BEGUN.indexOf('observe:\n'), BEGUN.indexOf('next:\n')];
    const silent = withChanges([BEGUN.slice(from, to), '']);
    expect(faultsIn(silent)).toEqual([
      expect.stringContaining('steps ask for no observation'),
      expect.stringContaining('steps ask for no explanation'),
    ]);
    const bare = BEGUN.replace(/^predict:\n( .*\n)+/gm, '').replace(/ {2}- if: .*\n.*\n/, '');
    expect(faultsIn(bare)).toContainEqual(expect.stringContaining('steps ask for 0 predictions; at least 2 are needed'));
  });
});

describe('a text is inert:', () => {
  breaks(
    ['Recall is down', '<b>Recall</b> is down', 'patient.text holds HTML, “<b”; write Markdown'],
    ['Recall is down', 'Recall <!-- so --> is down', 'patient.text holds HTML, “<!--”'],
    ['Recall is down', '<script>alert(1)</script> is down', 'patient.text holds HTML, “<script”'],
    ['Recall is down', '![x is down', 'patient.text holds a picture, “![x is down'],
    ['Recall is down', 'Recall of ⟦x ~.35⟧ is down', 'patient.text holds a mark of a draft, “⟦”'],
    ['Recall is down', 'Recall javascript:alert(1) is down', 'patient.text holds an address, “javascript:alert(1)”'],
    ['Recall is down', 'Recall www.example.org is down', 'patient.text holds an address, “www.example.org”'],
    ['Recall is down', 'Recall a@example.org is down', 'patient.text holds an address, “a@example.org”'],
    ['Recall is down', '[Recall](other.html) is down', 'patient.text links to “other.html”; a lesson links to this page alone'],
    ['Recall is down', '[Recall](  //example.org) is down', 'patient.text links to “//example.org”'],
    ['Recall is down', '[Recall][a] is down\n\n> [a]: other.html\n\nRecall is down', 'patient.text links to “other.html”'],
    [
      '[one loop](?loop=fresh-data&generations=5)',
      '[one loop](?loop=fresh-datas&generations=5)',
      'start.text links to “?loop=fresh-datas&generations=5”: loop',
    ],
    ['ask: Jazz has vanished.', 'ask: Jazz <i>has vanished.', 'exit.quiz[0].ask holds HTML, “<i”'],
    ['authors: [MAD Lab contributors]', 'authors: ["MAD Lab <ab.org>"]', 'authors[0] holds HTML'],
  );
  it('of an https link, too', () => {
    const found = faultsIn(withChanges(['Recall is down', '[Recall](https://example.org) is down']));
    expect(found).toEqual([
      expect.stringContaining('patient.text holds an address, “https://example.org”'.slice(0, 45)),
      expect.stringContaining('patient.text links to “https://example.org”'),
    ]);
  });
  it('and may link to this page, a step of a lesson among it', () => {
    expect(faultsIn(withChanges(['Recall is down', '[Recall](?lesson=cure&step=treat&dataset=grid) is down']))).toEqual([]);
  });
});
