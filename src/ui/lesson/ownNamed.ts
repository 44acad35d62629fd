import type { LessonModule } from './bundled';
import { keptOwn, ownModule } from './ownHere';

/** The lesson of this name that was brought here, as a file or in a link; null where none was. */
export async function ownNamed(id: string): Promise<LessonModule | null> {
  const module = ownModule();
  if (module) return module.lesson.id === id ? module : null;
  const text = keptOwn();
  if (text === null) return null;
  const { moduleIn } = await import('./ownLesson');
  const found = await moduleIn(text, true);
  return 'module' in found && found.module.lesson.id === id ? found.module : null;
}
