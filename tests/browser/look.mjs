// Pictures for people to look at; not a test. One page of each kind, on two screens, light and dark,
// and on paper: `node look.mjs FOLDER [SITE]`. SITE is a built folder; left out, the guide's.

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { launch } from './browser.mjs';
import { serve } from './server.mjs';
import { ofEachKind, siteIn, sites } from './sites.mjs';

const [folder, built] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node look.mjs FOLDER [SITE]');
  process.exit(2);
}
const onPaper = ['article', 'scenario', 'decision'];
const site = built ? siteIn(path.resolve(built)) : sites('web').find((site) => site.name === 'guide');

mkdirSync(folder, { recursive: true });
const host = await serve(site.folder);
const browser = await launch();
const page = await browser.newPage();
for (const { address, kind } of ofEachKind(site.pages, 1)) {
  await page.goto(host.home + address);
  for (const width of [1280, 360]) {
    for (const colorScheme of ['light', 'dark']) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: path.join(folder, `${kind}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  if (onPaper.includes(kind)) await printed(kind);
}
await browser.close();
host.close();
console.log(`pictures of ${site.name} in ${folder}`);

/** Writes `<kind>-<format>-<sheet>.png`. */
async function printed(kind) {
  await page.emulateMedia({ colorScheme: 'light' });
  for (const format of ['A4', 'Letter']) {
    const pdf = path.join(folder, 'page.pdf');
    await page.pdf({ path: pdf, format });
    execFileSync('pdftoppm', ['-png', '-r', '80', pdf, path.join(folder, `${kind}-${format}`)]);
    rmSync(pdf);
  }
}
