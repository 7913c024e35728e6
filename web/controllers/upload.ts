const piece_bytes = 4 * 1024 * 1024;
const pauses_ms = [500, 1_000, 2_000, 4_000, 8_000, 15_000];

const wait = (ms: number) => new Promise((done) => { setTimeout(done, ms); });

// Whether asking again may help: the network, a busy server, a limit.
class Cut extends Error {}

// One file sent in pieces, after tus 1.0 (POST stands for PATCH and DELETE). After a cut it asks how much arrived and goes
// on from there.
export class Upload {
  private readonly aborting = new AbortController();
  private address = '';
  private offset = 0;

  constructor(private readonly file: File, private readonly progress: (sent: number) => void) {}

  // The id to put into the form.
  async run(): Promise<string> {
    for (let cuts = 0; ; ) {
      try {
        if (!this.address) await this.begin();
        while (this.offset < this.file.size) {
          await this.sendPiece();
          cuts = 0;
        }
        return this.address.slice(this.address.lastIndexOf('/') + 1);
      } catch (cause) {
        const pause = pauses_ms[cuts++];
        if (!(cause instanceof Cut) || this.aborting.signal.aborted || pause === undefined) throw cause;
        await wait(pause);
        if (this.address) await this.askOffset().catch(() => {});
      }
    }
  }

  cancel(): void {
    if (this.aborting.signal.aborted) return;
    this.aborting.abort();
    if (this.address) void fetch(`${this.address}/abandon`, { method: 'POST', headers: this.headers(), keepalive: true });
  }

  private async begin(): Promise<void> {
    const side = location.pathname.match(/^\/[ep]\/[^/]+/)?.[0] ?? '';
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(this.file.name)));
    const answer = await this.ask(`${side}/envois`, {
      method: 'POST',
      headers: this.headers({ 'Upload-Length': String(this.file.size), 'Upload-Metadata': `filename ${name}` }),
    });
    this.address = answer.headers.get('Location') ?? '';
    if (!this.address) throw new Error('nobody takes it'); // the sign-in page of a network
  }

  private async sendPiece(): Promise<void> {
    const answer = await this.ask(this.address, {
      method: 'POST',
      headers: this.headers({
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': String(this.offset),
        'X-HTTP-Method-Override': 'PATCH',
      }),
      body: this.file.slice(this.offset, this.offset + piece_bytes),
    });
    this.arrived(answer);
  }

  private async askOffset(): Promise<void> {
    this.arrived(await this.ask(this.address, { headers: this.headers() }));
  }

  private arrived(answer: Response): void {
    const offset = answer.headers.get('Upload-Offset');
    if (offset === null) throw new Cut();
    this.offset = Number(offset);
    this.progress(this.offset);
  }

  private async ask(address: string, options: RequestInit): Promise<Response> {
    const answer = await fetch(address, { ...options, signal: this.aborting.signal }).catch(() => { throw new Cut(); });
    if (answer.ok) return answer;
    const may_pass = answer.status === 409 || answer.status === 429 || answer.status >= 500;
    throw may_pass ? new Cut() : new Error(String(answer.status));
  }

  private headers(more: Record<string, string> = {}): Record<string, string> {
    const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '';
    return { 'Tus-Resumable': '1.0.0', 'X-CSRF-Token': token, ...more };
  }
}
