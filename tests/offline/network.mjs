// The network between the devices and the server: it loses requests before they arrive, and answers after they left.
import http from 'node:http';

/// `fate()` says what becomes of the next request: 'passes', 'never arrives', 'answer is lost' or 'cut on the way'.
export async function badNetwork(serverPort, fate) {
  const told = { lost: 0, cut: 0 };
  const proxy = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('error', () => {});
    request.on('end', () => {
      const what = fate();
      if (what === 'never arrives') { told.cut += 1; return request.socket.destroy(); }
      const passed = http.request({
        port: serverPort, host: '127.0.0.1', agent: false, method: request.method, path: request.url,
        headers: { ...request.headers, host: `localhost:${serverPort}`, connection: 'close' },
      }, (answer) => {
        const received = [];
        answer.on('data', (part) => received.push(part));
        answer.on('error', () => request.socket.destroy());
        answer.on('end', () => {
          if (what === 'answer is lost') { told.lost += 1; return request.socket.destroy(); }
          response.writeHead(answer.statusCode, answer.headers).end(Buffer.concat(received));
        });
      });
      passed.on('error', () => request.socket.destroy());
      passed.end(Buffer.concat(parts));
      if (what === 'cut on the way') { told.lost += 1; setImmediate(() => request.socket.destroy()); }
    });
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return { base: `http://localhost:${proxy.address().port}`, told, close: () => { proxy.closeAllConnections(); proxy.close(); } };
}
