// What was done without network waits here in order, and is sent when somebody answers: each operation has the UUID its
// device made for it, by which the server does it once. Nothing leaves the shelf before the server said that it was
// done, or the person that it is no longer wanted.
export interface KeptFile {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

export interface Work {
  readonly target: string; // where the form goes: /e/vigie/fiches/CH-118/…
  readonly page: string; // where it was filled in
  readonly label: string; // what the person calls it
  readonly text: string; // what was typed, to be read and copied
  readonly fields: readonly (readonly [string, string])[];
  readonly multipart: boolean;
}

export interface Operation extends Work {
  readonly id: string;
  readonly at: number; // written, ms of this device's clock
  readonly files: number;
  readonly stumbles?: number; // answers that were neither done nor refused
  readonly refused?: string; // why
}

// Where operations are kept, of one account. What `add` resolved survives the tab, the browser and the battery.
export interface Shelf {
  list(): Promise<Operation[]>; // in the order they were added
  add(operation: Operation, files: readonly KeptFile[]): Promise<void>; // a second time: no effect
  filesOf(id: string): Promise<readonly KeptFile[]>;
  change(operation: Operation): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface Wire {
  fetch(address: string, options: RequestInit): Promise<Response>;
  now(): number;
  uuid(): string;
  reasonIn(page: string): string; // what a page that refuses says; empty when it says nothing
}

export type Outcome =
  | { readonly is: 'sent' } // nothing waits any more but what was refused
  | { readonly is: 'unreachable' }
  | { readonly is: 'signed_out' } // nobody, or somebody else
  | { readonly is: 'later'; readonly seconds: number; readonly others?: 'pass' };

const stumbles_max = 5; // then it no longer holds up the others
const guard_fields = new Set(['_csrf', '_key', '_operation', '_batch', '_written_ago']);
const answer_ms = 120_000; // and what the files take:
const slowest = 20; // bytes a millisecond
const door_ms = 15_000;

export class Outbox {
  constructor(private readonly account: string, private readonly shelf: Shelf, private readonly wire: Wire) {}

  // `id`: what went with the form when it was first tried.
  async keep(work: Work, files: readonly KeptFile[], id = this.wire.uuid()): Promise<void> {
    await this.shelf.add({ ...work, id, at: this.wire.now(), files: files.length }, files);
  }

  list(): Promise<Operation[]> {
    return this.shelf.list();
  }

  // Refused: read and done with, or tried once more.
  dismiss(id: string): Promise<void> {
    return this.shelf.remove(id);
  }

  async retry(operation: Operation): Promise<void> {
    const { refused: _, stumbles: __, ...again } = operation;
    await this.shelf.change(again);
  }

  // One at a time on a device: the caller holds the lock.
  async send(): Promise<Outcome> {
    const batch = this.wire.uuid();
    const tokens = new Map<string, string>();
    let left: Outcome = { is: 'sent' };
    for (const operation of await this.shelf.list()) {
      if (operation.refused !== undefined) continue;
      const door = doorOf(operation.target);
      const token = tokens.get(door) ?? await this.enter(door);
      if (typeof token !== 'string') return token;
      tokens.set(door, token);
      const problem = token ? await this.sendOne(operation, token, batch) : await this.shelf.change({ ...operation, refused: '' });
      if (problem?.is === 'later' && problem.others === 'pass') left = problem;
      else if (problem) return problem;
    }
    return left;
  }

