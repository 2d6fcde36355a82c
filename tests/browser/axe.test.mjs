// Accessibility, as far as a machine can judge it: axe-core with every WCAG A and AA tag and its
// best practices. No rule is switched off, and those that axe leaves off by default are switched on.

import assert from 'node:assert/strict';
import test from 'node:test';
import { axe } from './axe.mjs';
import { browserForThisFile, expectNone } from './browser.mjs';
import { serve } from './server.mjs';
import { ofEachKind, shown, sites, size } from './sites.mjs';

const newPage = browserForThisFile();

const runs = [
  { name: 'at 1280 px', viewport: { width: 1280, height: 900 }, choose: (pages) => pages },
  { name: 'at 360 px', viewport: { width: 360, height: 740 }, choose: someOfEachKind },
  { name: 'in dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark', choose: someOfEachKind },
];

function someOfEachKind(pages) {
  return ofEachKind(pages, size('axe-pages-per-kind'));
}

for (const site of shown()) {
  for (const { name, choose, ...look } of runs) {
    test(`${site.name}: axe finds nothing ${name}`, async (t) => {
      const page = await newPage(look);
      const host = await serve(site.folder);
      t.after(host.close);
      const total = { pages: 0, nodes: 0, undecided: [], findings: [] };
      for (const { address } of choose(site.pages)) {
        await page.goto(host.home + address);
        const { nodes, undecided, findings } = await axe(page);
        total.pages += 1;
        total.nodes += nodes;
        total.undecided.push(...undecided);
        total.findings.push(...findings.map((finding) => `${address}: ${finding}`));
      }
      t.diagnostic(`${total.pages} pages, ${total.nodes} nodes checked`);
      // What axe leaves to people; not a finding, but not hidden either.
      t.diagnostic(`${total.undecided.length} undecided: ${[...new Set(total.undecided)].join(', ') || 'none'}`);
      assert.ok(total.pages > 0 && total.nodes > 0, 'nothing was checked');
      expectNone(total.findings);
    });
  }
}

test('axe sees a box without a label', async (t) => {
  const site = sites('web').find((site) => site.name === 'guide');
  const host = await serve(site.folder);
  t.after(host.close);
  const page = await newPage();
  await page.goto(host.home + site.pages.find((page) => page.kind === 'scenario').address);
  await page.evaluate(() => {
    const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
    document.querySelector('main').append(box);
  });
  const { findings } = await axe(page);
  assert.ok(findings.some((finding) => finding.startsWith('label ')), findings.join('\n'));
});
