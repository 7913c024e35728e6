// A browser reduced to what a sign-in needs: cookies for each origin, redirects one at a time.
export class Visitor {
  #cookies = new Map();

  #jar(url) {
    const { origin } = new URL(url);
    if (!this.#cookies.has(origin)) this.#cookies.set(origin, new Map());
    return this.#cookies.get(origin);
  }

  cookie(url, name) { return this.#jar(url).get(name); }
  setCookie(url, name, value) { this.#jar(url).set(name, value); }

  async request(url, form) {
    const jar = this.#jar(url);
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form ? new URLSearchParams(form) : undefined,
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form ? { origin: new URL(url).origin } : {}),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value === '' || /max-age=0(;|$)/i.test(line)) jar.delete(name); else jar.set(name, value);
    }
    const location = response.headers.get('location');
    return {
      status: response.status,
      location: location && new URL(location, url).href,
      body: await response.text(),
    };
  }

  /// Follows redirects as long as they stay on this origin; the address that leaves it, or null.
  async leave(url) {
    const { origin } = new URL(url);
    for (let next = url, steps = 0; steps < 10; ++steps) {
      const answer = await this.request(next);
      if (!answer.location) return null;
      if (new URL(answer.location).origin !== origin) return answer.location;
      next = answer.location;
    }
    return null;
  }

  /// Sends the form of a page whose action is `path`, its hidden fields included.
  async submit(page, path, typed) {
    const shown = await this.request(page);
    const form = shown.body.split('<form').find((part) => part.includes(`action="${path}"`)) ?? '';
    const hidden = {};
    for (const [input] of form.matchAll(/<input[^>]*>/g)) {
      if (!input.includes('type="hidden"')) continue;
      const name = /name="([^"]*)"/.exec(input)?.[1];
      if (name) hidden[name] = /value="([^"]*)"/.exec(input)?.[1] ?? '';
    }
    return this.request(new URL(path, page).href, { ...hidden, ...typed });
  }
}
