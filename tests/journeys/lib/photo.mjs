// A small photo, as a file of a form takes it.
import { crc32, deflateSync } from 'node:zlib';

const width = 320;
const height = 240;

function chunk(kind, bytes) {
  const body = Buffer.concat([Buffer.from(kind), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/// A PNG of one colour, another one for another name.
export function photo(name) {
  const colour = Buffer.from([...name].map((letter) => letter.charCodeAt(0)).slice(0, 3));
  const row = Buffer.concat([Buffer.from([0]), ...Array(width).fill(colour)]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const buffer = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array(height).fill(row)))), chunk('IEND', Buffer.alloc(0))]);
  return { name, mimeType: 'image/png', buffer };
}
