import { labStore } from '../../store/labStore';
import { FASTEST, SPEEDS } from '../../store/playKeys';
import { useLab } from '../../store/useLab';
import { ExplainKey } from '../explain/ExplainKey';
import { readNumber } from './readNumber';
import { Slider } from './Slider';
import { listScale } from './scale';

/** Generations a second; the last stop is as fast as it computes. */
const SCALE = listScale([0.25, 0.5, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, Number.POSITIVE_INFINITY]);
const RULE = { name: 'Speed', ...SPEEDS, whole: false };

const print = (speed: number) => (Number.isFinite(speed) ? `${speed}/s` : FASTEST);

function read(text: string) {
  const plain = text.trim().toLowerCase();
  if (plain === FASTEST) return { value: Number.POSITIVE_INFINITY };
  const result = readNumber(plain.replace(/\/s$/, ''), RULE);
  return 'message' in result ? { message: result.message.replace(/\.$/, `, or “${FASTEST}”.`) } : result;
}

export function Speed() {
  const speed = useLab((state) => state.speed);
  return (
    <Slider
      scale={SCALE}
      rule={RULE}
      label={<ExplainKey of="speed" label={RULE.name} />}
      value={speed}
      onCommit={(value) => labStore.getState().setSpeed(value)}
      print={print}
      read={read}
    />
  );
}
