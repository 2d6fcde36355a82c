// Small pictures of pages: PNG with a palette, a third of what the browser writes.

import { crc32, deflateSync } from 'node:zlib';

/** The screenshot `png` again, in the 256 colours that it uses most; all others become the nearest of these. */
export async function withPalette(page, png) {
  await page.goto('about:blank');
  const { width, height, palette, indexes } = await page.evaluate(reduce, png.toString('base64'));
  const rows = Buffer.alloc((width + 1) * height); // each row begins with 0: no filter
  const pixels = Buffer.from(indexes, 'base64');
  for (let y = 0; y < height; y += 1) pixels.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits, a palette
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** Runs in the page, which can read pictures. */
async function reduce(base64) {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const { width, height } = picture;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colours = new Map();
  const at = (pixel) => (data[pixel * 4] << 16) | (data[pixel * 4 + 1] << 8) | data[pixel * 4 + 2];
  for (let pixel = 0; pixel < width * height; pixel += 1) colours.set(at(pixel), (colours.get(at(pixel)) ?? 0) + 1);
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const palette = [...colours].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => parts(colour));
  const distance = (a, b) => a.reduce((sum, part, i) => sum + (part - b[i]) ** 2, 0);
  const nearest = new Map([...colours.keys()].map((colour) => {
    const far = palette.map((other) => distance(parts(colour), other));
    return [colour, far.indexOf(Math.min(...far))];
  }));
  let indexes = '';
  for (let pixel = 0; pixel < width * height; pixel += 1) indexes += String.fromCharCode(nearest.get(at(pixel)));
  return { width, height, palette, indexes: btoa(indexes) };
}
