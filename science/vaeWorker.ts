import { answerJobs } from './processes';
import { simulateDigits } from './vaeRuns';

answerJobs(simulateDigits);
