import { Controller } from '@hotwired/stimulus';

const typing_pause_ms = 400;
const looked_at = ['company_name', 'first_name', 'last_name', 'email', 'phone'];

// Says under the form, while it is typed, who is there already. Without it the server says so when
// the form is sent.
export default class AlikeController extends Controller<HTMLFormElement> {
  static override targets = ['result'];
  static override values = { url: String };
  declare readonly resultTarget: HTMLElement;
  declare readonly urlValue: string;
  private timer = 0;
  private asked = 0;

  later(event: Event): void {
    if (!(event.target instanceof HTMLInputElement) || !looked_at.includes(event.target.name)) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.look(), typing_pause_ms);
  }

  override disconnect(): void {
    clearTimeout(this.timer);
  }

  private async look(): Promise<void> {
    const turn = ++this.asked;
    const url = new URL(this.urlValue, location.href);
    const typed = new FormData(this.element);
    for (const name of looked_at) url.searchParams.set(name, String(typed.get(name) ?? ''));
    try {
      const answer = await fetch(url, { headers: { Accept: 'text/html' } });
      if (answer.ok && turn === this.asked) this.resultTarget.innerHTML = await answer.text();
    } catch {
      // Offline: the server says it when the form is sent.
    }
  }
}
