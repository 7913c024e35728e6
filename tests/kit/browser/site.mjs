// Serves the kit's pages on loopback the way the product does: assets under /assets/, the strict
// content security policy, 303 after a POST.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const types = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', woff2: 'font/woff2', html: 'text/html; charset=utf-8' };
const slow_ms = 1200;

export const dist = path.resolve(import.meta.dirname, '../../../web/dist');

function policy() {
  const { turbo_style } = JSON.parse(fs.readFileSync(path.join(dist, 'csp.json'), 'utf8'));
  return `default-src 'none'; script-src 'self'; style-src 'self' '${turbo_style}'; img-src 'self' data:; `
    + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

// Files in pieces, as /envois takes them.
async function takePiece(url, request, response, uploads) {
  const piece = await bodyOf(request);
  if (url.pathname === '/envois') return response.writeHead(201, { Location: `/envois/${uploads.push(Buffer.alloc(0))}` }).end();
  const at = Number(path.basename(url.pathname)) - 1;
  uploads[at] = Buffer.concat([uploads[at] ?? Buffer.alloc(0), piece]);
  return response.writeHead(204, { 'Upload-Offset': String(uploads[at].length) }).end();
}

// Lying or standing, with its number.
function photo(number) {
  const [width, height] = number % 2 ? [1600, 1200] : [1200, 1600];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${number * 70} 25% 55%)"/>`
    + `<circle cx="50%" cy="50%" r="300" fill="#ccc"/><text x="50%" y="52%" font-size="200" text-anchor="middle">${number}</text></svg>`;
}

// Gives { url, posted, uploads, close }; `posted` grows with every POST body, `uploads` with every file sent ahead.
export async function serve(pages) {
  const posted = [];
  const uploads = [];
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, 'http://kit');
    if (url.pathname.startsWith('/envois')) return takePiece(url, request, response, uploads);
    if (request.method === 'POST') {
      posted.push(`${url.pathname} ${await bodyOf(request)}`);
      return response.writeHead(303, { Location: '/states.html?after' }).end();
    }
    if (url.searchParams.has('slow')) await new Promise((done) => setTimeout(done, slow_ms));
    if (url.pathname === '/photo') return response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(photo(Number(url.searchParams.get('n'))));
    const folder = url.pathname.startsWith('/assets/') ? dist : pages;
    const file = path.join(folder, path.basename(url.pathname));
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[path.extname(file).slice(1)], 'Content-Security-Policy': policy() });
    response.end(fs.readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${server.address().port}`, posted, uploads, close: () => { server.closeAllConnections(); server.close(); } };
}
