import { simulateLoop } from './loopSimulation';
import { answerJobs } from './processes';

answerJobs(simulateLoop);
