import { expect, test } from '@playwright/test';
import { CONTROL_NAMES } from '../src/ui/view/controlNames';
import { Lab } from './lab';

const LOCKED = 'Locked by the link that opened this page.';

test('a link hides and locks controls, shows the samples alone and starts the run', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(
    'backend=cpu&loop=fresh-data&generations=3&run=auto&view=samples&hide=share,seed,presets,advanced,reset&lock=step,synthetic,loop,generation-shown',
  );
  await expect(lab.timeline).toHaveValue('3', { timeout: 20_000 });

  await expect(page.getByRole('region', { name: 'Samples' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Scores' })).toHaveCount(0);
  for (const name of ['Share', 'Presets', 'Reset']) await expect(lab.button(name)).toHaveCount(0);
  await expect(lab.field('Seed')).toHaveCount(0);
  await expect(page.getByText('Advanced', { exact: true })).toHaveCount(0);

  const locked = [
    lab.button('Step'),
    lab.slider('Synthetic samples per generation'),
    lab.field('Synthetic samples per generation'),
    lab.timeline,
    page.getByRole('checkbox', { name: 'Fully synthetic' }),
  ];
  for (const control of locked) {
    await expect(control).toBeDisabled();
    await expect(control).toHaveAccessibleDescription(LOCKED);
  }
  await expect(page.getByRole('slider', { name: 'Drag: synthetic samples' })).toHaveAttribute('aria-disabled', 'true');
  await expect(lab.field('Initial real samples')).toBeEnabled();

  // keys obey as the buttons do
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('r');
  await expect(lab.timeline).toHaveValue('3');
  await page.keyboard.press('Space');
  await expect(lab.button('Pause').or(lab.button('Run'))).toBeVisible();

  // the address goes on naming the view
  await lab.set('Initial real samples', '80');
  await expect(page).toHaveURL(/hide=share.*lock=step/);
});

test('values of view keys that are not allowed are named, with what is, and break nothing', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('theme=sepia&run=later&view=all&locale=xx&hide=nonsense,footer&parentOrigin=example.org');
  const notes = page.getByRole('region', { name: 'Notes' });
  for (const words of [
    'theme=sepia is not known. Allowed: auto, light, dark, projector.',
    'run=later is not known. Allowed: click, visible, auto.',
    'view=all is not known. Allowed: both, samples, scores.',
    'locale=xx is not known. Allowed: en.',
    `hide: “nonsense” is not known. Allowed: ${CONTROL_NAMES.join(', ')}. footer was taken.`,
    'parentOrigin=example.org is not an origin.',
  ])
    await expect(notes).toContainText(words);
  await expect(page.getByRole('contentinfo')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Scores' })).toBeVisible();
  await expect(lab.timeline).toHaveValue('0');
});
