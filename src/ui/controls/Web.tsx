import { kindOf } from '../../engine/chosen';
import { SCHEMA } from '../../engine/experiment';
import { RANGE, scheduleOf } from '../../engine/steps/schedule';
import { labStore } from '../../store/labStore';
import { controlValues, experimentOnScreen } from '../../store/selectors';
import { useLab } from '../../store/useLab';
import { Changeable } from '../view/Setting';
import styles from './Controls.module.css';
import { CheckRow } from './KeyCheck';
import { NumberField } from './NumberField';
import { refusalOf } from './refusalOf';

/** What a web that is switched on does, in runs as long as those of a kind are. */
const FIRST: Readonly<Record<string, string>> = { points: '0.98,20,4', images: '0.98,5,1', text: '0.98,12,3' };

/** A part of the curve: its name, and by how much an arrow key moves it. */
const PARTS = {
  max: { name: 'Highest share', step: 0.01 },
  middle: { name: 'Half of it at generation', step: 1 },
  width: { name: 'Width in generations', step: 0.5 },
} as const;

const change = (web: string) => labStore.getState().change({ web });

/** The curve along which the synthetic share rises, as three numbers; nothing where it is off. */
export function WebCurve() {
  const schedule = scheduleOf(useLab((state) => controlValues(state).web));
  if (!schedule) return null;
  return (Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => {
    const { name, step } = PARTS[part];
    const [min, max] = RANGE[part];
    const next = (from: number, by: number) => Math.min(max, Math.max(min, Number((from + by * step).toFixed(6))));
    return (
      <div key={part} className={styles.row}>
        <span className={styles.label}>{name}</span>
        <Changeable>
          <NumberField
            rule={{ name, min, max, whole: false }}
            value={schedule[part]}
            onCommit={(value) => change(Object.values({ ...schedule, [part]: value }).join(','))}
            next={next}
          />
        </Changeable>
      </div>
    );
  });
}

/** The rising web: on or off. */
export function Web() {
  const isOn = useLab((state) => controlValues(state).web !== SCHEMA.web.fallback());
  const first = useLab((state) => FIRST[kindOf(experimentOnScreen(state)).id] ?? FIRST.points);
  const refused = useLab((state) => refusalOf('web', first, state));
  return <CheckRow of="web" checked={isOn} refused={refused} onChange={(on) => change(on ? first : SCHEMA.web.fallback())} />;
}
