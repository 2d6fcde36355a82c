// Without a mouse, and without seeing: where the Tab key leads, and what a box is called.

import assert from 'node:assert/strict';
import test from 'node:test';
import { browserForThisFile, expectNone } from './browser.mjs';
import { serve } from './server.mjs';
import { ofEachKind, shown, sites } from './sites.mjs';

const newPage = browserForThisFile();

for (const site of shown()) {
  test(`${site.name}: the Tab key skips to the text first, and shows where it is`, async (t) => {
    const host = await serve(site.folder);
    t.after(host.close);
    const page = await newPage({ reducedMotion: 'reduce' }); // so that what gets the focus is in sight at once
    const found = [];
    let stops = 0;
    for (const { address } of ofEachKind(site.pages, 1)) {
      await page.goto(host.home + address);
      await page.keyboard.press('Tab');
      const first = await page.evaluate(() => document.activeElement.getAttribute('href'));
      if (first !== '#cg-main') found.push(`${address}: the first stop leads to ${first}`);
      let stop = await page.evaluate(whereWeAre);
      for (; stop; stop = await page.evaluate(whereWeAre)) {
        if (!stop.seen) found.push(`${address}: no ring, or out of sight: ${stop.html}`);
        stops += 1;
        await page.keyboard.press('Tab');
      }
    }
    t.diagnostic(`${stops} stops`);
    assert.ok(stops > 0, 'the Tab key stops nowhere');
    expectNone(found);
  });
}

for (const site of sites('web')) {
  test(`${site.name}: a box is called by all its words`, async (t) => {
    const host = await serve(site.folder);
    t.after(host.close);
    const page = await newPage();
    const tree = await page.context().newCDPSession(page);
    const found = [];
    let boxes = 0;
    for (const { address } of site.pages.filter((page) => page.kind === 'scenario')) {
      await page.goto(host.home + address);
      const steps = await page.locator('.step').evaluateAll((steps) => steps.map((step) =>
        [...step.querySelectorAll('.key, .who, .due, .when, .step-text')].map((part) => part.innerText).join(' ')));
      const names = await namesOfBoxes(tree);
      boxes += names.length;
      found.push(...steps.map(squeeze).flatMap((words, at) => (squeeze(names[at] ?? '') === words
        ? [] : [`${address}: "${words}" is called "${names[at]}"`])));
    }
    t.diagnostic(`${boxes} boxes`);
    assert.ok(boxes > 0, 'no box');
    expectNone(found);
  });
}

/** What the browser tells a screen reader that the boxes of the page are called. */
async function namesOfBoxes(tree) {
  const { nodes } = await tree.send('Accessibility.getFullAXTree');
  return nodes.filter(({ ignored, role }) => !ignored && role.value === 'checkbox').map(({ name }) => name.value);
}

const squeeze = (text) => text.replaceAll(/\s+/g, ' ').trim();

/** Runs in the page: what has the focus, and whether a reader sees it. Null after the last stop. */
function whereWeAre() {
  const element = document.activeElement;
  if (element === document.body || element.dataset.seen) return null;
  element.dataset.seen = 'yes';
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  const onScreen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && onScreen && width > 1 && height > 1;
  return { seen, html: element.outerHTML.slice(0, 120) };
}
