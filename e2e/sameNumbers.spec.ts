import { test } from './journey';
import { Lab } from './lab';
import { expectNodeNumbers } from './nodeNumbers';

const LINKS = {
  'a Gaussian mixture': 'seed=3&backend=wasm&generations=5',
  'a Gaussian that remembers': 'model=gaussian&memory=all&backend=cpu&generations=5&changes=3:bias=0.5',
  'digits on wasm': 'model=vae&backend=wasm&steps=20&initialReal=64&real=64&synthetic=64&evaluation=50&generations=3',
};

for (const [name, query] of Object.entries(LINKS)) {
  test(`${name}: the browser computes the same numbers as Node, to the last bit`, async ({ page }) => {
    const lab = new Lab(page);
    await lab.open(query);
    await lab.run();
    await lab.expectEnded(Number(new URLSearchParams(query).get('generations')));
    await lab.button('Export').click();
    expectNodeNumbers(await lab.save('Save JSON'), query);
  });
}
