import { readFileSync } from 'node:fs';
import { claimsOf, type Explanations, readExplanations } from '../lessons/explanations';
import type { LessonFile } from './lessonFiles';

const PATH = 'src/lessons/explanations.yaml';

export const explanationsHere = (): Explanations => readExplanations(readFileSync(PATH, 'utf8'));

/** As `lessons:expect` computes it beside the lessons. */
export const explanationsFile = (): LessonFile => ({ path: PATH, lesson: claimsOf(explanationsHere()) });
