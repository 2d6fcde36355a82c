// The built sites, as lists of pages. Never builds anything: `tests/run build` has done that.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'smol-toml';

const root = path.resolve(import.meta.dirname, '../..');
const built = process.env.CAREGUIDE_SITES ?? path.join(root, 'target/sites');

/**
 * The sites built in one layout, sorted by name: `web` (no base URL), `based` (for a host's folder
 * `/a/b/`), `portable` (read from a disk), `report` (not a site, but the report on it).
 */
export function sites(layout) {
  const folder = path.join(built, layout);
  if (!existsSync(folder)) throw new Error(`no site in ${folder}; \`tests/run build\` makes them`);
  // Beside each site lies its lock.
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const told = (name) => (layout === 'report' ? `report on ${name}` : name);
  return names.sort().map((name) => ({ ...siteIn(path.join(folder, name)), name: told(name) }));
}

/** All that a browser shows: the sites, and the reports on them. */
export function shown() {
  return [...sites('web'), ...sites('report')];
}

/** One built site. */
export function siteIn(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html'));
  const all = files.sort().map((file) => page(folder, file));
  return {
    name: path.basename(folder),
    folder,
    all,
    // An alias page shows nothing: it sends the reader on at once.
    pages: all.filter((page) => !page.redirect),
  };
}

// Three things that our own theme writes are looked for in the text, to spare opening every page twice.
function page(folder, file) {
  const html = readFileSync(path.join(folder, file), 'utf8');
  const kind = html.match(/<body[^>]*\sclass="page-([a-z0-9-]+)/)?.[1];
  const redirect = /<meta[^>]+http-equiv="refresh"/.test(html);
  if (!kind && !redirect) throw new Error(`${file}: its body has no class that names the kind of page`);
  return {
    file,
    address: file.replace(/(^|\/)index\.html$/, '$1'),
    kind,
    redirect,
    hidden: /<meta[^>]+content="[^"]*noindex/.test(html),
    length: html.length,
  };
}

/** The pages of each kind, at most `limit` of them (0: all), the longest first: it shows most. */
export function ofEachKind(pages, limit) {
  const byLength = pages.toSorted((a, b) => b.length - a.length);
  const kinds = [...new Set(pages.map((page) => page.kind))];
  return kinds.flatMap((kind) =>
    byLength.filter((page) => page.kind === kind).slice(0, limit || undefined));
}

/** All pages but most of the finder's: these differ in words only, so the longest of each kind stand for the others. */
export function fewOfTheFinder(pages) {
  const finders = pages.filter((page) => ['finder', 'found'].includes(page.kind));
  const few = new Set(ofEachKind(finders, size('finder-pages-per-kind')));
  return pages.filter((page) => !finders.includes(page) || few.has(page));
}

/** One figure out of tests/sizes.toml, from the table that this run uses. */
export function size(key) {
  const table = process.env.CAREGUIDE_SIZES ?? 'ci';
  const found = parse(readFileSync(path.join(root, 'tests/sizes.toml'), 'utf8'))[table]?.[key];
  if (found === undefined) throw new Error(`tests/sizes.toml has no ${key} in [${table}]`);
  return found;
}
