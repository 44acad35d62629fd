import { useMemo, useRef, useState } from 'react';
import type { Experiment } from '../../engine/experiment';
import { isViewKey } from '../../engine/experimentText';
import { readQuery } from '../../engine/query';
import { heightOf } from '../../frame/heights';
import { linkOf } from '../../store/addressBar';
import { pageOf } from '../../store/pageAddress';
import { useLab } from '../../store/useLab';
import { figuresOf } from '../figures/figures';
import { toPng } from '../figures/toPng';
import { download } from '../files/download';
import { useResults } from '../files/useResults';
import buttons from '../forms/Buttons.module.css';
import fields from '../forms/Fields.module.css';
import { shownOf } from '../runs';
import styles from './Embed.module.css';
import { EmbedChoices } from './EmbedChoices';
import { EmbedPreview } from './EmbedPreview';
import { embedSnippet, FIRST_CHOICE, frameAddress } from './embedSnippet';
import { embedWords } from './embedWords';

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
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);

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

  const copy = async () => {
    field.current?.select();
    const copied = await navigator.clipboard.writeText(snippet).then(
      () => true,
      () => document.execCommand('copy'),
    );
    setSaid(copied ? 'Copied: the snippet is on the clipboard.' : 'The browser refused to copy. The snippet is selected: press Ctrl+C or ⌘C.');
  };

  const savePng = async () => {
    setKind('png');
    try {
      download(`${name}.png`, 'image/png', await toPng(figure));
      setSaid(`Saved ${name}.png.`);
    } catch (error) {
      setSaid(`The PNG could not be made (${error instanceof Error ? error.message : error}). The SVG holds the same picture.`);
    }
  };

  const saveSvg = () => {
    setKind('svg');
    download(`${name}.svg`, 'image/svg+xml', figure.svg);
    setSaid(`Saved ${name}.svg.`);
  };

  return (
    <div className={styles.embed}>
      <EmbedChoices
        choice={choice}
        onChange={(next) => {
          setChoice(next);
          setSaid('');
        }}
      />
      <textarea
        ref={field}
        className={fields.text}
        aria-label="Snippet"
        readOnly
        rows={7}
        spellCheck={false}
        value={snippet}
        onFocus={(event) => event.target.select()}
      />
      <div className={buttons.buttons}>
        <button type="button" className={buttons.primary} onClick={() => void copy()}>
          Copy snippet
        </button>
        <button type="button" onClick={() => void savePng()}>
          Save poster PNG
        </button>
        <button type="button" onClick={saveSvg}>
          Save poster SVG
        </button>
      </div>
      <p className="mute">
        The poster is a picture of your run for readers whose page shows no scripts. Upload it beside the article; the snippet expects{' '}
        {content.poster.file}.
      </p>
      <p role="status">{said}</p>
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
