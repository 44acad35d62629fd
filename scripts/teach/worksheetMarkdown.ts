import { number } from '../../src/format';
import type { Prediction, Step } from '../../src/lessons/lesson';
import { version } from '../../src/version';
import { attribution } from './licence';
import { filled } from './numbers';
import type { Pack } from './packs';
import type { Place } from './place';

const LINE = '________________________________________';

function blanks(part: Prediction): string {
  if (part.type === 'choose') return part.options.map(({ text }) => `- [ ] ${text}`).join('\n');
  if (part.type === 'order')
    return `${part.items.map(({ text }) => text).join(' · ')}\n\n${part.items.map((_, i) => `${i + 1}. ${LINE}`).join('\n')}`;
  if (part.type === 'number') return `${LINE} (from ${number(part.between[0])} to ${number(part.between[1])})`;
  return `| generation | ${part.x.join(' | ')} |\n| --- | ${part.x.map(() => '---').join(' | ')} |\n| your sketch | ${part.x.map(() => ' ').join(' | ')} |`;
}

function predicted(part: Prediction, text: (words: string) => string): string {
  const reason = part.reason === 'required' || part.reason === 'optional' ? `\n\nBecause ${LINE}` : '';
  const sure = part.confidence ? '\n\nHow sure? guessing · unsure · rather sure · sure' : '';
  return `**Predict.** ${text(part.ask)}\n\n${blanks(part)}${reason}${sure}`;
}

function part(step: Step, { lesson, expected }: Pack): string[] {
  const { id, title, predict = [], observe = [], explain, play, quiz = [] } = step;
  const text = (words: string) => filled(words, lesson, expected, id);
  const parts = [
    ...predict.map((one) => predicted(one, text)),
    ...(observe.length > 0 ? [`| What you see | |\n| --- | --- |\n${observe.map(({ ask }) => `| ${text(ask)} | |`).join('\n')}`] : []),
    ...(explain ? [`**Explain.** ${text(explain.ask)}\n\n${LINE}\n\n${LINE}`] : []),
    ...(play ? [`**Aim.** ${text(play.goal)}\n\n| What I set | What happened |\n| --- | --- |\n| | |\n| | |`] : []),
    ...quiz.map(
      ({ ask, options }, i) => `${i + 1}. ${text(ask)}\n\n${options ? options.map((option) => `   - [ ] ${option.text}`).join('\n') : `   ${LINE}`}`,
    ),
  ];
  return parts.length === 0 ? [] : [`## ${title}`, ...parts];
}

/** The worksheet to be edited with any text program. */
export function worksheetMarkdown(pack: Pack, { site }: Place): string {
  const { lesson, expected, edition } = pack;
  const link = `${site ?? ''}?lesson=${lesson.id}`;
  return `${[
    `# ${lesson.title}`,
    `Desk ____ Group ____ Date ____`,
    site === null ? `Open MAD Lab with \`${link}\` behind its address.` : `Open ${link}`,
    ...lesson.steps.flatMap((step) => part(step, pack)),
    `**How far this goes.** ${filled(lesson.limits, lesson, expected)}`,
    `${attribution(lesson.title, lesson, site, 'worksheet')} MAD Lab ${version}, lesson ${lesson.id}, edition ${edition}.`,
  ].join('\n\n')}\n`;
}
