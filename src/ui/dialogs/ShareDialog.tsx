import { lazy, useState } from 'react';
import { sharedLinkOf } from '../../store/addressBar';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { PointsLeftOut } from '../draw/PointsLeftOut';
import { useResults } from '../files/useResults';
import { Late } from '../Late';
import { CopyLink } from '../share/CopyLink';
import embedStyles from '../share/Embed.module.css';
import shareStyles from '../share/Share.module.css';
import { differsFromShared, sharedExperiment } from '../share/sharedLink';
import { TextInLink } from '../write/TextInLink';
import { Dialog } from './Dialog';
import styles from './Dialog.module.css';

const QrCode = lazy(() => import('../share/QrCode'));
const ClassPart = lazy(() => import('../share/ClassPart'));
const EmbedPart = lazy(() => import('../share/EmbedPart'));

export default function ShareDialog() {
  const experiment = useLab(experimentOnScreen);
  const { frames, backend } = useResults();
  const [sameNumbers, setSameNumbers] = useState(true);
  const [forClass, setForClass] = useState(false);
  const [embed, setEmbed] = useState(false);
  const shared = sharedExperiment(experiment, sameNumbers);
  const link = sharedLinkOf(shared, location);

  return (
    <Dialog title="Share this experiment">
      <PointsLeftOut />
      <TextInLink />
      <p>The link holds every setting, the seed and the changes made during the run. Whoever opens it can run the same experiment.</p>
      <div className={shareStyles.sides}>
        <div className={shareStyles.link}>
          <CopyLink key={link} link={link} />
          <label className={styles.choice}>
            <input type="checkbox" checked={sameNumbers} onChange={(event) => setSameNumbers(event.target.checked)} />
            <span>
              the same numbers for everyone
              <span className="mute"> (computes on the processor, not on the graphics card, so that every computer gets the same results)</span>
            </span>
          </label>
          {sameNumbers && frames.length > 0 && differsFromShared(experiment, backend) && (
            <p className="mute">
              The numbers on your screen were computed on {backend}: they differ a little from those that everyone gets. Open the link to see these.
            </p>
          )}
        </div>
        <Late failed={<p className="mute">The QR code could not be loaded; the link works without it.</p>}>
          <QrCode link={link} />
        </Late>
      </div>
      <details className={embedStyles.part} onToggle={(event) => setForClass(event.currentTarget.open)}>
        <summary>For a class</summary>
        {forClass && (
          <Late fallback={<p>Loading…</p>} failed={<p role="alert">This part could not be loaded. Check the connection, then open Share again.</p>}>
            <ClassPart experiment={shared} />
          </Late>
        )}
      </details>
      <details className={embedStyles.part} onToggle={(event) => setEmbed(event.currentTarget.open)}>
        <summary>Embed in a page</summary>
        {embed && (
          <Late fallback={<p>Loading…</p>} failed={<p role="alert">The snippet could not be loaded. Check the connection, then open Share again.</p>}>
            <EmbedPart experiment={shared} />
          </Late>
        )}
      </details>
    </Dialog>
  );
}
