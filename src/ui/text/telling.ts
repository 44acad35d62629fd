/** All that it takes to tell of a run: fetched as soon as the page stands, for before a run there is nothing of it to tell. */
export { headlineOf } from './headline';
export { narrate } from './narration';
