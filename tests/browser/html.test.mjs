// The HTML itself: valid to the letter, and whole without any script.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { browserForThisFile, expectNone } from './browser.mjs';
import { serve } from './server.mjs';
import { fewOfTheFinder, shown, sites } from './sites.mjs';

const vnu = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
const newPage = browserForThisFile();

test('the Nu HTML checker has nothing to say about any file', async (t) => {
  const files = ['web', 'based', 'portable', 'report'].flatMap((layout) => sites(layout))
    .flatMap((site) => site.all.map((page) => path.join(site.folder, page.file)));
  const messages = await check(files);
  t.diagnostic(`${files.length} files checked`);
  assert.ok(files.length > 0, 'nothing was checked');
  expectNone(messages);
});

test('the Nu HTML checker sees a mistake', async () => {
  const messages = await check([path.join(import.meta.dirname, 'wrong.html')]);
  assert.match(messages.join(), /Duplicate ID/);
});

/** Everything it says: errors, warnings and remarks alike. */
async function check(files) {
  const args = ['-jar', vnu, '--format', 'json', '--stdout', '--exit-zero-always', ...files];
  const { stdout } = await promisify(execFile)('java', args, { maxBuffer: 1 << 28 });
  return JSON.parse(stdout).messages.map(({ url, lastLine, subType, type, message, extract }) =>
    `${url}:${lastLine}: ${subType ?? type}: ${message} ${JSON.stringify(extract)}`);
}

for (const site of shown()) {
  test(`${site.name}: pages hold no script, and read the same where scripts are off`, async (t) => {
    const host = await serve(site.folder);
    t.after(host.close);
    const [on, off] = [await newPage(), await newPage({ javaScriptEnabled: false })];
    const found = [];
    const pages = fewOfTheFinder(site.pages);
    for (const { address } of pages) {
      await on.goto(host.home + address);
      await off.goto(host.home + address);
      found.push(...(await on.evaluate(scripts)).map((script) => `${address}: ${script}`));
      if ((await off.innerText('body')) !== (await on.innerText('body'))) found.push(`${address}: reads otherwise`);
    }
    t.diagnostic(`${pages.length} pages read twice`);
    expectNone(found);
  });
}

/** Runs in the page: whatever could run there. */
function scripts() {
  const handlers = (element) => [...element.attributes].filter(({ name, value }) =>
    name.startsWith('on') || value.trim().toLowerCase().startsWith('javascript:'));
  return [
    ...[...document.scripts].map((script) => script.outerHTML),
    ...[...document.querySelectorAll('*')].flatMap(handlers).map((at) => `${at.name}="${at.value}"`),
  ];
}
