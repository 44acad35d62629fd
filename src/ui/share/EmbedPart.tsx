import { useMemo, useState } from 'react';
import type { Experiment } from '../../engine/experiment';
import { isViewKey } from '../../engine/experimentText';
import { readQuery } from '../../engine/query';
import { heightOf } from '../../frame/heights';
import { linkOf } from '../../store/addressBar';
import { pageOf } from '../../store/pageAddress';
import { useLab } from '../../store/useLab';
import { figuresOf } from '../figures/figures';
import { useResults } from '../files/useResults';
import { shownOf } from '../runs';
import styles from './Embed.module.css';
import { EmbedChoices } from './EmbedChoices';
import { EmbedPreview } from './EmbedPreview';
import { embedSnippet, FIRST_CHOICE, frameAddress } from './embedSnippet';
import { embedWords } from './embedWords';
import { Snippet } from './Snippet';

/** Width of an article's column, for which a plain iframe's first height is meant. */
const COLUMN = 640;
const WIDTHS = { '320 px': 320, '480 px': 480, full: null } as const;

const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** Keys of the experiment as its link has them, without those of this page's own look. */
const pairsOf = (experiment: Experiment) => readQuery(linkOf(experiment, location).replace(/^[^?]*/, '')).filter(([name]) => !isViewKey(name));

/** A snippet for somebody's page with this experiment in it, and how it will look there. */
export default function EmbedPart({ experiment }: { experiment: Experiment }) {
  const results = useResults();
  const shown = useLab(shownOf);
  const preview = useLab((state) => (state.preview.status === 'ready' ? state.preview.preview : null));
  const running = useLab(({ run }) => run.status === 'running');
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const [width, setWidth] = useState<keyof typeof WIDTHS>('full');
  const [kind, setKind] = useState<'png' | 'svg'>('png');

  // while a run goes on, its moment when this was opened: a picture for each generation would hold up the page
  const moment = running ? null : { shown, preview, frames: results.frames, noise: results.noise };
  // biome-ignore lint/correctness/useExhaustiveDependencies: results are made anew at every look; what is in them decides
  const { figure, words } = useMemo(() => {
    const offers = figuresOf(results, shown, preview);
    const offer = choice.view === 'scores' ? (offers[1] ?? offers[0]) : offers[0];
    return { figure: offer.draw(), words: embedWords(results, shown) };
  }, [moment?.shown, moment?.preview, moment?.frames, moment?.noise, results.experiment, results.link, choice.view]);

  const folder = new URL('.', pageOf(location)).href;
  if (folder.startsWith('file:'))
    return <p>This page was opened from a disk, where no article can reach it. Embed from the site that it comes from.</p>;

  const name = `mad-lab-${experiment.model}-seed-${experiment.seed}-${slug(figure.title)}`;
  const content = {
    pairs: pairsOf(experiment),
    folder,
    title: words.title,
    height: heightOf(COLUMN, choice.view),
    poster: { file: `${name}.${kind}`, alt: words.alt, width: figure.width, height: figure.height },
  };
  const snippet = embedSnippet(content, choice);
  const address = frameAddress(content, choice);

  return (
    <div className={styles.embed}>
      <EmbedChoices choice={choice} onChange={setChoice} />
      <Snippet key={JSON.stringify(choice)} snippet={snippet} figure={figure} name={name} poster={content.poster.file} onPoster={setKind} />
      <fieldset className={styles.widths}>
        <legend>Preview, width</legend>
        {(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).map((label) => (
          <label key={label}>
            <input type="radio" name="embed-width" checked={width === label} onChange={() => setWidth(label)} />
            {label}
          </label>
        ))}
      </fieldset>
      <EmbedPreview
        key={address}
        address={address}
        title={words.title}
        width={WIDTHS[width]}
        height={heightOf(WIDTHS[width] ?? COLUMN, choice.view)}
      />
    </div>
  );
}
