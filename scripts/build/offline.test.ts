import { describe, expect, it } from 'vitest';
import { keptPaths, withBytes } from './offline';

describe('kept for offline are', () => {
  it('the page with its data, presets and their pages', () => {
    const needed = [
      'assets/index-x.js',
      'assets/tfjs-backend-wasm-simd-x.wasm',
      'classifier/14.bin',
      'digits/28/train-29.bin',
      'index.html',
      'manifest.webmanifest',
      'preset/index.html',
      'preset/replace/index.html',
      'presets/replace.svg',
      'texts/names.bin',
    ];
    expect(keptPaths(needed.toReversed())).toEqual(needed);
  });

  it('what the page gathers for one HTML file', () => {
    expect(keptPaths(['embed/tensors-wasm.js', 'single/page.html'])).toHaveLength(2);
  });

  it('neither frames nor the worker itself, nor anything for other sites', () => {
    const others = ['embed.html', 'embed/app.js', 'mad-lab.html', 'mad-loop.js', 'embed-height.js', 'article/index.html', 'oembed/a.json'];
    expect(keptPaths([...others, 'presets/og/replace.png', 'sw.js', 'digits/README.md', 'texts/README.md'])).toEqual([]);
  });
});

it('the page says how many bytes keeping it takes, and is as long whatever the number', () => {
  const page = withBytes('<head>\n    <meta charset="utf-8" />\n  </head>', 0);
  const told = withBytes(page, 14_700_000);
  expect(told).toContain('<meta name="mad-lab-offline-bytes" content="014700000" />');
  expect(told).toHaveLength(page.length);
  expect(told.match(/offline-bytes/g)).toHaveLength(1);
});
