// Debian's Chromium, kept quiet, and what it has to complain about.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const quiet = [
  '--no-sandbox', // tests run as root, on pages of our own
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet });

/** One browser for all tests of a file. Returns a function that opens a fresh, empty page. */
export function browserForThisFile() {
  let browser;
  before(async () => { browser = await launch(); });
  after(() => browser.close());
  return async (options = {}) => (await browser.newContext(options)).newPage();
}

/**
 * Keeps a list of everything that goes wrong on `page` from now on, each a sentence that names the
 * page. `home` is the only place it may load from.
 */
export function complaints(page, home) {
  const found = [];
  const note = (what) => found.push(`${page.url().replace(home, '') || '(home)'}: ${what}`);
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) note(`asks for ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    note(`cannot load ${request.url()}: ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()} for ${response.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) note(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`script: ${error.message}`));
  return found;
}

/** Fails with all findings at once, one a line; a flood is cut short. */
export function expectNone(findings) {
  if (findings.length === 0) return;
  const rest = findings.length > 40 ? ['…'] : [];
  assert.fail([`${findings.length} found`, ...findings.slice(0, 40), ...rest].join('\n  '));
}
