// The preview as an editor has it open all day: pages that follow each save and keep what is ticked, errors that
// come and go, several tabs, a server that is started anew.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { axe } from './axe.mjs';
import { browserForThisFile, complaints, expectNone } from './browser.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const program = process.env.CAREGUIDE ?? path.join(root, 'target/release/careguide');
const newPage = browserForThisFile();
const places = 'content/articles/look-around/places.md';

/** A guide in a folder of its own, and `careguide serve` for it. */
class Preview {
  static async of(t) {
    const preview = new Preview();
    preview.folder = mkdtempSync(path.join(tmpdir(), 'careguide-'));
    cpSync(path.join(root, 'tests/sites/birth'), preview.folder, { recursive: true });
    await preview.start(0);
    t.after(async () => {
      await preview.end();
      rmSync(preview.folder, { recursive: true, force: true });
    });
    return preview;
  }

  /** Resolves when it can be asked. */
  async start(port) {
    const options = ['serve', '--root', this.folder, '--port', String(port), '--today', '2026-11-22'];
    this.process = spawn(program, options, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.home = await new Promise((done, fail) => {
      let printed = '';
      this.process.stdout.on('data', (text) => {
        printed += text;
        const url = printed.match(/ at (http:\S+) /)?.[1];
        if (url) done(url);
      });
      this.process.on('error', fail);
      this.process.on('exit', (status) => fail(new Error(`ended with ${status}: ${printed}`)));
    });
    this.port = Number(new URL(this.home).port);
  }

  async end() {
    const gone = new Promise((done) => { this.process.once('exit', done); });
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill('SIGINT');
    await gone;
  }

  text(file) {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  save(file, text) {
    writeFileSync(path.join(this.folder, file), text);
  }

  /** Saves a file with `from` changed to `to`, and gives what it was. */
  edit(file, from, to) {
    const before = this.text(file);
    assert.ok(before.includes(from), `${file} has no "${from}"`);
    this.save(file, before.replace(from, to));
    return before;
  }

  /** An open tab; it remembers itself until it is loaded anew. */
  async tab(address, options) {
    const page = await newPage(options);
    await page.goto(this.home + address);
    await page.locator('[data-careguide-preview=bar]').waitFor({ state: 'attached' });
    await page.evaluate(() => { globalThis.isTheSame = true; });
    return page;
  }
}

/** All that went wrong but what a tab let go of when it was loaded anew. */
const expectNoneBut = (found) => expectNone(found.filter((what) => !(what.includes('/_preview/') && what.endsWith('net::ERR_ABORTED'))));

/** Plays a tab that comes to the front, or goes into the background: without a window, all are in front. */
const show = (page, inFront) => page.evaluate((hidden) => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}, !inFront);

const isTheSame = (page) => page.evaluate(() => globalThis.isTheSame === true);
const panel = (page) => page.getByRole('region', { name: 'Problems of the guide' });
const bar = (page) => page.getByRole('complementary', { name: 'Preview' });

test('a save reloads the tab whose page it changed, and no other', async (t) => {
  const preview = await Preview.of(t);
  const [own, other, desk] = [
    await preview.tab('articles/places/'), await preview.tab('articles/go-and-see/'), await preview.tab('_desk/pictures.html')];
  const found = complaints(own, preview.home);
  for (const round of ['first', 'second', 'third']) {
    preview.save(places, `${preview.text(places)}\nWritten for the ${round} time.\n`);
    await own.getByText(`Written for the ${round} time.`).waitFor();
  }
  assert.equal(await isTheSame(own), false);
  // The other tabs have heard of it for long when the next save of their own comes through.
  preview.save('content/articles/look-around/go-and-see.md', `${preview.text('content/articles/look-around/go-and-see.md')}\nWritten here.\n`);
  assert.equal(await isTheSame(other), true);
  await other.getByText('Written here.').waitFor();
  assert.equal(await isTheSame(desk), true);
  expectNoneBut(found);
});

test('where one is, what is ticked and what is typed survive a reload', async (t) => {
  const preview = await Preview.of(t);
  const page = await preview.tab('scenarios/first-baby/', { viewport: { width: 800, height: 600 }, reducedMotion: 'reduce' });
  const boxes = page.locator('input.box');
  const [first, last] = [boxes.first(), boxes.last()];
  await first.check();
  await last.check();
  const field = page.locator('textarea, input[type=text], input[type=tel]').last();
  await field.fill('My own words: “both”');
  await field.evaluate((field) => { field.focus(); field.setSelectionRange(3, 6); });
  await last.evaluate((box) => box.closest('li').scrollIntoView({ block: 'center' }));
  const at = () => last.evaluate((box) => box.getBoundingClientRect().top);
  const [before, scrolled] = [await at(), await page.evaluate(() => scrollY)];
  assert.ok(scrolled > 0, 'the page is long enough to scroll');

  preview.edit('content/scenarios/first-baby.md', 'title: ', 'title: Today, ');
  await page.locator('h1', { hasText: 'Today, ' }).waitFor();
  assert.equal(await isTheSame(page), false);
  assert.equal(await first.isChecked(), true);
  assert.equal(await last.isChecked(), true);
  assert.equal(await boxes.nth(1).isChecked(), false);
  assert.equal(await field.inputValue(), 'My own words: “both”');
  assert.deepEqual(await field.evaluate((field) => [document.activeElement === field, field.selectionStart, field.selectionEnd]), [true, 3, 6]);
  assert.ok(Math.abs((await at()) - before) < 2, `${before} before, ${await at()} after`);
  // What was kept is kept no longer than that.
  await page.reload();
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
});

test('a style sheet is exchanged in the open page', async (t) => {
  const preview = await Preview.of(t);
  const page = await preview.tab('articles/places/');
  const style = readFileSync(path.join(root, 'themes/plain/style.css'), 'utf8');
  const colour = () => page.locator('h1').evaluate((title) => getComputedStyle(title).color);
  preview.theme = path.join(preview.folder, 'themes/plain');
  cpSync(path.join(root, 'themes/plain'), preview.theme, { recursive: true });
  for (const blue of [10, 20, 30]) {
    preview.save('themes/plain/style.css', `${style}\nh1 { color: rgb(1, 2, ${blue}); }\n`);
    await page.waitForFunction((blue) => getComputedStyle(document.querySelector('h1')).color === `rgb(1, 2, ${blue})`, blue);
  }
  assert.equal(await colour(), 'rgb(1, 2, 30)');
  await page.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 1);
  assert.equal(await isTheSame(page), true);
});

