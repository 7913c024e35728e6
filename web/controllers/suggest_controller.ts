import { Controller } from '@hotwired/stimulus';

const typing_pause_ms = 300;

// What the server says of the fields being typed, the last question only; without JavaScript it says so when the form is
// sent. <div data-controller="suggest" data-suggest-url-value="…" data-suggest-fields-value="title" aria-live="polite">
// in that form; several fields are put side by side.
export default class SuggestController extends Controller<HTMLElement> {
  static override values = { url: String, fields: String };

  declare readonly urlValue: string;
  declare readonly fieldsValue: string;

  private form: HTMLFormElement | null = null;
  private asking = new AbortController();
  private timer = 0;

  override connect(): void {
    this.form = this.element.closest('form');
    this.form?.addEventListener('input', this.typed);
  }

  override disconnect(): void {
    clearTimeout(this.timer);
    this.asking.abort();
    this.form?.removeEventListener('input', this.typed);
  }

  private readonly typed = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || !this.fieldsValue.split(' ').includes(target.name)) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), typing_pause_ms);
  };

  private async ask(): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const typed = new FormData(this.form ?? undefined);
    const asked = new URLSearchParams(this.fieldsValue.split(' ').map((name) => [name, String(typed.get(name) ?? '')]));
    try {
      const answer = await fetch(`${this.urlValue}?${asked}`, { signal });
      if (answer.redirected || !answer.ok) return;
      const found = await answer.text();
      if (!signal.aborted && !this.element.contains(document.activeElement)) this.element.innerHTML = found;
    } catch (error) {
      if (!signal.aborted && navigator.onLine) throw error;
    }
  }
}
