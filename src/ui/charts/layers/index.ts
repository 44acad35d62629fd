import type { ChartData, Layer } from '../layer';
import { behindLines } from './behindLines';
import { changes } from './changes';
import { guessLine } from './guessLine';
import { noiseFloor } from './noiseFloor';
import { toldValues, toldWords } from './toldValues';

/** What charts show beside their curves, on the page, in figures and in thumbnails; what comes first lies lowest. Adding one: a file here and a line below. */
const LAYERS: readonly ((data: ChartData) => Layer | null)[] = [noiseFloor, behindLines, changes, toldValues, toldWords, guessLine];

export const layersOf = (data: ChartData): Layer[] => LAYERS.flatMap((layer) => layer(data) ?? []);
