// One stream for all the tabs of a browser: the tab that holds the lock has it and tells the others.
import { csrfToken } from './csrf';

export interface Present { name: string; typing: boolean }

export interface LivePage {
  readonly token: string;
  waitsFor(topics: string[]): boolean;
  changed(request?: string): void;
  askedAgain(): void; // perhaps without a network
  met(topic: string, people: Present[]): void;
  connected(isConnected: boolean): void;
}

type Said =
  | { kind: 'here'; tab: string; token: string }
  | { kind: 'gone'; tab: string }
  | { kind: 'who' } | { kind: 'beat' } | { kind: 'lost' } | { kind: 'over' }
  | { kind: 'visible?' } | { kind: 'visible!' }
  | { kind: 'change'; topics: string[]; request: string; id: string }
  | { kind: 'presence'; topic: string; people: Present[] };

const silent_ms = 45_000; // then tabs ask by themselves
const ask_every_ms = 30_000;
const gather_ms = 60; // tabs that say their topics at the same time
const lost_shown_ms = 5_000;
const reopen_ms = 5_000; // doubled up to a minute while refused
const reopen_max_ms = 60_000;

export default class LiveLink {
  private static links = new Map<string, LiveLink>();

  static of(stream: string): LiveLink {
    const known = LiveLink.links.get(stream) ?? new LiveLink(stream);
    LiveLink.links.set(stream, known);
    return known;
  }

  private readonly tab = crypto.randomUUID?.() ?? String(Math.random());
  private readonly channel: BroadcastChannel;
  private page: LivePage | undefined;
  private heardAt = 0;
  private lostTimer = 0;
  private standing: AbortController | undefined; // while this tab asks for the lock
  private lead: Lead | undefined;

  private constructor(readonly stream: string) {
    this.channel = new BroadcastChannel(`live ${stream}`);
    this.channel.addEventListener('message', ({ data }: MessageEvent<Said>) => this.hear(data));
    document.addEventListener('visibilitychange', () => this.turn());
    addEventListener('pagehide', () => this.say({ kind: 'gone', tab: this.tab }));
    addEventListener('pageshow', ({ persisted }) => { if (persisted) this.announce(); });
    setInterval(() => this.askIfSilent(), ask_every_ms);
  }

  show(page: LivePage): void {
    this.page = page;
    page.connected(this.heardAt > 0);
    this.announce();
    if (!document.hidden) this.stepForward();
    else if (this.isAlone()) this.stand();
  }

  leave(page: LivePage): void {
    if (this.page !== page) return;
    this.page = undefined;
    setTimeout(() => { if (!this.page) this.tell({ kind: 'gone', tab: this.tab }); }, gather_ms);
  }

  private announce(): void {
    if (this.page) this.tell({ kind: 'here', tab: this.tab, token: this.page.token });
  }

  // A channel does not bring a message back to its sender.
  private tell(said: Said): void {
    this.say(said);
    this.hear(said);
  }

  private say(said: Said): void {
    this.channel.postMessage(said);
  }

  private hear(said: Said): void {
    if (said.kind === 'here') this.lead?.add(said.tab, said.token);
    else if (said.kind === 'gone') this.lead?.remove(said.tab);
    else if (said.kind === 'who') this.announce();
    else if (said.kind === 'visible?') { if (!document.hidden) { this.say({ kind: 'visible!' }); this.stand(); } }
    else if (said.kind === 'visible!') { if (document.hidden) this.resign(); }
    else if (said.kind === 'lost') this.beLost();
    else if (said.kind === 'over') this.page?.askedAgain();
    else this.beHeard(said);
  }

  private beHeard(said: Said): void {
    this.heardAt = Date.now();
    clearTimeout(this.lostTimer);
    this.lostTimer = 0;
    this.page?.connected(true);
    if (said.kind === 'change' && this.page?.waitsFor(said.topics)) this.page.changed(said.request);
    if (said.kind === 'change' && this.lead) this.lead.seen = said.id;
    if (said.kind === 'presence') this.page?.met(said.topic, said.people);
  }

  private beLost(): void {
    if (this.lostTimer) return;
    this.lostTimer = window.setTimeout(() => this.page?.connected(false), lost_shown_ms);
  }

