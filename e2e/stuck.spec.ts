import { test } from './journey';
import { Lab } from './lab';

/** Presses that once left the page waiting for an engine that had nothing to do: the others are in src/store/lab.test.ts, this one needs the real engine. */

test('Run right after Reset, again and again, always runs to the end', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('backend=wasm&generations=6&synthetic=2000');
  await lab.set('Speed', 'max');
  for (let i = 0; i < 4; i++) {
    await lab.button('Run').click();
    await lab.button('Reset').click();
  }
  await lab.button('Run').click();
  await lab.expectEnded(6);
});
