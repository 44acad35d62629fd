import { lazy } from 'react';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { NotLoaded } from '../broken/NotLoaded';
import { Late } from '../Late';
import { badgeDetails } from '../text/badge';
import { PAPERS } from '../text/papers';
import { Dialog } from './Dialog';

const ModelText = lazy(() => import('./ModelText'));

/** What is computed, in full: the repository's MODEL.md, and the papers. */
export function HowDialog() {
  const details = useLab((state) => (state.badge ? badgeDetails(state.badge, experimentOnScreen(state).model) : ''));
  return (
    <Dialog title="How this is computed">
      <p>
        Generation 1 is trained on real data alone. Every later model is trained from scratch on a training set that its loop puts together. Each
        generation is scored against real data that no model has seen. The same link on the same kind of processor gives the same numbers. Every score
        explains itself where it stands; here is all of it, with formulas and sources.
      </p>
      {details !== '' && <p className="mute">This run: {details}.</p>}
      <Late fallback={<p>Loading the text…</p>} failed={<NotLoaded />}>
        <ModelText />
      </Late>
      <h3>Papers</h3>
      <ul>
        {PAPERS.map(({ title, by, address }) => (
          <li key={address}>
            <a href={address}>{title}</a> <span className="mute">{by}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
