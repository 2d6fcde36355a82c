// Small screens: nothing scrolls sideways, and whatever is tapped is large enough to hit.

import assert from 'node:assert/strict';
import test from 'node:test';
import { browserForThisFile, expectNone } from './browser.mjs';
import { serve } from './server.mjs';
import { fewOfTheFinder, shown } from './sites.mjs';

const newPage = browserForThisFile();

for (const site of shown()) {
  for (const width of [320, 360]) {
    test(`${site.name}: pages fit a screen of ${width} px`, async (t) => {
      const host = await serve(site.folder);
      t.after(host.close);
      const page = await newPage({ viewport: { width, height: 640 } });
      const found = [];
      let targets = 0;
      const pages = fewOfTheFinder(site.pages);
      for (const { address } of pages) {
        await page.goto(host.home + address);
        found.push(...(await page.evaluate(tooWide)).map((what) => `${address}: too wide: ${what}`));
        const { count, small } = await page.evaluate(tooLow);
        found.push(...small.map((what) => `${address}: under 24 px high: ${what}`));
        targets += count;
      }
      t.diagnostic(`${pages.length} pages, ${targets} links, buttons and fields measured`);
      assert.ok(targets > 0, 'nothing was measured');
      expectNone(found);
    });
  }
}

/** Runs in the page: what makes it scroll sideways, if it does. */
function tooWide() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const sticksOut = (element) => element.getBoundingClientRect().right > clientWidth + 0.5
    || (element.scrollWidth > clientWidth && getComputedStyle(element).overflowX === 'visible');
  const innermost = [...document.body.querySelectorAll('*')].filter(sticksOut).slice(-3);
  return [`${scrollWidth} px`, ...innermost.map((element) => element.outerHTML.slice(0, 90))];
}

/**
 * Runs in the page: what a finger would miss. Every link, button and field must be 24 px high, but
 * a link in a sentence: one that flows inline among words of its own block that belong to no link.
 */
function tooLow() {
  const flows = (element) => ['inline', 'contents'].includes(getComputedStyle(element).display);
  const blockOf = (element) => (flows(element) ? blockOf(element.parentElement) : element);
  const textsIn = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts;
  };
  const inSentence = (element) => {
    if (element.tagName !== 'A' || !flows(element)) return false;
    const block = blockOf(element);
    return textsIn(block).some((text) => /\p{L}/u.test(text.data)
      && !text.parentElement.closest('a, button, label') && blockOf(text.parentElement) === block);
  };
  const small = [];
  let count = 0;
  for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    if (!element.checkVisibility({ visibilityProperty: true }) || inSentence(element)) continue;
    element.focus({ preventScroll: true }); // a skip link shows itself only now
    const { height } = element.getBoundingClientRect();
    count += 1;
    if (height < 24) small.push(`${height.toFixed(1)}: ${element.outerHTML.slice(0, 120)}`);
  }
  return { count, small };
}