test('an error lies over the last good page, and is gone when it is mended', async (t) => {
  const preview = await Preview.of(t);
  const page = await preview.tab('articles/places/');
  const found = complaints(page, preview.home);
  const good = preview.edit(places, '## ', 'See [the hill](hill.md) `<i>`.\n\n## ');
  await panel(page).waitFor();
  assert.equal(await isTheSame(page), true);
  const told = await panel(page).innerText();
  for (const words of ['1 error', 'The page is the last good one.', '[dead-link]', `${places}:`, 'hill.md', 'What to do:', 'careguide explain dead-link']) {
    assert.ok(told.includes(words), `no "${words}" in:\n${told}`);
  }
  assert.ok(await page.getByRole('heading', { level: 1 }).isVisible(), 'the page is still there');
  const link = panel(page).getByRole('link', { name: `${places}:` });
  assert.match(await link.getAttribute('href'), /^vscode:\/\/file\/.*\/content\/articles\/look-around\/places\.md:\d+:\d+$/);
  assert.equal((await page.getByRole('status').textContent()).startsWith('1 error.'), true);

  // Without a mouse: hidden with Escape, shown again with its count, hidden with its button.
  await link.focus();
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
  const count = bar(page).getByRole('button', { name: '1 error' });
  assert.equal(await count.evaluate((button) => button.getRootNode().activeElement === button), true);
  await page.keyboard.press('Enter');
  await panel(page).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await panel(page).waitFor({ state: 'detached' });

  // Hidden, it stays hidden on the next page, until there is another error.
  await page.goto(`${preview.home}articles/go-and-see/`);
  await count.waitFor();
  assert.equal(await panel(page).count(), 0);
  preview.edit(places, 'hill.md', 'dale.md');
  await panel(page).getByText('dale.md').first().waitFor();
  await page.evaluate(() => { globalThis.isTheSame = true; });

  preview.save(places, good);
  await panel(page).waitFor({ state: 'detached' });
  await page.getByText('No error in the guide.').waitFor({ state: 'attached' });
  assert.equal(await isTheSame(page), true);
  assert.equal(await bar(page).getByRole('button').count(), 0);
  expectNoneBut(found);
});

test('warnings are a count, and shown when they are asked for', async (t) => {
  const preview = await Preview.of(t);
  const page = await preview.tab('articles/places/');
  preview.edit('site.toml', 'unused-role = "note"', 'unused-role = "warn"');
  preview.save('content/roles.yaml', `${preview.text('content/roles.yaml')}\nnobody:\n  one: "nobody at all"\n`);
  const count = bar(page).getByRole('button', { name: /^\d+ warnings?$/ });
  await count.waitFor();
  assert.equal(await isTheSame(page), true);
  assert.equal(await panel(page).count(), 0);
  await count.click();
  await panel(page).getByText('[unused-role]').first().waitFor();
});

test('the first page says that there is none yet, and follows', async (t) => {
  const preview = await Preview.of(t);
  const good = preview.edit(places, '## ', 'See [the hill](hill.md).\n\n## ');
  await preview.end();
  await preview.start(preview.port);
  const page = await newPage();
  await page.goto(preview.home);
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'No page can be shown yet');
  await panel(page).getByText('[dead-link]').waitFor();
  expectNone((await axe(page)).findings);
  preview.save(places, good);
  await page.getByRole('heading', { level: 1, name: 'Find the place that feels right' }).waitFor();
});

