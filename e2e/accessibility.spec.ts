import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './journey';
import { FOLDS, Lab } from './lab';

/** A state of the page that axe looks at. It is reached from the one before it in its journey. */
interface State {
  readonly name: string;
  readonly reach: (lab: Lab) => Promise<void>;
  /** so that the next state can be reached */
  readonly leave?: (lab: Lab) => Promise<void>;
}

interface Journey {
  readonly name: string;
  readonly query: string;
  /** of another page than MAD Lab's own, in the same folder */
  readonly path?: string;
  readonly states: readonly State[];
}

const closed = async ({ page }: Lab) => {
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open], [popover]:popover-open')).toHaveCount(0);
};

const state = (name: string, reach: State['reach'], leave?: State['leave']): State => ({ name, reach, ...(leave && { leave }) });

/** A dialog that a button of this name opens. */
const dialog = (button: string, ready = ''): State =>
  state(
    `dialog ${button}`,
    async (lab) => {
      await lab.button(button).click();
      await expect(lab.page.locator('dialog[open]')).toContainText(ready);
    },
    closed,
  );

const map = state(
  'a map',
  async (lab) => {
    await lab.button('Map').click();
    await lab.page.getByText('As a table').click();
    await expect(lab.page.getByRole('dialog')).toContainText('squares');
  },
  closed,
);
const running = state('running', async (lab) => {
  await lab.button('Run').click();
  await lab.expectReached(2);
});
const paused = state('paused', (lab) => lab.button('Pause').click());
const changed = state('changed during the run', async (lab) => {
  await lab.set('Synthetic samples per generation', '64');
  await expect(lab.page.getByRole('list', { name: 'Changes during the run' })).toBeVisible();
});
const ended = state('ended', async (lab) => {
  await lab.set('Speed', 'max');
  await lab.unfold('Set up');
  await lab.set('Generations', '12');
  await lab.button('Resume').or(lab.button('Run')).click();
  await lab.expectEnded(12);
});
const failed = state('failed', async (lab) => {
  await lab.button('Reset').click();
  await lab.button('Step').click();
  await lab.expectShown(1);
  await lab.breakEngine();
});
const tables = state('tables shown', async ({ page }) => {
  for (const figure of await page.getByRole('figure').all()) await figure.getByRole('button', { name: 'View as table' }).click();
});
const folds = state('all folds open', async (lab) => {
  for (const fold of FOLDS) await lab.unfold(fold);
});
const enlarged = state(
  'a chart enlarged',
  async ({ page }) => {
    await page.getByRole('button', { name: 'Enlarge' }).first().click();
    await expect(page.locator('dialog[open] .recharts-brush')).toBeVisible();
  },
  closed,
);
const explained = state(
  'an explanation open',
  async (lab) => {
    await lab.button('Recall').click();
    await expect(lab.page.locator('[popover]:popover-open')).toContainText('Source');
  },
  closed,
);
const presets = state('gallery of presets', async (lab) => {
  await lab.button('Presets').click();
  await expect(lab.page.getByRole('link', { name: 'The price of a sampling bias' })).toBeVisible();
});
const preset = state('a preset', ({ page }) => page.getByRole('link', { name: 'The price of a sampling bias' }).click());
const wrong = state(
  'a wrong number',
  async (lab) => {
    await lab.unfold('Set up');
    await lab.set('Seed', 'one');
    await expect(lab.page.getByRole('alert').filter({ hasText: 'stays in force' })).toBeVisible();
  },
  (lab) => lab.field('Seed').press('Escape'),
);
const notes = state('a link repaired', async ({ page }) => expect(page.getByRole('region', { name: 'Notes' })).toBeVisible());
/** On an experiment of its own: what comes after it is on that. */
const story = state(
  'the story told',
  async (lab) => {
    await lab.button('Help').click();
    await lab.button('Show me the story').click();
    await lab.button('Start').click();
    await expect(lab.page.getByRole('region', { name: 'The story' })).toContainText('gone for good', { timeout: 120_000 });
  },
  (lab) => lab.button('Skip the story').click(),
);
const lost = state('something to save', async (lab) => {
  await lab.set('Speed', 'max');
  await lab.button('Run').or(lab.button('Resume')).click();
  await expect(lab.button('Go back and save it')).toBeVisible({ timeout: 120_000 });
});
const saved = state('saved', async (lab) => {
  await lab.button('Go back and save it').click();
  await expect(lab.page.getByText(/^Saved: /)).toBeVisible({ timeout: 120_000 });
});

const watched = state('a mode marked in the tail', async ({ page }) => {
  const tail = page.getByRole('region', { name: 'Watch the tail' });
  await tail.getByText('Watch the tail', { exact: true }).click();
  await tail.getByRole('checkbox').first().check();
});
const kept = state('a run kept to compare', (lab) => lab.button('Keep to compare').click());
const branched = state('what if', async (lab) => {
  await lab.timeline.fill('4');
  await lab.button('What if').click();
  await expect(lab.button('Clear faint lines')).toBeVisible();
});
type Media = Parameters<Page['emulateMedia']>[0];
const media = (name: string, options: Media, back?: Media) =>
  state(name, ({ page }) => page.emulateMedia(options), back && (({ page }) => page.emulateMedia(back)));
