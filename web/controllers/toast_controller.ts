import { Controller } from '@hotwired/stimulus';

const shown_ms = 6000;
const toasts_max = 3;

// <div class="toast" data-controller="toast">: leaves by itself, waits while it is looked at.
export default class ToastController extends Controller<HTMLElement> {
  private timer = 0;
  private listening = new AbortController();

  override connect(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    for (const name of ['mouseenter', 'focusin']) this.element.addEventListener(name, () => this.wait(), { signal });
    for (const name of ['mouseleave', 'focusout']) this.element.addEventListener(name, () => this.count(), { signal });
    const shown = [...(this.element.parentElement?.querySelectorAll('.toast') ?? [])];
    shown.slice(0, -toasts_max).forEach((toast) => toast.remove());
    this.count();
  }

  override disconnect(): void {
    this.wait();
    this.listening.abort();
  }

  private wait(): void {
    clearTimeout(this.timer);
  }

  private count(): void {
    this.wait();
    this.timer = window.setTimeout(() => this.element.remove(), shown_ms);
  }
}
