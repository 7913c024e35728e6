// A telephone with the real outbox (web/controllers/outbox.ts) over a disk that survives what happens to its program.
const forever = () => new Promise(() => {});

/// What is on the disk stays; a program that died reads and writes no more, at whatever moment that was.
class Disk {
  constructor() { this.rows = []; }

  shelfFor(life) {
    const alive = async (act) => {
      await null;
      if (life.isOver) return forever();
      const value = structuredClone(act());
      await null;
      return life.isOver ? forever() : value;
    };
    return {
      list: () => alive(() => this.rows.map(({ operation }) => operation)),
      add: (operation, files) => alive(() => {
        if (!this.rows.some((row) => row.operation.id === operation.id)) this.rows.push(structuredClone({ operation, files }));
      }),
      filesOf: (id) => alive(() => this.rows.find((row) => row.operation.id === id)?.files ?? []),
      change: (operation) => alive(() => {
        const row = this.rows.find((one) => one.operation.id === operation.id);
        if (row) row.operation = structuredClone(operation);
      }),
      remove: (id) => alive(() => { this.rows = this.rows.filter((row) => row.operation.id !== id); }),
    };
  }
}

export class Device {
  /// `tamper` may change what leaves: the canary takes the key of the operation away.
  constructor({ Outbox, account, cookie, network, tamper = (body) => body }) {
    Object.assign(this, { Outbox, account, cookie, network, tamper, disk: new Disk(), texts: [], deaths: 0 });
    this.boot();
  }

  boot() {
    const life = { isOver: false, aborting: new AbortController() };
    this.life = life;
    this.outbox = new this.Outbox(this.account, this.disk.shelfFor(life), {
      fetch: async (address, options) => {
        const answer = await this.fetch(address, { ...options, signal: life.aborting.signal });
        return life.isOver ? forever() : answer;
      },
      now: () => Date.now(),
      uuid: () => crypto.randomUUID(),
      reasonIn: () => '',
    });
  }

  fetch(address, options) {
    const body = options.body && this.tamper(options.body);
    return fetch(this.network.base + address, { ...options, body, headers: { ...options.headers, cookie: this.cookie } });
  }

  /// The battery: what the program was doing stops where it is, and a request may or may not have left.
  die(isCutOff) {
    this.life.isOver = true;
    if (isCutOff) this.life.aborting.abort();
    this.deaths += 1;
    this.boot();
  }

  isOnDisk(text) {
    return this.disk.rows.some(({ operation }) => operation.text === text);
  }

  /// As the page does: what was not kept yet is still in the form when the telephone is on again.
  async write(form, text, files) {
    this.texts.push(text);
    while (!this.isOnDisk(text)) {
      const kept = this.outbox.keep(workOf(form, text), form.multipart ? files : []);
      await Promise.race([kept, new Promise((resolve) => { setTimeout(resolve, 50); })]);
    }
  }

  /// Tried while there seemed to be a network; nobody answered, so it waits under the same key.
  async tryThenWait(form, text, token) {
    this.texts.push(text);
    const id = crypto.randomUUID();
    const body = new URLSearchParams([...workOf(form, text).fields, ['_csrf', token], ['_operation', id]]);
    const answer = await this.fetch(form.target, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
    if (answer?.status !== 303) await this.outbox.keep(workOf(form, text), [], id);
  }
}

function workOf({ target, multipart, fields }, text) {
  return { target, page: target, label: 'Publication', text, fields: [['text', text], ['_csrf', 'of another time'], ...fields], multipart };
}
