import { Controller } from '@hotwired/stimulus';

const typing_pause_ms = 300;

// <div data-controller="suggest" data-suggest-url-value="…" aria-live="polite">, in a form with a title: what the
// server proposes for the title that is being typed, the last question only.
export default class SuggestController extends Controller<HTMLElement> {
  static override values = { url: String };

  declare readonly urlValue: string;

  private asking = new AbortController();
  private timer = 0;

  override connect(): void {
    this.element.closest('form')?.addEventListener('input', this.typed);
  }

  override disconnect(): void {
    clearTimeout(this.timer);
    this.asking.abort();
    this.element.closest('form')?.removeEventListener('input', this.typed);
  }

  private readonly typed = (event: Event): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || field.name !== 'title') return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(field.value), typing_pause_ms);
  };

  private async ask(title: string): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const answer = await fetch(`${this.urlValue}?${new URLSearchParams({ titre: title })}`, { signal });
      if (answer.redirected || !answer.ok) return;
      const found = await answer.text();
      if (!signal.aborted && !this.element.contains(document.activeElement)) this.element.innerHTML = found;
    } catch (error) {
      if (!signal.aborted && navigator.onLine) throw error;
    }
  }
}
