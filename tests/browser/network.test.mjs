// Every page loads all it needs from its own site, wherever the folder lies, and nothing from elsewhere.

import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { browserForThisFile, complaints, expectNone } from './browser.mjs';
import { serve } from './server.mjs';
import { sites } from './sites.mjs';

const newPage = browserForThisFile();

// Only 404.html links by absolute path, since it is shown at any depth: in a folder of a host it
// needs a build that knows the folder.
const notFound = (page) => page.file === '404.html';
const places = [
  { layout: 'web', prefix: '/', where: 'at a root', opens: () => true },
  { layout: 'web', prefix: '/a/b/', where: 'in a folder', opens: (page) => !notFound(page) },
  { layout: 'report', prefix: '/a/b/', where: 'in a folder', opens: () => true },
  { layout: 'based', prefix: '/a/b/', where: 'in its own folder', opens: () => true },
];

for (const { layout, prefix, where, opens } of places) {
  for (const site of sites(layout)) {
    test(`${site.name} (${layout}): every page loads whole ${where}`, async (t) => {
      const host = await serve(site.folder, prefix);
      t.after(host.close);
      const page = await newPage();
      const found = complaints(page, host.home);
      const pages = site.all.filter(opens);
      for (const { address, redirect } of pages) {
        await page.goto(host.home + address);
        if (redirect) await page.waitForURL((url) => url.href !== host.home + address);
      }
      t.diagnostic(`${pages.length} pages opened`);
      assert.ok(pages.length > 0, 'nothing was opened');
      expectNone(found);
    });
  }
}

for (const { layout, prefix, where, opens } of places) {
  for (const site of sites(layout).filter((site) => site.all.filter(opens).some(notFound))) {
    test(`${site.name} (${layout}): a wrong address shows the page for it ${where}`, async (t) => {
      const host = await serve(site.folder, prefix);
      t.after(host.close);
      const page = await newPage();
      const wrong = `${host.home}no/such/page/`;
      const found = complaints(page, host.home);
      await page.goto(wrong);
      assert.equal(await page.locator('body.page-404').count(), 1);
      // The page itself is a 404, said by the response and by the console; nothing else may be.
      const others = found.filter((line) => !line.endsWith(`404 for ${wrong}`) && !line.includes('console: '));
      expectNone(others);
      await page.locator('main a').first().click();
      assert.equal(await page.locator('body.page-404').count(), 0);
    });
  }
}

for (const site of [...sites('portable'), ...sites('report')]) {
  test(`${site.name}, portable: a reader clicks from page to page, from a disk`, async (t) => {
    const home = `${pathToFileURL(site.folder)}/`;
    const page = await newPage();
    const found = complaints(page, home);
    const reached = await clickThrough(page, home, found);
    const lost = site.pages.filter(({ file, hidden }) => !hidden && !reached.has(home + file));
    t.diagnostic(`${reached.size} of ${site.pages.length} pages reached by clicks`);
    assert.ok(reached.size > 1, 'nothing to click');
    expectNone([...found, ...lost.map(({ file }) => `${file}: no link leads here, and it does not say noindex`)]);
  });
}

/** Clicks a link to every page that has not been seen yet. Returns the addresses reached. */
async function clickThrough(page, home, found) {
  const reached = new Set([`${home}index.html`]);
  for (const address of reached) {
    for (const [target, number] of await linksOn(page, address)) {
      if (reached.has(target) || !target.startsWith('file:')) continue;
      if (target.endsWith('/')) found.push(`${address}: links to the folder ${target}`);
      if (!target.endsWith('.html')) continue;
      await page.goto(address);
      await page.locator('a[href]').nth(number).click();
      await page.waitForURL((url) => url.href.split('#')[0] === target);
      reached.add(target);
    }
  }
  return reached;
}

/** Where the links of a page lead, without the section, and which link on the page it is. */
async function linksOn(page, address) {
  await page.goto(address);
  const hrefs = await page.locator('a[href]').evaluateAll((links) =>
    links.map((link) => (link.checkVisibility() ? link.href : '')));
  return hrefs.map((href, number) => [href.split('#')[0], number]);
}
