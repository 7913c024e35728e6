// A script that fails is told to the server's log, a few times a page: nobody writes to say so.
import { csrfToken } from './csrf';

const told_max = 5;

export function tellFailures(): void {
  let told = 0;
  const tell = (message: string, script: string, line: number) => {
    if (++told > told_max || !message) return;
    const body = new URLSearchParams({ message: message.slice(0, 1000), script: script.replace(location.origin, '').slice(0, 300), line: String(line), page: location.pathname.slice(0, 1000) });
    const door = /^\/p\/[^/]+/.exec(location.pathname)?.[0] ?? '';
    fetch(`${door}/incidents-du-navigateur`, { method: 'POST', headers: { 'X-CSRF-Token': csrfToken() }, body, keepalive: true }).catch(() => {});
  };
  addEventListener('error', ({ message, filename, lineno }) => tell(message, filename, lineno));
  addEventListener('unhandledrejection', ({ reason }) => tell(String(reason), '', 0));
}
