// Paper: a checklist is printed and taken along, so every word of every step must be on it, no step is
// torn apart, and a sheet that gets lost says what it belongs to.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { browserForThisFile, expectNone } from './browser.mjs';
import { serve } from './server.mjs';
import { sites } from './sites.mjs';

const run = promisify(execFile);
const newPage = browserForThisFile();

for (const site of sites('web')) {
  for (const format of ['A4', 'Letter']) {
    test(`${site.name}: every step is whole on the printed checklist, ${format}`, async (t) => {
      const host = await serve(site.folder);
      const folder = await mkdtemp(path.join(tmpdir(), 'careguide-print-'));
      t.after(() => { host.close(); return rm(folder, { recursive: true }); });
      const page = await newPage();
      const found = [];
      for (const { address } of site.pages.filter((page) => page.kind === 'scenario')) {
        await page.goto(host.home + address);
        const steps = await page.locator('[id^="item-"]').evaluateAll(wordsOfSteps);
        const pdf = path.join(folder, 'page.pdf');
        await page.pdf({ path: pdf, format });
        const paper = (await run('pdftotext', ['-raw', pdf, '-'])).stdout;
        const sheets = paper.replace(/\f$/, '').split('\f').map(squeeze);
        t.diagnostic(`${address} ${steps.length} steps on ${sheets.length} sheets`);
        if (steps.length === 0) found.push(`${address}: no step on the page`);
        found.push(...steps.flat().filter((words) => !squeeze(paper).includes(squeeze(words)))
          .map((words) => `${address}: not on paper: ${words}`));
        const whole = (step) => sheets.some((sheet) => step.every((words) => sheet.includes(squeeze(words))));
        found.push(...steps.filter((step) => !whole(step)).map(([words]) => `${address}: on two sheets: ${words}`));
        const title = squeeze(await page.locator('h1').innerText());
        found.push(...sheets.flatMap((sheet, at) =>
          (sheet.includes(title) ? [] : [`${address}: sheet ${at + 1} does not say what it belongs to`])));
      }
      expectNone(found);
    });
  }
}

/** Line breaks and joined letters differ between a screen and a sheet; the words must not. */
const squeeze = (text) => text.normalize('NFKC').replaceAll(/\s+/g, '');

/**
 * Runs in the page: for each step, the words of each of its blocks as seen on the screen. A block
 * that is only a link ("Read more: …") is left out: paper has its own list of these.
 */
function wordsOfSteps(steps) {
  const flows = (element) => ['inline', 'contents'].includes(getComputedStyle(element).display);
  const blockOf = (element) => (flows(element) ? blockOf(element.parentElement) : element);
  return steps.map((step) => {
    const blocks = new Map();
    const walker = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode;
      if (parentElement.closest('.vh') || !parentElement.checkVisibility()) continue;
      const key = blockOf(parentElement);
      const block = blocks.get(key) ?? { words: '', outsideLinks: '' };
      block.words += data;
      if (!parentElement.closest('a')) block.outsideLinks += data;
      blocks.set(key, block);
    }
    return [...blocks.values()].filter(({ outsideLinks }) => /\p{L}/u.test(outsideLinks))
      .map(({ words }) => words);
  });
}