test('tabs find the server again when it was started anew', async (t) => {
  const preview = await Preview.of(t);
  const [one, two] = [await preview.tab('articles/places/'), await preview.tab('articles/go-and-see/')];
  await preview.end();
  await Promise.all([one, two].map((page) => bar(page).getByText('Stopped. Is careguide serve still running?').waitFor()));
  preview.save(places, `${preview.text(places)}\nWritten meanwhile.\n`);
  await preview.start(preview.port);
  await one.getByText('Written meanwhile.').waitFor();
  await bar(two).getByText('Preview', { exact: true }).waitFor();
  assert.equal(await isTheSame(two), true);
});

test('a tab in the background lets go, and catches up when it is shown', async (t) => {
  const preview = await Preview.of(t);
  const page = await preview.tab('articles/places/');
  await show(page, false);
  preview.save(places, `${preview.text(places)}\nWritten behind its back.\n`);
  // Another tab has it, and this one has not asked.
  const other = await preview.tab('articles/places/');
  await other.getByText('Written behind its back.').waitFor();
  assert.equal(await isTheSame(page), true);
  await show(page, true);
  await page.getByText('Written behind its back.').waitFor();
});

test('more tabs than a browser has connections for one server', async (t) => {
  const preview = await Preview.of(t);
  const first = await preview.tab('articles/places/');
  const tabs = [first];
  while (tabs.length < 9) {
    // The one before goes into the background, as a new tab of the same window puts it there.
    await show(tabs.at(-1), false);
    const page = await first.context().newPage();
    await page.goto(`${preview.home}articles/places/`);
    await bar(page).waitFor();
    tabs.push(page);
  }
  preview.save(places, `${preview.text(places)}\nWritten for all.\n`);
  await tabs.at(-1).getByText('Written for all.').waitFor();
  for (const page of tabs.slice(0, 8)) {
    await show(page, true);
    await page.getByText('Written for all.').waitFor();
    await show(page, false);
  }
});

test('an article leads to its source, its checklists and the desk, and the desk back', async (t) => {
  const preview = await Preview.of(t);
  const page = await preview.tab('articles/places/', { viewport: { width: 360, height: 740 } });
  assert.match(await bar(page).getByRole('link', { name: `Edit ${places}` }).getAttribute('href'), /^vscode:.*places\.md:1:1$/);
  await bar(page).getByText(/^\d+ checklists?$/).click();
  const checklist = bar(page).getByRole('link', { name: 'I expect my first baby' });
  assert.ok(await checklist.isVisible());
  await checklist.click();
  await page.waitForURL(`${preview.home}scenarios/first-baby/`);
  await bar(page).getByRole('link', { name: 'Desk' }).click();
  await page.getByRole('heading', { level: 1, name: 'Problems' }).waitFor();
  await page.getByRole('link', { name: 'Who gets what' }).click();
  await page.getByRole('rowheader', { name: 'Go and see a place' }).getByRole('link').first().click();
  await page.waitForURL(`${preview.home}articles/go-and-see/`);
  await page.goto(`${preview.home}_desk/reading.html`);
  assert.match(await page.getByRole('link', { name: places }).first().getAttribute('href'), /^vscode:/);
});

for (const [name, look] of [['at 1280 px', { viewport: { width: 1280, height: 900 } }], ['at 360 px, in dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }]]) {
  test(`axe finds nothing in the overlay and on the desk ${name}`, async (t) => {
    const preview = await Preview.of(t);
    const page = await preview.tab('articles/places/', look);
    const found = complaints(page, preview.home);
    const good = preview.edit(places, '## ', 'See [the hill](hill.md).\n\n## ');
    await panel(page).waitFor();
    const findings = [];
    let nodes = 0;
    const judge = async (what) => {
      const judged = await axe(page);
      nodes += judged.nodes;
      findings.push(...judged.findings.map((finding) => `${what}: ${finding}`));
      const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (width > 0) findings.push(`${what}: ${width} px wider than the window`);
    };
    await judge('the overlay');
    await page.goto(`${preview.home}_desk/`);
    await panel(page).waitFor();
    await judge('the desk with the overlay');
    preview.save(places, good);
    await panel(page).waitFor({ state: 'detached' });
    for (const desk of ['', 'facts.html', 'pictures.html', 'coverage.html', 'reviews.html', 'reading.html']) {
      await page.goto(`${preview.home}_desk/${desk}`);
      await bar(page).waitFor();
      await judge(`/_desk/${desk}`);
    }
    t.diagnostic(`${nodes} nodes checked`);
    expectNoneBut([...findings, ...found]);
  });
}
