import type { Shape } from '../../plot/primitive';
import { interventions, numbered, placeWords } from '../../timeline/events';
import type { ChartData, Layer } from '../layer';

/** What the reader changed on the way: a line at the first generation that has it. */
export function changes({ experiment }: ChartData): Layer {
  const events = interventions(experiment);
  return {
    level: 'under',
    extent: null,
    draw({ geometry: { top, width }, floor, toX }, { mute, change: { words, rise, ...paint } }) {
      const lines = events.map(({ generation }): Shape => {
        const steps = [
          ['M', toX(generation), top - rise],
          ['V', floor],
        ] as const;
        return { kind: 'path', steps, stroke: mute, ...paint };
      });
      if (!words) return lines;
      const told = placeWords(numbered(events, toX, words.character, width), toX, words.character, width).map(
        ({ event, centre }): Shape => ({
          kind: 'words',
          x: centre,
          y: top - words.rise,
          textAnchor: 'middle',
          fill: mute,
          parts: [{ text: event.words }],
        }),
      );
      return [...lines, ...told];
    },
  };
}
