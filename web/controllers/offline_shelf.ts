// Where what waits is kept on this device: IndexedDB, sealed with a key of the account that no script can read out.
// Another account of the same browser has its own.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptFile, Operation, Shelf } from './outbox';

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

interface Store extends DBSchema {
  keys: { key: string; value: { account: string; key: CryptoKey } };
  operations: { key: number; value: { account: string; id: string; sealed: Sealed }; indexes: { account: string; id: string } };
  files: { key: string; value: { account: string; id: string; heads: Sealed; bytes: Sealed[] }; indexes: { account: string } };
  drafts: { key: [string, string]; value: { account: string; form: string; at: number; sealed: Sealed }; indexes: { account: string } };
}

type FileHead = Omit<KeptFile, 'bytes'>;
export type Typed = [string, string][];

const drafts_kept_ms = 30 * 24 * 3_600_000;
const algorithm = 'AES-GCM';
const durable = { durability: 'strict' } as const;

let opened: Promise<IDBPDatabase<Store>> | undefined;

function database(): Promise<IDBPDatabase<Store>> {
  opened ??= openDB<Store>('etabli-offline', 1, {
    upgrade(made) {
      made.createObjectStore('keys', { keyPath: 'account' });
      const operations = made.createObjectStore('operations', { autoIncrement: true });
      operations.createIndex('account', 'account');
      operations.createIndex('id', 'id', { unique: true });
      made.createObjectStore('files', { keyPath: 'id' }).createIndex('account', 'account');
      made.createObjectStore('drafts', { keyPath: ['account', 'form'] }).createIndex('account', 'account');
    },
    terminated() { opened = undefined; },
  });
  return opened;
}

// No work and no draft of any account.
export async function isBare(): Promise<boolean> {
  const store = await database();
  return await store.count('operations') + await store.count('drafts') === 0;
}

export class DeviceShelf implements Shelf {
  constructor(private readonly account: string) {}

  async list(): Promise<Operation[]> {
    const rows = await (await database()).getAllFromIndex('operations', 'account', this.account); // by key: as they came
    return Promise.all(rows.map(({ sealed }) => this.open<Operation>(sealed)));
  }

  async add(operation: Operation, files: readonly KeptFile[]): Promise<void> {
    const { account } = this;
    const { id } = operation;
    const sealed = await this.seal(operation);
    const heads = await this.seal(files.map(({ field, name, type }): FileHead => ({ field, name, type })));
    const bytes = await Promise.all(files.map((file) => this.sealBytes(file.bytes)));
    const change = (await database()).transaction(['operations', 'files'], 'readwrite', durable);
    const operations = change.objectStore('operations');
    if (!await operations.index('id').getKey(id)) {
      await operations.add({ account, id, sealed });
      await change.objectStore('files').put({ account, id, heads, bytes });
    }
    await change.done;
  }

  async filesOf(id: string): Promise<readonly KeptFile[]> {
    const row = await (await database()).get('files', id);
    if (!row) return [];
    const heads = await this.open<FileHead[]>(row.heads);
    return Promise.all(heads.map(async (head, index) => ({ ...head, bytes: await this.openBytes(row.bytes[index] as Sealed) })));
  }

  async change(operation: Operation): Promise<void> {
    const sealed = await this.seal(operation);
    const change = (await database()).transaction('operations', 'readwrite', durable);
    const cursor = await change.store.index('id').openCursor(operation.id);
    if (cursor) await cursor.update({ ...cursor.value, sealed });
    await change.done;
  }

  async remove(id: string): Promise<void> {
    const change = (await database()).transaction(['operations', 'files'], 'readwrite', durable);
    const key = await change.objectStore('operations').index('id').getKey(id);
    if (key !== undefined) await change.objectStore('operations').delete(key);
    await change.objectStore('files').delete(id);
    await change.done;
  }

  // The forms that have one.
  async drafts(): Promise<string[]> {
    const keys = await (await database()).getAllKeysFromIndex('drafts', 'account', this.account);
    return keys.map(([, form]) => form);
  }

  async draft(form: string): Promise<Typed | undefined> {
    const row = await (await database()).get('drafts', [this.account, form]);
    return row && this.open<Typed>(row.sealed);
  }

  async keepDraft(form: string, typed: Typed): Promise<void> {
    const sealed = await this.seal(typed);
    await (await database()).put('drafts', { account: this.account, form, at: Date.now(), sealed });
    localStorage.setItem('offline', '1'); // signing out of any page erases it
  }

  async forgetDraft(form: string): Promise<void> {
    await (await database()).delete('drafts', [this.account, form]);
  }

  async forgetOldDrafts(): Promise<void> {
    const all = await (await database()).getAllFromIndex('drafts', 'account', this.account);
    for (const { form, at } of all) if (at < Date.now() - drafts_kept_ms) await this.forgetDraft(form);
  }

  // Everything of the account, and its key: what a copy of the disk would hold cannot be read any more.
  async erase(): Promise<void> {
    const change = (await database()).transaction(['keys', 'operations', 'files', 'drafts'], 'readwrite', durable);
    await change.objectStore('keys').delete(this.account);
    for (const name of ['operations', 'files', 'drafts'] as const) {
      const index = change.objectStore(name).index('account');
      for (let cursor = await index.openCursor(this.account); cursor; cursor = await cursor.continue()) await cursor.delete();
    }
    await change.done;
  }

  private async key(): Promise<CryptoKey> {
    const { account } = this;
    const store = await database();
    const kept = await store.get('keys', account);
    if (kept) return kept.key;
    const key = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);
    const change = store.transaction('keys', 'readwrite', durable); // two tabs may have made one
    const first = await change.store.get(account);
    if (!first) await change.store.put({ account, key });
    await change.done;
    return first?.key ?? key;
  }

  private async sealBytes(bytes: BufferSource): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, bytes: await crypto.subtle.encrypt({ name: algorithm, iv }, await this.key(), bytes) };
  }

  private async openBytes({ iv, bytes }: Sealed): Promise<ArrayBuffer> {
    return crypto.subtle.decrypt({ name: algorithm, iv }, await this.key(), bytes);
  }

  private seal(value: unknown): Promise<Sealed> {
    return this.sealBytes(new TextEncoder().encode(JSON.stringify(value)));
  }

  private async open<T>(sealed: Sealed): Promise<T> {
    return JSON.parse(new TextDecoder().decode(await this.openBytes(sealed))) as T;
  }
}