  private askIfSilent(): void {
    if (!this.page || document.hidden || Date.now() - this.heardAt < silent_ms) return;
    this.page.connected(false);
    this.page.askedAgain();
  }

  private isAlone(): boolean {
    return this.heardAt === 0;
  }

  private turn(): void {
    if (!document.hidden) this.stepForward();
    else if (this.lead) this.say({ kind: 'visible?' });
    else this.standing?.abort();
  }

  private stepForward(): void {
    this.say({ kind: 'visible!' }); // a hidden leader gives way
    this.stand();
  }

  // Only one tab gets the lock; the others wait for it, hidden ones do not.
  private stand(): void {
    if (this.standing || this.lead || !navigator.locks) return;
    this.standing = new AbortController();
    const { signal } = this.standing;
    navigator.locks.request(`live ${this.stream}`, { signal }, () => this.leadUntilDone())
      .catch(() => {}) // aborted
      .finally(() => { this.standing = undefined; if (!document.hidden) this.stand(); });
  }

  private leadUntilDone(): Promise<void> {
    return new Promise((done) => {
      this.lead = new Lead(this.stream, (said) => this.tell(said), done);
      this.tell({ kind: 'who' });
    });
  }

  private resign(): void {
    this.lead?.end();
    this.lead = undefined;
  }
}

// What only the leading tab has: the stream, and which pages it serves.
class Lead {
  seen = '';
  private readonly tokens = new Map<string, string>();
  private source: EventSource | undefined;
  private id = '';
  private served = ''; // the tokens the server knows
  private timer = 0;
  private patience = reopen_ms;

  constructor(private readonly stream: string, private readonly tell: (said: Said) => void, private readonly done: () => void) {
    this.sync(gather_ms);
  }

  add(tab: string, token: string): void {
    if (this.tokens.get(tab) === token) return;
    this.tokens.set(tab, token);
    this.sync(gather_ms);
  }

  remove(tab: string): void {
    if (this.tokens.delete(tab)) this.sync(gather_ms);
  }

  end(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.done();
  }

  private get wanted(): string {
    return [...new Set(this.tokens.values())].join(',');
  }

  private sync(after_ms: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => { void this.serve(); }, after_ms);
  }

  private async serve(): Promise<void> {
    const wanted = this.wanted;
    if (!this.source) { if (wanted) this.open(wanted); return; }
    if (!this.id || wanted === this.served) return;
    const body = new URLSearchParams({ flux: this.id, jetons: wanted });
    const answer = await fetch(`${this.stream}/sujets`, { method: 'POST', headers: { 'X-CSRF-Token': csrfToken() }, body })
      .catch(() => undefined);
    if (answer?.ok) this.served = wanted;
    else if (answer?.status === 409) this.reopen(0); // another process, or a stream that is over
  }

  private open(wanted: string): void {
    const query = new URLSearchParams({ jetons: wanted, ...(this.seen && { depuis: this.seen }) });
    const source = new EventSource(`${this.stream}?${query}`);
    this.source = source;
    source.addEventListener('hello', ({ data }) => {
      this.id = JSON.parse(data).stream;
      this.served = wanted; // also when the browser came back by itself, with the address of then
      this.patience = reopen_ms;
      this.tell({ kind: 'beat' });
      this.sync(0);
    });
    source.addEventListener('beat', () => this.tell({ kind: 'beat' }));
    source.addEventListener('change', ({ data, lastEventId }) => this.tell({ kind: 'change', id: lastEventId, ...JSON.parse(data) }));
    source.addEventListener('presence', ({ data }) => this.tell({ kind: 'presence', ...JSON.parse(data) }));
    source.addEventListener('over', () => { this.tell({ kind: 'over' }); this.reopen(reopen_ms); });
    source.addEventListener('error', () => this.fail(source));
  }

  // A refusal ends the source for good: pages read themselves again and bring new tokens.
  private fail(source: EventSource): void {
    this.id = '';
    this.tell({ kind: 'lost' });
    if (source.readyState !== EventSource.CLOSED) return;
    this.tell({ kind: 'over' });
    this.reopen(this.patience);
    this.patience = Math.min(2 * this.patience, reopen_max_ms);
  }

  private reopen(after_ms: number): void {
    this.source?.close();
    this.source = undefined;
    this.id = '';
    this.sync(after_ms);
  }
}
