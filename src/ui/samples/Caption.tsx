import { Fragment } from 'react';
import { experimentOnScreen, frameShown } from '../../store/selectors';
import type { LabState } from '../../store/state';
import { useLab } from '../../store/useLab';
import { Explain } from '../explain/Explain';
import { framesOf } from '../runs';
import { captionOf, captionRemark, captionText, isLongCaption, realCaption, type Said } from '../text/captions';
import own from './Caption.module.css';
import styles from './Samples.module.css';

export const previewOf = ({ preview }: LabState) => (preview.status === 'ready' ? preview.preview : null);

const words = ({ before, number, after }: Said) => (
  <>
    {before}
    {number !== undefined && <strong>{number}</strong>}
    {after}
  </>
);

/** What the numbers say of the picture above it; pressed, each explains itself. */
export function Caption({ loop }: { loop: string }) {
  const frame = useLab(frameShown);
  const experiment = useLab(experimentOnScreen);
  const preview = useLab(previewOf);
  const first = useLab((state) => framesOf(state)[0]);
  const isPaired = useLab((state) => state.kept?.experiment.loop.includes(loop) ?? false);
  const look = { className: `${styles.caption} ${own.caption}`, 'data-long': isLongCaption(experiment) };
  const whose = isPaired ? 'this run: ' : '';
  if (!frame) return <p {...look}>{`${whose}${realCaption(preview, experiment)}`}</p>;
  const remark = captionRemark(frame, loop, experiment);
  const told = captionOf(frame, loop, experiment, preview, { first }).filter(({ isInPicture }) => !isInPicture);
  return (
    <p {...look}>
      {whose}
      {told.map((said, i) => (
        <Fragment key={said.of ?? said.before}>
          {i > 0 && ' '}
          <span className={own.said}>
            {i > 0 && <span className={own.dot}>· </span>}
            {said.of ? (
              <Explain of={{ score: said.of }} remarks={remark === null ? [] : [remark]} ofControl>
                {words(said)}
              </Explain>
            ) : (
              words(said)
            )}
          </span>
        </Fragment>
      ))}
    </p>
  );
}

/** What the picture can't show, said in its corner. */
export function Outside({ loop }: { loop: string }) {
  const [frame, experiment, preview] = [useLab(frameShown), useLab(experimentOnScreen), useLab(previewOf)];
  const words = captionText((frame ? captionOf(frame, loop, experiment, preview) : []).filter(({ isInPicture }) => isInPicture));
  return words === '' ? null : (
    <span className={own.outside} aria-hidden="true">
      {words}
    </span>
  );
}
