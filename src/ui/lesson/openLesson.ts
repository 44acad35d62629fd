import type { ComponentType } from 'react';
import { valuesIn } from '../../engine/query';
import { labStore } from '../../store/labStore';
import { queryHere } from '../../store/pageAddress';
import { fetchLesson, LESSON_IDS } from './bundled';
import LessonCard from './LessonCard';
import { lessonAsked, lessonDoor } from './lessonDoor';
import { openLesson } from './lessonStore';

const Nothing = () => null;

/** Fetches the lesson that the address asks for, and opens it; where there is none of that name the page says which there are. */
export async function openAsked(): Promise<{ default: ComponentType }> {
  const id = lessonAsked() ?? '';
  const module = await fetchLesson(id);
  if (!module) {
    lessonDoor.setState({ isOpen: false, isBare: false });
    const message = `There is no lesson “${id.slice(0, 40)}”. Lessons: ${LESSON_IDS.join(', ')}.`;
    labStore.setState(({ notes }) => ({ notes: [...notes, { key: 'lesson', value: id, problem: message, message }] }));
    return { default: Nothing };
  }
  const values = valuesIn(queryHere());
  openLesson(module, values.get('poe') === 'off' ? 'off' : 'on', values.get('step') ?? null);
  return { default: LessonCard };
}
