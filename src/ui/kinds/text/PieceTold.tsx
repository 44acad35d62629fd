import { experimentOnScreen } from '../../../store/selectors';
import { useLab } from '../../../store/useLab';
import { framesOf } from '../../runs';
import { pieceNouns } from '../../text/pieceNouns';
import { written } from './marks';
import { pieceWords } from './pieceWords';
import { RealText } from './RealText';
import styles from './Text.module.css';
import { textOf } from './texts';

interface PieceProps {
  readonly loop: string;
  readonly generation: number;
  /** its place among the samples shown */
  readonly place: number;
}

/** What a name or word of a loop is: what the page can tell, then what the engine finds in the real text. */
export function PieceTold({ loop, generation, place }: PieceProps) {
  const text = useLab((state) => textOf(framesOf(state)[generation - 1], loop));
  const experiment = useLab(experimentOnScreen);
  if (!text || text.pieces[place] === undefined) return <p>nothing stands here</p>;
  const lines = pieceWords(text, place, pieceNouns(experiment));
  return (
    <>
      <p>
        <span className={styles.word} data-piece>
          {written(text, place) || '–'}
        </span>{' '}
        {lines[0]}
      </p>
      {lines.slice(1).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <RealText loop={loop} generation={generation} place={place} />
    </>
  );
}
