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
  return Buffer.concat(parts).toString();
}

// Gives { url, posted, close }; `posted` grows with every POST body.
export async function serve(pages) {
  const posted = [];
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, 'http://kit');
    if (request.method === 'POST') {
      posted.push(`${url.pathname} ${await bodyOf(request)}`);
      return response.writeHead(303, { Location: '/states.html?after' }).end();
    }
    if (url.searchParams.has('slow')) await new Promise((done) => setTimeout(done, slow_ms));
    const folder = url.pathname.startsWith('/assets/') ? dist : pages;
    const file = path.join(folder, path.basename(url.pathname));
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[path.extname(file).slice(1)], 'Content-Security-Policy': policy() });
    response.end(fs.readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${server.address().port}`, posted, close: () => { server.closeAllConnections(); server.close(); } };
}