const theme = (name: string) => state(`theme ${name}`, async ({ page }) => void (await page.getByLabel('Theme').selectOption(name)));
const more = state('more of the header', (lab) => lab.button('More').click());
const sheet = state('controls of the projector', async (lab) => {
  await lab.button('Controls').click();
  await expect(lab.slider('Sampling bias λ')).toBeVisible();
});
const width = (pixels: number) => state(`${pixels} px`, ({ page }) => page.setViewportSize({ width: pixels, height: 640 }));

const embedPart = state(
  'dialog Share, with what embeds the run',
  async (lab) => {
    await lab.button('Share').click();
    await lab.page.getByRole('dialog').getByText('Embed in a page').click();
    await expect(lab.page.frameLocator('iframe').getByRole('button', { name: /^Run, / })).toBeVisible();
  },
  closed,
);
const poster = state('before Run', ({ page }) => expect(page.getByRole('button', { name: /^Run, / })).toBeVisible());
const embedEnded = state('after a run', async ({ page }) => {
  await page.getByRole('button', { name: /^Run, / }).click();
  await expect(page.getByText('generation 2 of 2')).toBeVisible({ timeout: 180_000 });
});
const embedFolds = state('settings and tables', async ({ page }) => {
  await page.getByText('Settings', { exact: true }).click();
  await tables.reach(new Lab(page));
});
const elsewhere = (path: string) =>
  state(path, async ({ page }) => {
    await page.goto(`/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

const QUERY = 'backend=wasm&generations=2000&evaluation=200';
const DIALOGS = [
  dialog('Share'),
  embedPart,
  dialog('Export'),
  dialog('Draw or paste points'),
  dialog('Help', 'Keep for offline'),
  map,
  dialog('How this is computed', 'Noise floor'),
];

/** A new dialog, theme or state of the page is one more entry in one of these. */
const JOURNEYS: readonly Journey[] = [
  {
    name: 'light',
    query: `${QUERY}&real=0&colour=mauve`,
    states: [
      notes,
      wrong,
      explained,
      enlarged,
      ...DIALOGS,
      running,
      paused,
      changed,
      watched,
      ended,
      tables,
      kept,
      branched,
      failed,
      presets,
      preset,
      story,
      lost,
      saved,
    ],
  },
  {
    name: 'other ways to look at it',
    query: QUERY,
    states: [
      theme('Dark'),
      map,
      media('reduced motion', { reducedMotion: 'reduce' }),
      running,
      ended,
      tables,
      theme('Projector'),
      sheet,
      media('forced colours', { forcedColors: 'active' }, { forcedColors: 'none' }),
      theme('Dark'),
      story,
    ],
  },
  {
    name: 'a phone',
    query: QUERY,
    states: [
      width(320),
      folds,
      more,
      explained,
      map,
      dialog('Share'),
      dialog('Presets'),
      dialog('Draw or paste points'),
      ended,
      enlarged,
      tables,
      story,
    ],
  },
  {
    name: 'the embed and the pages around it',
    path: 'embed.html',
    query: 'backend=wasm&generations=2',
    states: [
      poster,
      media('dark', { colorScheme: 'dark' }),
      embedEnded,
      embedFolds,
      width(320),
      elsewhere('article/'),
      elsewhere('preset/'),
      elsewhere('preset/three-loops-one-ring/'),
      media('light', { colorScheme: 'light' }),
      elsewhere('preset/'),
      elsewhere('article/'),
    ],
  },
];

for (const { name, path, query, states } of JOURNEYS) {
  test(`axe finds nothing wrong: ${name} (${states.length} states)`, async ({ page }) => {
    const lab = new Lab(page);
    await (path === undefined ? lab.open(query) : page.goto(`/${path}?${query}`));
    for (const { name, reach, leave } of states) {
      await test.step(name, async () => {
        await reach(lab);
        expect.soft(await violations(page), name).toEqual([]);
        await leave?.(lab);
      });
    }
  });
}

test('one status region speaks, with the numbers of the run, at most every five seconds', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=16&evaluation=200');
  const status = page.getByRole('region', { name: 'What is happening' }).getByRole('status');
  await expect(status).toHaveCount(1);
  const said = await status.evaluateHandle((element) => {
    const times: number[] = [];
    new MutationObserver(() => times.push(performance.now())).observe(element, { childList: true, characterData: true, subtree: true });
    return times;
  });
  await lab.set('Speed', '8');
  await lab.button('Run').click();
  await lab.expectEnded(16);
  await expect(status).toContainText('Generation 16');
  const times = await said.jsonValue();
  expect(times.length).toBeGreaterThan(0);
  // one gap may be short where the page showed the sentence before it late
  expect(times.length).toBeLessThanOrEqual(2 + ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 5000);
});
