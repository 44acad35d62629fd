import process from 'node:process';
import { type LoopRun, simulateLoop } from './loopSimulation';

process.on('message', (loopRun: LoopRun) => {
  // a failure ends this process; its parent tells
  void simulateLoop(loopRun).then((observed) => process.send?.(observed));
});
