import { simulateCure } from './cureRuns';
import { answerJobs } from './processes';

answerJobs(simulateCure);
