// What the preview adds to a page that is open: it reloads when its own bytes changed and keeps what was ticked
// and typed, exchanges style sheets in place, and shows what is wrong with the guide.
//
// The server lets pages name this script; no theme and no build knows of it. It draws in trees of its own, so that
// the theme's style sheet and its own never meet, and writes text only, never HTML.

(() => {
  'use strict';

  const version = document.currentScript.dataset.version;
  const own = '/_preview/';
  const stored = { page: 'careguide-preview-page', hidden: 'careguide-preview-hidden' };
  /** How long the server may be silent, in milliseconds; it says something every ten seconds. */
  const silence = 25000;

  // A browser that stores nothing still reloads, and shows what is wrong.
  function put(key, text) { try { sessionStorage.setItem(key, text); } catch { /* nothing is kept */ } }
  function look(key) { try { return sessionStorage.getItem(key); } catch { return null; } }
  function take(key) {
    const text = look(key);
    try { sessionStorage.removeItem(key); } catch { /* nothing was kept */ }
    return text;
  }

  // What a reader did to the page, over a reload.

  const fields = () => [...document.querySelectorAll('input, textarea, select')];
  const folds = () => [...document.querySelectorAll('details')];
  const isBox = (field) => field.type === 'checkbox' || field.type === 'radio';
  const nameOf = (element, all) => element.id || `number ${all.indexOf(element)}`;

  function keep() {
    const all = fields();
    const changed = (field) => (isBox(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);
    put(stored.page, JSON.stringify({
      path: location.pathname,
      fields: all.filter(changed).map((field) => ({ name: nameOf(field, all), value: isBox(field) ? field.checked : field.value })),
      folds: folds().map((fold, at, all) => ({ name: nameOf(fold, all), open: fold.open })),
      focus: focused(),
      scroll: { x: scrollX, y: scrollY, anchor: anchor() },
    }));
    history.scrollRestoration = 'manual';
  }

  function focused() {
    const field = document.activeElement;
    if (!field?.id) return null;
    const { id, selectionStart: from, selectionEnd: to } = field;
    return { id, from: from ?? null, to: to ?? null };
  }

  /** The element next to the top of the window, so that the same words stand there although others came in above. */
  function anchor() {
    if (scrollY < 1) return null;
    const near = [...document.querySelectorAll('main [id]')]
      .map((element) => ({ id: element.id, top: element.getBoundingClientRect().top }))
      .filter(({ top }) => top < innerHeight / 2);
    near.sort((a, b) => Math.abs(a.top) - Math.abs(b.top));
    return near[0] ?? null;
  }

  function bringBack() {
    const text = take(stored.page);
    const kept = text && JSON.parse(text);
    if (!kept || kept.path !== location.pathname) return;
    const find = (name, all) => all.find((element) => nameOf(element, all) === name);
    for (const { name, value } of kept.fields) {
      const field = find(name, fields());
      if (!field) continue;
      if (isBox(field)) field.checked = value;
      else field.value = value;
      for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    for (const { name, open } of kept.folds) {
      const fold = find(name, folds());
      if (fold) fold.open = open;
    }
    const field = kept.focus && document.getElementById(kept.focus.id);
    field?.focus({ preventScroll: true });
    if (field?.setSelectionRange && kept.focus.from !== null) field.setSelectionRange(kept.focus.from, kept.focus.to);
    const back = () => {
      const { x, y, anchor } = kept.scroll;
      const there = anchor && document.getElementById(anchor.id);
      if (there) scrollBy({ top: there.getBoundingClientRect().top - anchor.top, behavior: 'instant' });
      else scrollTo({ left: x, top: y, behavior: 'instant' });
    };
    back();
    // Pictures without a size move what is below them.
    addEventListener('load', () => { back(); history.scrollRestoration = 'auto'; }, { once: true });
  }

  // What the server tells.

  let stream = null;
  let heard = 0;
  let again = 0;
  let isConnected = true;
  let isLeaving = false;
  let told = null;

  function listen() {
    hangUp();
    // A tab in the background holds no connection: a browser has only six for one server.
    if (document.hidden || isLeaving) return;
    heard = Date.now();
    let path = location.pathname;
    try { path = decodeURIComponent(path); } catch { /* it is asked for as it stands */ }
    stream = new EventSource(`${own}events?page=${encodeURIComponent(path)}`);
    stream.addEventListener('told', (event) => { hear(); tell(JSON.parse(event.data)); });
    stream.addEventListener('pulse', hear);
    stream.addEventListener('open', hear);
    stream.addEventListener('error', () => {
      hangUp();
      isConnected = false;
      draw();
      again = setTimeout(listen, 700);
    });
  }

  function hangUp() {
    clearTimeout(again);
    again = 0;
    stream?.close();
    stream = null;
  }

  function hear() {
    heard = Date.now();
    if (!sheet && !isDressing) dress();
    if (isConnected) return;
    isConnected = true;
    draw();
  }

  /** After a sleep of the computer, a connection may be dead without knowing it. */
  function listenIfSilent() {
    if (!again && !stream) listen();
    else if (stream && Date.now() - heard > silence) listen();
  }

  function tell(news) {
    told = news;
    if (news.version) {
      const styles = [...document.head.querySelectorAll('link[rel="stylesheet"]')].filter((link) => !replaced.has(link));
      if (news.version !== version || styles.length !== news.styles.length) return reload();
      styles.forEach((link, at) => exchange(link, news.styles[at]));
    }
    draw();
  }

  function reload() {
    if (isLeaving) return;
    isLeaving = true;
    hangUp();
    keep();
    location.reload();
  }

  /** Style sheets in whose place others stand already; they go when those are there. */
  const replaced = new Set();

  function exchange(link, href) {
    if (link.getAttribute('href') === href) return;
    const next = link.cloneNode();
    next.setAttribute('href', href);
    replaced.add(link);
    const old = [...replaced];
    next.addEventListener('load', () => old.forEach((link) => link.remove()));
    next.addEventListener('error', () => { next.remove(); replaced.delete(link); });
    link.after(next);
  }

  // What is shown.

  /** An element with its attributes, and what is in it. */
  function make(name, attributes = {}, ...inside) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...inside.flat().filter((one) => one !== null && one !== ''));
    return element;
  }

  const many = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

  /** Words; what stands between backticks is shown as something to type. */
  function words(text) {
    const parts = text.split('`');
    if (parts.length % 2 === 0) return [text];
    return parts.map((part, at) => (at % 2 ? make('code', {}, part) : part));
  }

  function problem({ level, rule, message, places, notes, helps }) {
    const badge = make('span', { class: `level ${level}` }, level === 'error' ? 'Error' : 'Warning');
    return make('li', { class: 'problem' },
      make('h3', {}, badge, ' ', words(message), ' ', make('code', { class: 'rule' }, `[${rule}]`)),
      places.map(place),
      notes.map((note) => make('p', {}, make('b', {}, 'Why: '), words(note))),
      helps.map((help) => make('p', {}, make('b', {}, 'What to do: '), words(help))));
  }

  function place({ place, open, label, lines }) {
    const name = open ? make('a', { href: open }, place) : place;
    const line = ({ number, before, marked, after }) => [
      make('span', { class: 'number' }, `${number} `), before, make('mark', { class: marked ? '' : 'here' }, marked), after, '\n'];
    return make('div', { class: 'where' },
      make('p', {}, name, label ? ': ' : '', words(label)),
      lines.length ? make('pre', {}, make('code', {}, lines.flatMap(line))) : null);
  }

  let sheet = null;
  let isDressing = false;
  let panel = null;
  let bar = null;
  const status = make('p', { role: 'status', class: 'said' });
  let isOpen = false;
  let drawn = '';

  /** Fetches what the script's own drawings look like; if it fails, it is fetched with the next news. */
  async function dress() {
    isDressing = true;
    try {
      const response = await fetch(`${own}preview.css`);
      const fetched = new CSSStyleSheet();
      fetched.replaceSync(await response.text());
      if (response.ok) sheet = fetched;
    } catch { /* the server has gone, or this page goes */ }
    isDressing = false;
    draw();
  }

  /** A place to draw in, apart from the page. */
  function host(kind) {
    const element = make('div', { 'data-careguide-preview': kind });
    element.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    return element;
  }

  function draw() {
    if (!sheet || !told || isLeaving) return;
    const now = JSON.stringify([told, isConnected, isOpen, look(stored.hidden)]);
    if (now === drawn) return;
    drawn = now;
    drawPanel();
    drawBar();
    // What is drawn lies over the end of the page: the page goes on below it.
    const height = Math.max(...[panel, bar].map((host) => host?.shadowRoot.firstElementChild.offsetHeight ?? 0));
    document.documentElement.style.paddingBlockEnd = `${height}px`;
    document.documentElement.style.scrollPaddingBlockEnd = `${height}px`;
  }

  const errors = () => JSON.stringify(told.problems.filter(({ level }) => level === 'error'));
  const counts = () => [[told.errors, 'error'], [told.warnings, 'warning']]
    .filter(([count]) => count > 0).map(([count, word]) => many(count, word)).join(' and ');

  function standing() {
    if (!isConnected) return 'The preview has stopped. Is careguide serve still running?';
    if (!told.built) return 'There is no page yet: the guide was never without an error since the preview started.';
    if (told.current) return 'The page shows the guide as it is.';
    return 'The page is the last good one. It follows as soon as the errors are mended.';
  }

  function drawPanel() {
    const isWanted = isOpen || (told.errors > 0 && look(stored.hidden) !== errors());
    if (!isWanted || !(told.problems.length || told.notices.length)) {
      isOpen = false;
      panel?.remove();
      panel = null;
      return;
    }
    const hide = make('button', { type: 'button' }, 'Hide');
    hide.addEventListener('click', hidePanel);
    const title = make('h2', { tabindex: '-1' }, counts() || 'Notice');
    const rule = told.problems[0]?.rule;
    const region = make('section', { role: 'region', 'aria-label': 'Problems of the guide', class: told.errors ? 'panel' : 'panel calm' },
      make('div', { class: 'head' }, title, hide),
      make('p', { class: 'standing' }, standing()),
      told.notices.map((notice) => make('p', { class: 'notice' }, words(notice))),
      told.problems.length ? make('ul', { class: 'problems' }, told.problems.map(problem)) : null,
      told.more ? make('p', {}, `${told.more} more are on `, make('a', { href: '/_desk/' }, 'the desk'), ' and in the terminal.') : null,
      rule ? make('p', {}, make('code', {}, `careguide explain ${rule}`), ' says more about the first.') : null);
    if (!panel) {
      panel = host('problems');
      panel.addEventListener('keydown', (event) => { if (event.key === 'Escape') hidePanel(); });
      // Before the text, but behind the link that skips to it.
      const main = document.querySelector('main');
      if (main) main.before(panel);
      else document.body.prepend(panel);
    }
    const { shadowRoot } = panel;
    const at = shadowRoot.firstElementChild?.scrollTop ?? 0;
    const hadFocus = shadowRoot.activeElement !== null;
    shadowRoot.replaceChildren(region);
    region.scrollTop = at;
    if (hadFocus) title.focus({ preventScroll: true });
  }

  function hidePanel() {
    put(stored.hidden, errors());
    isOpen = false;
    draw();
    bar.shadowRoot.querySelector('button')?.focus();
  }

  function showPanel() {
    take(stored.hidden);
    isOpen = true;
    draw();
    panel?.shadowRoot.querySelector('h2').focus();
  }

  function drawBar() {
    if (!bar) {
      bar = host('bar');
      document.body.append(bar);
    }
    const { shadowRoot } = bar;
    const stops = () => [...shadowRoot.querySelectorAll('a, button, summary')];
    const focus = stops().indexOf(shadowRoot.activeElement);
    const wereOpen = [...shadowRoot.querySelectorAll('details')].map((fold) => fold.open);
    const isDesk = location.pathname.startsWith('/_desk/');
    shadowRoot.replaceChildren(make('aside', { 'aria-label': 'Preview', class: isConnected ? 'bar' : 'bar stopped' },
      make('span', { class: 'name' }, isConnected ? 'Preview' : 'Stopped. Is careguide serve still running?'),
      count(), source(), checklists(),
      make('a', { href: isDesk ? '/' : '/_desk/' }, isDesk ? 'The guide' : 'Desk'), status));
    shadowRoot.querySelectorAll('details').forEach((fold, at) => { fold.open = wereOpen[at] ?? false; });
    stops()[focus]?.focus({ preventScroll: true });
    const news = !isConnected ? 'The preview has stopped.'
      : told.errors ? `${counts()}. ${standing()}` : 'No error in the guide.';
    // Said to readers who hear the page, when it is news.
    if (status.textContent !== news) status.textContent = news;
  }

  function count() {
    const words = counts() || (told.notices.length ? 'Notice' : '');
    if (!words) return null;
    const button = make('button', { type: 'button', class: told.errors ? 'error' : 'warning', 'aria-expanded': String(panel !== null) }, words);
    button.addEventListener('click', () => (panel ? hidePanel() : showPanel()));
    return button;
  }

  function source() {
    if (!told.source) return null;
    const { path, open } = told.source;
    if (open) return make('a', { href: open, title: path, 'aria-label': `Edit ${path}` }, 'Edit');
    return make('details', {}, make('summary', {}, 'File'), make('div', { class: 'fold' },
      make('p', {}, make('code', {}, path)),
      make('p', {}, 'With ', make('code', {}, 'editor_url'), ' in ', make('code', {}, 'site.toml'), ', it opens in your editor from here.')));
  }

  function checklists() {
    if (!told.checklists.length) return null;
    const rows = told.checklists.map(({ title, href }) => make('li', {}, make('a', { href }, title)));
    return make('details', {}, make('summary', {}, many(rows.length, 'checklist')), make('ul', { class: 'fold' }, rows));
  }

  bringBack();
  addEventListener('visibilitychange', () => (document.hidden ? hangUp() : listen()));
  addEventListener('pagehide', hangUp);
  addEventListener('pageshow', (event) => { if (event.persisted) listen(); });
  addEventListener('online', listen);
  addEventListener('focus', listenIfSilent);
  setInterval(listenIfSilent, 5000);
  listen();
})();
