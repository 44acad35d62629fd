import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Experiment } from '../../engine/experiment';
import { identityOf } from '../../engine/experimentText';
import { valuesIn } from '../../engine/query';
import { linkOf } from '../../store/addressBar';
import { mapRuns, nameOf } from '../../store/maps';
import { queryHere, rewriteKey, withKey } from '../../store/pageAddress';
import { experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { aspectWords } from '../charts/summary';
import { Dialog } from '../dialogs/Dialog';
import { useAbout } from '../dialogs/openDialog';
import { firstScore } from '../stage/firstScore';
import { useTheme } from '../theme';
import styles from './Map.module.css';
import { MapDrawn } from './MapDrawn';
import { MapForm } from './MapForm';
import { MapKept } from './MapKept';
import { isSoon } from './MapProgress';
import { firstChoice, type MapChoice, planOf, printChoice, readChoice, scoresOf } from './mapChoice';
import { aboutWords, sharedWords } from './mapWords';

/** What was chosen last: whoever comes back from one of its runs finds it again. */
let last: MapChoice | null = null;

/** The map that was asked for; else the last one, if the experiment on the screen is one of its squares; else the one to begin with. */
function beginWith(asked: string | undefined, experiment: Experiment): { choice: MapChoice; notes: readonly string[] } {
  const score = firstScore(experiment)?.id;
  if (asked !== undefined) return readChoice(asked, experiment, score);
  const known = mapRuns.store.getState();
  const again = last && planOf(last, experiment);
  if (last && known && again && typeof again !== 'string' && nameOf(again) === nameOf(known.plan)) return { choice: last, notes: [] };
  return { choice: firstChoice(experiment, score), notes: [] };
}

function ChosenMap({ experiment, asked }: { experiment: Experiment; asked: string | undefined }) {
  const [{ choice, notes }, setChosen] = useState(() => beginWith(asked, experiment));
  const em = useTheme() === 'projector' ? 24 : 13;
  const plan = useMemo(() => planOf(choice, experiment), [choice, experiment]);
  const runs = useStore(mapRuns.store);
  const metric = scoresOf(experiment).find(({ id }) => id === choice.score);
  const text = printChoice(choice, experiment, firstScore(experiment)?.id);
  const [page, query = ''] = linkOf(experiment, location).split('?');
  const link = page + withKey(query, 'map', text);

  useEffect(() => {
    rewriteKey('map', text);
    return () => rewriteKey('map', null);
  }, [text]);

  useEffect(() => {
    if (typeof plan === 'string') return;
    last = choice;
    mapRuns.open(plan);
    if (isSoon(plan)) mapRuns.compute();
    return mapRuns.stop;
  }, [plan, choice]);

  // the run of a square is computed as long as somebody looks
  useEffect(() => () => mapRuns.look(null), []);

  if (!metric) return <p>This experiment has no score to draw.</p>;
  const aspect = aspectWords(metric);
  const isHere = typeof plan !== 'string' && runs !== null && nameOf(runs.plan) === nameOf(plan);
  return (
    <>
      {typeof plan !== 'string' && (
        <p>
          {aboutWords(plan, metric.name)} {sharedWords(experiment)} {aspect !== '' && <span className="mute">{aspect}.</span>}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} role="alert">
          {note}
        </p>
      ))}
      <div className={styles.sides} style={{ fontSize: em }}>
        <MapForm experiment={experiment} choice={choice} onChange={(next) => setChosen({ choice: next, notes: [] })} />
        {typeof plan === 'string' && <p role="alert">{plan}</p>}
        {isHere && <MapDrawn runs={runs} metric={metric} experiment={experiment} em={em} />}
      </div>
      {isHere && <MapKept runs={runs} metric={metric} link={link} />}
    </>
  );
}

/** The experiment on the screen over two of its settings at once. */
export default function MapDialog() {
  const experiment = useLab(experimentOnScreen);
  const about = useAbout();
  const [asked] = useState(() => about ?? valuesIn(queryHere()).get('map'));
  return (
    <Dialog title="Map of two settings" width="full">
      <ChosenMap key={identityOf(experiment)} experiment={experiment} asked={asked} />
    </Dialog>
  );
}
