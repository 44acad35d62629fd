import type { Pack } from './packs';
import { checklistPage } from './pages/checklistPage';
import { curriculumPage } from './pages/curriculumPage';
import { exitPage } from './pages/exitPage';
import { explanationsPage } from './pages/explanationsPage';
import { gameKeyPage, gamePage } from './pages/gamePage';
import { guidePage } from './pages/guidePage';
import { inventoryKeyPage, inventoryPage } from './pages/inventoryPage';
import { keyPage } from './pages/keyPage';
import { slidesPage } from './pages/slidesPage';
import { teachPage } from './pages/teachPage';
import { worksheetPage } from './pages/worksheetPage';
import type { Place } from './place';
import { slidesMarkdown } from './slidesMarkdown';
import { worksheetMarkdown } from './worksheetMarkdown';

/** Of one lesson. */
export const PACK_FILES: Readonly<Record<string, (pack: Pack, place: Place) => string>> = {
  'guide.html': guidePage,
  'slides.html': slidesPage,
  'worksheet.html': worksheetPage,
  'exit.html': exitPage,
  'key.html': keyPage,
  'worksheet.md': worksheetMarkdown,
  'slides.md': slidesMarkdown,
};

/** Of no lesson, or of all. */
const COMMON_FILES: Readonly<Record<string, (packs: readonly Pack[], place: Place) => string>> = {
  'checklist.html': (_, place) => checklistPage(place),
  'game.html': (_, place) => gamePage(place),
  'game-key.html': (_, place) => gameKeyPage(place),
  'inventory.html': (_, place) => inventoryPage(place),
  'inventory-key.html': (_, place) => inventoryKeyPage(place),
  'curriculum.html': curriculumPage,
  'explanations.html': (_, place) => explanationsPage(place),
};

/** What goes to pupils: no word of a key stands in it. */
export const FOR_PUPILS: readonly string[] = ['worksheet.html', 'worksheet.md', 'exit.html', 'game.html', 'inventory.html'];

/** All pages for teachers, by their paths below the site. */
export function teachFiles(packs: readonly Pack[], site: string | null): ReadonlyMap<string, string> {
  const common: Place = { home: '../', site, isPacked: false };
  const own: Place = { home: '../../', site, isPacked: false };
  const files = new Map([['teach/index.html', teachPage(packs, common)]]);
  for (const [name, page] of Object.entries(COMMON_FILES)) files.set(`teach/${name}`, page(packs, common));
  for (const pack of packs) for (const [name, page] of Object.entries(PACK_FILES)) files.set(`teach/${pack.lesson.id}/${name}`, page(pack, own));
  return files;
}

/** The same for a disk: one folder with all that a lesson takes. */
export function packFiles(pack: Pack, site: string | null): ReadonlyMap<string, string> {
  const place: Place = { home: '', site, isPacked: true };
  const own = Object.entries(PACK_FILES).map(([name, page]) => [name, page(pack, place)] as const);
  const common = Object.entries(COMMON_FILES).map(([name, page]) => [`all-lessons/${name}`, page([pack], place)] as const);
  return new Map([...own, ...common]);
}
