import { expect, type Page } from '@playwright/test';
import { test } from './journey';
import { Lab } from './lab';

/** Small enough for a processor that plays a GPU. */
const SMALL = 'steps=20&synthetic=128&initialReal=128&evaluation=100&backend=webgl&generations=2';

/** What tfjs itself says inside the engine's worker, past everything that the page claims. */
function insideWorker(page: Page) {
  const worker = page.workers()[0];
  if (!worker) throw new Error('no worker runs');
  return worker.evaluate(() => {
    interface Engine {
      backendName: string;
      memory(): { numTensors: number; numBytes: number };
      backend: { binaryCache: Record<string, unknown>; gpgpu: { gl: WebGL2RenderingContext } };
    }
    const engine = (self as unknown as { _tfengine?: Engine })._tfengine;
    if (engine?.backendName !== 'webgl') return { backend: engine?.backendName ?? 'none', tensors: 0, bytes: 0, programs: 0, renderer: '' };
    const { gl } = engine.backend.gpgpu;
    const names = gl.getExtension('WEBGL_debug_renderer_info');
    const { numTensors, numBytes } = engine.memory();
    return {
      backend: engine.backendName,
      tensors: numTensors,
      bytes: numBytes,
      programs: Object.keys(engine.backend.binaryCache).length,
      renderer: names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : '',
    };
  });
}

for (const { name, link, score } of [
  { name: 'points', link: SMALL, score: 'Modes alive' },
  { name: 'digits', link: `${SMALL}&model=vae`, score: 'Class entropy' },
]) {
  test(`two generations of ${name} are computed on software WebGL`, async ({ page }) => {
    const lab = new Lab(page);
    await lab.open(link);
    await lab.run();

    // while a fit is at work
    await expect.poll(async () => (await insideWorker(page)).tensors, { timeout: 180_000 }).toBeGreaterThan(0);
    await lab.expectEnded(2);
    const engine = await insideWorker(page);
    expect(engine.backend).toBe('webgl');
    expect(engine.renderer).toMatch(/swiftshader/i);
    expect(engine.programs).toBeGreaterThan(5);

    const badge = page.getByRole('contentinfo');
    await expect(badge).toContainText('on the graphics card');
    await expect.poll(() => badge.locator('[data-rung=webgl]').getAttribute('title')).toContain(engine.renderer);
    const table = await lab.table(score);
    for (const values of Object.values(table)) {
      expect(values).toHaveLength(2);
      for (const value of values) expect(value).toBeGreaterThanOrEqual(0);
    }
    // what a run leaves behind does not grow with its generations
    await lab.button('Reset').click();
    await lab.button('Run').click();
    await lab.expectEnded(2);
    await expect.poll(async () => (await insideWorker(page)).tensors).toBeLessThanOrEqual(engine.tensors);
  });
}

test('a GPU that is taken away is said on the screen; finished generations stay, and Resume goes on with a new one', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open(`${SMALL}&model=vae&loop=fresh-data&scores=recall`.replace('steps=20', 'steps=40').replace('generations=2', 'generations=4'));
  await lab.run();
  await expect.poll(() => lab.computed(), { timeout: 180_000 }).toBeGreaterThan(0);
  await page.workers()[0]?.evaluate(() => {
    const engine = (self as unknown as { _tfengine: { backend: { gpgpu: { gl: WebGL2RenderingContext } } } })._tfengine;
    engine.backend.gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
  });
  const alert = page.getByRole('alert').filter({ hasText: 'The run stopped' });
  await expect(alert).toContainText('context was lost');
  const kept = (await lab.table('Recall'))['Fresh data'] ?? [];
  expect(kept.length).toBeGreaterThan(0);
  await lab.button('Resume').click();
  await lab.expectEnded(4);
  await expect(alert).toHaveCount(0);
  expect((await lab.table('Recall'))['Fresh data']?.slice(0, kept.length)).toEqual(kept);
  expect((await insideWorker(page)).backend).toBe('webgl');
});

test('without being asked for, software WebGL is not taken', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('generations=1');
  await lab.run();
  await lab.expectEnded(1);
  const badge = page.getByRole('contentinfo');
  await expect(badge).not.toContainText('graphics card');
  await expect(badge.getByTitle(/software|no GPU|GPU/i)).toBeVisible();
});
