import { Controller } from '@hotwired/stimulus';
import type Combobox from '@github/combobox-nav';

const typing_pause_ms = 120;

// The command palette: the server answers as one types, the last question only. Ctrl+K opens it from
// anywhere, fields included. <dialog data-controller="palette" data-palette-url-value="…">
//   <input data-palette-target="input"><div role="listbox" data-palette-target="list">
export default class PaletteController extends Controller<HTMLDialogElement> {
  static override targets = ['input', 'list'];
  static override values = { url: String };

  declare readonly inputTarget: HTMLInputElement;
  declare readonly listTarget: HTMLElement;
  declare readonly urlValue: string;

  private combobox: Combobox | undefined;
  private asking = new AbortController();
  private timer = 0;
  // Told before the next key: the dialog's own « close » may come after it was opened again.
  private readonly watcher = new MutationObserver(() => this.begin());

  // A page read again under an open palette is another element: what it shows is asked again.
  override connect(): void {
    this.watcher.observe(this.element, { attributeFilter: ['open'] });
    if (this.element.open) this.begin();
  }

  override disconnect(): void {
    this.watcher.disconnect();
    this.forget();
    this.combobox?.destroy();
    this.combobox = undefined;
  }

  // keydown@document->palette#summon
  summon(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (!this.element.open && !document.querySelector('dialog:modal')) this.element.showModal();
  }

  // input->palette#typed
  typed(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), typing_pause_ms);
  }

  // keydown->palette#pressed: Ctrl+Enter opens in a new tab
  pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    const chosen = this.listTarget.querySelector<HTMLAnchorElement>('a[aria-selected=true]');
    if (!chosen) return;
    event.preventDefault();
    window.open(chosen.href, '_blank', 'noopener');
  }

  private begin(): void {
    this.forget();
    if (!this.element.open) return;
    void this.ask();
    void this.listen();
  }

  private async listen(): Promise<void> {
    const { default: Box } = await import('./combobox.js');
    this.combobox ??= new Box(this.inputTarget, this.listTarget, { firstOptionSelectionMode: 'selected', tabInsertsSuggestions: false });
    if (this.element.open) this.combobox.start();
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.asking.abort();
    this.combobox?.stop();
    this.inputTarget.value = '';
    this.listTarget.replaceChildren();
  }

  private async ask(): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    const url = `${this.urlValue}?${new URLSearchParams({ q: this.inputTarget.value })}`;
    try {
      const answer = await fetch(url, { signal, headers: { accept: 'text/html' } });
      // A session that is over answers with the sign-in page: the page itself will say so.
      if (answer.redirected || !answer.ok) return;
      const options = await answer.text();
      if (!signal.aborted) this.show(options);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  private show(options: string): void {
    this.listTarget.innerHTML = options;
    this.combobox?.resetSelection();
    const live = document.getElementById('live');
    const none = this.listTarget.querySelector('[aria-disabled=true]');
    if (live) live.textContent = none?.textContent ?? '';
  }
}
