import { writeFileSync, readFileSync } from 'node:fs';
import { it } from 'vitest';
import { parseQuery } from './engine/experimentText';
import { createNodeHost } from './headless/nodeHost';
import { pythonOf } from './python/pythonOf';
it('x', async () => {
  for (const [name, q, own] of JSON.parse(readFileSync('/tmp/py/q.json', 'utf8'))) {
    const p = await pythonOf(parseQuery(q, own ? { text: own } : {}).experiment, { link: 'https://example.org/?' + q, version: '0.1.0' }, createNodeHost('auto').load as never);
    const text = 'text' in p ? p.text : p.why;
    writeFileSync(`/tmp/py/${name}.py`, text);
    console.log(name, text.split('\n').length - 1, 'lines');
  }
});
