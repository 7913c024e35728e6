// What waits on this device for the account of the page: shown, and sent by one tab when the network is back.
import { isBeingWritten } from './live_guard';
import { DeviceShelf, isBare } from './offline_shelf';
import { draw, prepareWords, type Notice, type Shown } from './offline_view';
import { Outbox, type KeptFile, type Operation, type Outcome, type Work } from './outbox';
import { reasonIn } from './offline_reason';

const again_ms = 30_000; // while something waits: `online` is not always told
const first_again_ms = 1_000; // a telephone says `online` before its network lets anything through; then twice as long each time

// What makes every page bring these scripts: something of somebody is on this device.
export async function unmarkWhenBare(): Promise<void> {
  if (await isBare()) localStorage.removeItem('offline');
}

export class Waiting {
  private readonly outbox: Outbox;
  private readonly told = new BroadcastChannel('etabli-offline');
  private listening = new AbortController();
  private state: Shown['state'] = 'idle';
  private timer = 0;
  private pause_ms = first_again_ms; // after the next time that nobody answers
  private asked = false; // while another sending was under way

  constructor(readonly account: string, readonly shelf: DeviceShelf) {
    this.outbox = new Outbox(account, shelf, {
      fetch: (address, options) => fetch(address, options),
      now: () => Date.now(),
      uuid: () => crypto.randomUUID(),
      reasonIn,
    });
  }

  start(): void {
    const { signal } = this.listening;
    addEventListener('online', () => { this.pause_ms = first_again_ms; void this.send(); }, { signal });
    addEventListener('offline', () => void this.draw(), { signal });
    addEventListener('focus', () => void this.send(), { signal });
    document.addEventListener('visibilitychange', () => { if (!document.hidden) void this.send(); }, { signal });
    this.told.addEventListener('message', () => void this.draw(), { signal });
    void this.shelf.forgetOldDrafts().then(unmarkWhenBare).catch(() => {});
    void prepareWords().catch(() => {});
    void this.draw();
    void this.send();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.listening.abort();
    this.told.close();
  }

  // Rejects, and says it, when the device has no room: nothing was kept.
  async keep(work: Work, files: readonly KeptFile[], id?: string): Promise<void> {
    if (this.listening.signal.aborted) throw new Error('who wrote it has signed out');
    try {
      await this.outbox.keep(work, files, id);
    } catch (cause) {
      await this.say('full');
      throw cause;
    }
    await this.showKept().catch(() => {}); // it is kept, whatever the page can show of it
    void this.send();
  }

  // Until something else is drawn.
  async say(notice: Notice): Promise<void> {
    await draw({ ...this.shown(await this.outbox.list().catch(() => [])), state: notice }).catch(() => {});
    document.getElementById('offline')?.scrollIntoView({ block: 'center' });
  }

  private async showKept(): Promise<void> {
    localStorage.setItem('offline', '1');
    void navigator.storage?.persist?.();
    this.told.postMessage('');
    await this.draw();
    document.querySelector('[data-offline-pending] > :last-child')?.scrollIntoView({ block: 'center' }); // what was just written
  }

  list(): Promise<Operation[]> {
    return this.outbox.list();
  }

  async dismiss(operation: Operation): Promise<void> {
    await this.outbox.dismiss(operation.id);
    this.changed();
  }

  async retry(operation: Operation): Promise<void> {
    await this.outbox.retry(operation);
    this.changed();
    await this.send();
  }

  // One tab of the browser sends; without Web Locks each does, and the server does each once.
  async send(): Promise<void> {
    if (this.listening.signal.aborted || !navigator.onLine) return;
    const name = `etabli-outbox-${this.account}`;
    if (!navigator.locks) return this.sendNow();
    await navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock) return this.sendNow();
      this.asked = true;
      this.sendAgainIn(again_ms); // it may be another tab that sends, which does not know of this one
      return undefined;
    });
  }

  private async sendNow(): Promise<void> {
    const before = await this.outbox.list();
    if (!before.some(({ refused }) => refused === undefined)) { this.asked = false; return this.changed(before.length > 0); }
    this.state = 'sending';
    void this.draw();
    const outcome = await this.outbox.send();
    this.state = outcome.is === 'signed_out' || outcome.is === 'unreachable' ? outcome.is : 'idle';
    const after = await this.outbox.list();
    this.changed();
    if (after.length < before.length) this.readAgain();
    if (after.length === 0) await unmarkWhenBare();
    if (outcome.is === 'sent' || outcome.is === 'later') this.pause_ms = first_again_ms; // somebody answers
    const isLeft = outcome.is !== 'sent' || this.asked;
    this.asked = false;
    if (isLeft) this.sendAgainIn(this.pauseAfter(outcome));
  }

  private pauseAfter(outcome: Outcome): number {
    if (outcome.is === 'later') return outcome.seconds * 1000;
    if (outcome.is === 'sent') return 0; // another is waiting
    const pause_ms = this.pause_ms;
    this.pause_ms = Math.min(again_ms, 2 * pause_ms);
    return pause_ms;
  }

  private sendAgainIn(pause_ms: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), pause_ms);
  }

  // A page that waits for changes reads itself again; another is asked to, unless something is being written.
  private readAgain(): void {
    if (document.querySelector('[data-controller~=live]') || isBeingWritten()) return;
    window.Turbo?.session.refresh(document.baseURI);
  }

  private changed(isTold = true): void {
    if (this.listening.signal.aborted) return;
    void this.draw();
    if (isTold) this.told.postMessage('');
  }

  async draw(): Promise<void> {
    await draw(this.shown(await this.outbox.list()));
  }

  private shown(operations: Operation[]): Shown {
    return {
      operations,
      state: navigator.onLine ? this.state : 'offline',
      dismiss: (operation) => void this.dismiss(operation),
      retry: (operation) => void this.retry(operation),
      send: () => void this.send(),
    };
  }
}
