/** Parts of Export that are fetched together: what draws pictures draws films, too, and films have the sound that is saved. */
export { default as FigureChoice } from '../figures/FigureChoice';
export { default as FilmFile } from '../film/FilmFile';
export { default as SoundFile } from '../listen/SoundFile';