  // The token of the forms of now, if it is still the same person who is signed in.
  private async enter(door: string): Promise<string | Outcome> {
    const answer = await this.ask(door, { headers: { Accept: 'application/json' }, cache: 'no-store' }, door_ms);
    if (!answer || answer === 'late') return { is: 'unreachable' };
    if (answer.status === 401 || answer.redirected) return { is: 'signed_out' };
    if (answer.status === 404) return ''; // no longer welcome there: the operation will say so
    if (!answer.ok) return laterOf(answer);
    const page = await answer.text().catch(() => '');
    const account = /data-offline-account="([^"]+)"/.exec(page)?.[1];
    const token = /name="csrf-token" content="([^"]+)"/.exec(page)?.[1];
    if (!account || !token) return { is: 'unreachable' };
    return account === this.account ? token : { is: 'signed_out' };
  }

  private async sendOne(operation: Operation, token: string, batch: string): Promise<Outcome | undefined> {
    const files = operation.multipart ? await this.shelf.filesOf(operation.id) : [];
    const body = this.bodyOf(operation, files, token, batch);
    const within_ms = files.reduce((sum, { bytes }) => sum + Math.ceil(bytes.byteLength / slowest), answer_ms);
    const answer = await this.ask(operation.target, { method: 'POST', headers: { Accept: 'application/json' }, body }, within_ms);
    if (answer === 'late') return { ...await this.stumble(operation), others: 'pass' };
    const said = answer && await answer.text().catch(() => undefined);
    if (!answer || said === undefined) return { is: 'unreachable' };
    const { done, error } = read(said);
    if (answer.status === 200 && done !== undefined && !answer.redirected) {
      await this.shelf.remove(operation.id);
      return undefined;
    }
    if (answer.status === 401 || answer.redirected) return { is: 'signed_out' };
    if (mayPass(answer)) return laterOf(answer);
    if (answer.status < 400 || answer.status >= 500 || error?.code === 'forged') return this.stumble(operation);
    await this.shelf.change({ ...operation, refused: error?.message || this.wire.reasonIn(said) || String(answer.status) });
    return undefined;
  }

  private async stumble(operation: Operation): Promise<Outcome & { is: 'later' }> {
    const stumbles = (operation.stumbles ?? 0) + 1;
    const { refused: _, ...rest } = operation;
    await this.shelf.change(stumbles < stumbles_max ? { ...rest, stumbles } : { ...rest, stumbles, refused: '' });
    return { is: 'later', seconds: 2 ** stumbles };
  }

  private bodyOf(operation: Operation, files: readonly KeptFile[], token: string, batch: string): BodyInit {
    const age = Math.round((this.wire.now() - operation.at) / 1000);
    const fields = [
      ...operation.fields.filter(([name]) => !guard_fields.has(name)),
      ['_csrf', token], ['_operation', operation.id], ['_batch', batch], ['_written_ago', String(Math.max(0, age))],
    ] as [string, string][];
    if (!operation.multipart) return new URLSearchParams(fields);
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    for (const { field, name, type, bytes } of files) body.append(field, new File([bytes], name, { type }));
    return body;
  }

  // Late: somebody may be there, but not within that time. Nothing: nobody is.
  private async ask(address: string, options: RequestInit, within_ms: number): Promise<Response | 'late' | undefined> {
    try {
      return await this.wire.fetch(address, { credentials: 'same-origin', signal: AbortSignal.timeout(within_ms), ...options });
    } catch (cause) {
      return cause instanceof DOMException && cause.name === 'TimeoutError' ? 'late' : undefined;
    }
  }
}

// Says who is signed in on that side, and gives him a token.
export function doorOf(target: string): string {
  return `${/^\/p\/[^/]+/.exec(target)?.[0] ?? ''}/hors-ligne/compte`;
}

function read(said: string): { done?: string; error?: { code?: string; message?: string } } {
  try {
    return (JSON.parse(said) ?? {}) as ReturnType<typeof read>;
  } catch {
    return {};
  }
}

function mayPass(answer: Response): boolean {
  if (answer.status === 409) return answer.headers.has('Retry-After'); // the same one is being done
  return [408, 425, 429, 502, 503, 504].includes(answer.status);
}

function laterOf(answer: Response): Outcome {
  return { is: 'later', seconds: Math.max(1, Number(answer.headers.get('Retry-After')) || 10) };
}
