import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stubPage } from '../../store/testing/fakePage';

/** A page of its own, with a storage that may be refused. */
async function visit(query = '', stored = new Map<string, string>(), refused = false) {
  vi.resetModules();
  stubPage(query);
  const storage = () => {
    if (refused) throw new Error('SecurityError');
    return stored;
  };
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage().get(key) ?? null,
    setItem: (key: string, value: string) => storage().set(key, value),
  });
  const story = await import('./storyStore');
  story.offerStoryOnFirstVisit();
  return { ...story, stored };
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

it('the bare address offers the story, until it was told, skipped or refused', async () => {
  const { storyStore, openStory, endStory, stored } = await visit();
  expect(storyStore.getState()).toEqual({ offered: true, open: false });
  openStory();
  expect([storyStore.getState().open, stored.size]).toEqual([true, 0]);
  endStory();
  expect([storyStore.getState(), stored.size]).toEqual([{ offered: false, open: false }, 1]);
  expect((await visit('', stored)).storyStore.getState().offered).toBe(false);
});

it('a link with any key, of experiment, view or desk, offers none; the story is there when it is asked for', async () => {
  for (const query of ['seed=3', 'theme=dark', 'v=1', '#desk=4']) {
    const { storyStore, openStory } = await visit(query);
    expect(storyStore.getState().offered).toBe(false);
    openStory();
    expect(storyStore.getState().open).toBe(true);
  }
});

it('where storage is refused nothing is offered, and nothing breaks', async () => {
  const { storyStore, endStory } = await visit('', new Map(), true);
  expect(storyStore.getState().offered).toBe(false);
  endStory();
});

it('what could not be fetched is offered again', async () => {
  const { storyStore, openStory, closeStory, stored } = await visit();
  openStory();
  closeStory();
  expect([storyStore.getState(), stored.size]).toEqual([{ offered: true, open: false }, 0]);
});
