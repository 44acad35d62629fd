export { workersHere } from '../worker/engineWorkers';
