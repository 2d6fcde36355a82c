// A host for static files, as plain as they come: what it does any host can do.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/** Serves `folder` on this machine only, below `prefix`; gives its address and a way to end it. */
export async function serve(folder, prefix = '/') {
  const server = createServer(async (request, response) => {
    const { status, file, location } = await find(folder, prefix, request.url);
    if (location) return response.writeHead(status, { location }).end();
    const body = file ? await readFile(file) : 'not here';
    const type = types[path.extname(file ?? 'not-here.txt')] ?? 'application/octet-stream';
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    home: `http://127.0.0.1:${server.address().port}${prefix}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function find(folder, prefix, asked) {
  const address = decodeURIComponent(new URL(asked, 'http://host').pathname);
  if (!address.startsWith(prefix)) return besides(address);
  const file = path.join(folder, address.slice(prefix.length));
  if (await isFile(file)) return { status: 200, file };
  if (!(await isFile(path.join(file, 'index.html')))) {
    return besides(address, path.join(folder, '404.html'));
  }
  return address.endsWith('/')
    ? { status: 200, file: path.join(file, 'index.html') }
    : { status: 301, location: `${address}/` };
}

// Browsers ask every host for an icon by themselves, whatever the page says: no fault of the page.
const besides = (address, file) => (address === '/favicon.ico' ? { status: 204 } : { status: 404, file });

const isFile = (file) => stat(file).then((entry) => entry.isFile(), () => false);
