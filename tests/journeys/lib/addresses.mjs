// Every address the product declares, and which of them a person meets when looking around.
const pages_max = 120;
const of_a_route_max = 4;

/// `routes --json`, each with a pattern that takes its parameters out of an address.
export function listedRoutes(server) {
  return JSON.parse(server.command('routes', '--json')).map((route) => ({
    ...route,
    names: [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    pattern: new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`),
  }));
}

/// The addresses of all links and forms from `start` on, following the links below it, a few of each route.
export async function lookAround(person, start, routes = []) {
  const seen = new Set();
  const followed = new Map();
  const isEnough = (path) => {
    const route = routes.find(({ method, pattern }) => method === 'GET' && pattern.test(path));
    if (!route) return false;
    followed.set(route.path, (followed.get(route.path) ?? 0) + 1);
    return followed.get(route.path) > of_a_route_max;
  };
  const addresses = new Set();
  for (const queue = [start]; queue.length && seen.size < pages_max;) {
    const path = queue.shift();
    if (seen.has(path) || isEnough(path)) continue;
    seen.add(path);
    const answer = await person.context.request.get(path);
    if (!answer.ok() || !answer.headers()['content-type']?.startsWith('text/html')) continue;
    const bytes = await answer.text();
    for (const [, found] of bytes.matchAll(/(?:href|action|formaction)="(\/[^"?#]*)/g)) {
      addresses.add(found);
      if (found.startsWith(`${start}/`)) queue.push(found);
    }
  }
  return { addresses: [...addresses], pages: [...seen] };
}

/// By « prefix of the route up to the parameter », the newest value met: two businesses both have a first one.
export function valuesMet(routes, addresses) {
  const values = new Map();
  for (const address of addresses)
    for (const route of routes) {
      const match = route.pattern.exec(address);
      if (!match) continue;
      let rest = route.path;
      for (const [at, name] of route.names.entries()) {
        const prefix = rest.slice(0, rest.indexOf(`{${name}}`));
        const isLiteral = routes.some((other) => other.path.replaceAll(/\{\w+\}/g, ':').startsWith(`${prefix}${match[at + 1]}`));
        const key = `${prefix}{${name}}`;
        if (!isLiteral && match[at + 1] > (values.get(key) ?? '')) values.set(key, match[at + 1]);
        rest = rest.replace(`{${name}}`, ':');
      }
    }
  return values;
}
