// Pictures for people to look at; not a test. One page of each kind, on two screens, light and dark,
// and on paper: `node look.mjs FOLDER [SITE]`. SITE is a built folder; left out, the guide's.
// The README's picture, the upper part of a checklist's page: `node look.mjs --readme [SITE]`.

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch } from './browser.mjs';
import { withPalette } from './png.mjs';
import { serve } from './server.mjs';
import { ofEachKind, siteIn, sites } from './sites.mjs';

const [folder, built] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node look.mjs FOLDER [SITE]\n       node look.mjs --readme [SITE]');
  process.exit(2);
}
const readme = { scenario: 'scenarios/opinions-differ/', file: path.join(import.meta.dirname, '../../docs/checklist.png') };
const onPaper = ['article', 'scenario', 'decision'];
const site = built ? siteIn(path.resolve(built)) : sites('web').find((site) => site.name === 'guide');

const host = await serve(site.folder);
const browser = await launch();
const page = await browser.newPage();
if (folder === '--readme') await pictureForReadme();
else await pictureOfEachKind();
await browser.close();
host.close();

async function pictureForReadme() {
  await page.setViewportSize({ width: 1280, height: 2000 });
  await page.goto(host.home + readme.scenario);
  const { y, height } = await page.locator('.step').nth(1).boundingBox();
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 1280, height: Math.floor(y + height) } });
  mkdirSync(path.dirname(readme.file), { recursive: true });
  writeFileSync(readme.file, await withPalette(page, picture));
  console.log(`${readme.file}: ${statSync(readme.file).size} bytes`);
}

async function pictureOfEachKind() {
  mkdirSync(folder, { recursive: true });
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
  console.log(`pictures of ${site.name} in ${folder}`);
}

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
