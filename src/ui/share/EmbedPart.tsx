import { useMemo, useState } from 'react';
import { kindOf } from '../../engine/chosen';
import type { Experiment } from '../../engine/experiment';
import { isViewKey, VIEW_KEYS } from '../../engine/experimentText';
import { plainName } from '../../engine/names';
import { readQuery, valuesIn } from '../../engine/query';
import { runKeyOf } from '../../frame/experimentKey';
import { heightOf, posterHeightOf } from '../../frame/heights';
import { presetOf } from '../../presets/presetOf';
import { wholePreset } from '../../presets/wholePreset';
import type { Frame } from '../../results/frame';
import { linkOf } from '../../store/addressBar';
import { fragmentOf } from '../../store/desk';
import { hasOwnText } from '../../store/ownText';
import { pageOf } from '../../store/pageAddress';
import { useLab } from '../../store/useLab';
import { posterForLink } from '../charts/posterOf';
import { figuresOf } from '../figures/figures';
import { useResults } from '../files/useResults';
import { pictureWords, thumbnailPath } from '../gallery/thumbnail';
import { shownOf } from '../runs';
import { firstScore } from '../stage/firstScore';
import styles from './Embed.module.css';
import { EmbedChoices } from './EmbedChoices';
import { EmbedPreview } from './EmbedPreview';
import { embedSnippet, FIRST_CHOICE, frameAddress } from './embedSnippet';
import { embedWords } from './embedWords';
import { Snippet } from './Snippet';

/** Width of an article's column, for which a plain iframe's first height is meant. */
const COLUMN = 720;
const WIDTHS = { '320 px': 320, '480 px': 480, full: null } as const;

const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** Keys of the experiment as its link has them, without those of this page's own look. */
const pairsOf = (experiment: Experiment) => readQuery(linkOf(experiment, location).replace(/^[^?]*/, '')).filter(([name]) => !isViewKey(name));

/** Curves of the run on the screen for the poster. A preset's own run needs none: the embed knows it. */
function curvesOf(experiment: Experiment, frames: readonly Frame[]): string {
  const metric = firstScore(experiment);
  const run = runKeyOf(new Map(pairsOf(experiment).map(([name, value]) => [plainName(name), value])), VIEW_KEYS);
  const preset = presetOf(experiment);
  const isPresets = preset !== null && runKeyOf(valuesIn(preset.query), VIEW_KEYS) === run;
  return metric && frames.length > 0 && !isPresets ? posterForLink(metric, frames, experiment, run) : '';
}

/** A preset's picture lies on this site: nothing needs to be uploaded. */
function pictureOf(experiment: Experiment, folder: string) {
  const preset = presetOf(experiment);
  return preset && { file: `${folder}${thumbnailPath(preset)}`, alt: pictureWords(wholePreset(preset)), width: 900, height: 300 };
}

/** A snippet for somebody's page with this experiment in it, and how it will look there. */
export default function EmbedPart({ experiment }: { experiment: Experiment }) {
  const results = useResults();
  const shown = useLab(shownOf);
  const preview = useLab((state) => (state.preview.status === 'ready' ? state.preview.preview : null));
  const running = useLab(({ run }) => run.status === 'running');
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const [width, setWidth] = useState<keyof typeof WIDTHS>('full');
  const [saved, setSaved] = useState<'png' | 'svg' | null>(null);

  // while a run goes on, its moment when this was opened: a picture for each generation would hold up the page
  const moment = running ? null : { shown, preview, frames: results.frames, noise: results.noise };
  // biome-ignore lint/correctness/useExhaustiveDependencies: results are made anew at every look; what is in them decides
  const { figure, words, curves } = useMemo(() => {
    const offers = figuresOf(results, shown, preview);
    const offer = choice.view === 'scores' ? (offers[1] ?? offers[0]) : offers[0];
    return { figure: offer.draw(), words: embedWords(results, shown), curves: curvesOf(experiment, results.frames.slice(0, shown)) };
  }, [moment?.shown, moment?.preview, moment?.frames, moment?.noise, results.experiment, results.link, choice.view, experiment]);

  const folder = new URL('.', pageOf(location)).href;
  if (folder.startsWith('file:'))
    return <p>This page was opened from a disk, where no article can reach it. Embed from the site that it comes from.</p>;

  const isText = kindOf(experiment).id === 'text';
  const name = `mad-lab-${experiment.model}-seed-${experiment.seed}-${slug(figure.title)}`;
  const content = {
    pairs: pairsOf(experiment),
    fragment: fragmentOf(null, experiment),
    folder,
    title: words.title,
    height: {
      poster: posterHeightOf(COLUMN, choice.view),
      figure: heightOf(COLUMN, choice.view, isText),
      // where nothing fits a frame it is as high as samples and their timeline; the scores are scrolled to
      alone: Math.min(heightOf(COLUMN, 'samples', isText), heightOf(COLUMN, choice.view, isText)),
    },
    curves,
    poster: (saved === null && pictureOf(experiment, folder)) || {
      file: `${name}.${saved ?? 'png'}`,
      alt: words.alt,
      width: figure.width,
      height: figure.height,
    },
  };
  const first = (px: number) => (choice.run === 'visible' ? heightOf(px, choice.view, isText) : posterHeightOf(px, choice.view));
  const snippet = embedSnippet(content, choice);
  const address = frameAddress(content, choice);

  return (
    <div className={styles.embed}>
      <EmbedChoices choice={choice} onChange={setChoice} />
      {choice.variant === 'element' && hasOwnText(experiment) && (
        <p>The element takes no text of your own, and would show an example. Choose the frame: its address holds the text, if it fits.</p>
      )}
      <Snippet key={JSON.stringify(choice)} snippet={snippet} figure={figure} name={name} poster={content.poster.file} onPoster={setSaved} />
      <fieldset className={styles.widths}>
        <legend>Preview, width</legend>
        {(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).map((label) => (
          <label key={label}>
            <input type="radio" name="embed-width" checked={width === label} onChange={() => setWidth(label)} />
            {label}
          </label>
        ))}
      </fieldset>
      <EmbedPreview key={address} address={address} title={words.title} width={WIDTHS[width]} height={first(WIDTHS[width] ?? COLUMN)} />
    </div>
  );
}
