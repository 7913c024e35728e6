import { Controller } from '@hotwired/stimulus';

const gap_px = 4;

// A popover menu: arrows move, a choice closes it, and it stands beside its button where the browser
// has no CSS anchors. <div popover class="menu panel" data-controller="menu">
export default class MenuController extends Controller<HTMLElement> {
  private listening = new AbortController();

  override connect(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.element.addEventListener('toggle', (event) => this.toggled(event as ToggleEvent), { signal });
    this.element.addEventListener('keydown', (event) => this.arrow(event), { signal });
    this.element.addEventListener('click', (event) => this.chosen(event), { signal });
  }

  override disconnect(): void {
    this.listening.abort();
  }

  private get items(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('a, button')];
  }

  private toggled(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    if (!CSS.supports('position-area', 'bottom')) this.place();
    if (this.element.matches(':focus-within') || document.activeElement?.matches(':focus-visible')) this.items[0]?.focus();
  }

  private place(): void {
    const opener = document.querySelector(`[popovertarget="${this.element.id}"]`);
    if (!opener) return;
    const from = opener.getBoundingClientRect();
    const fits_below = from.bottom + gap_px + this.element.offsetHeight < innerHeight;
    const left = Math.max(gap_px, Math.min(from.left, innerWidth - this.element.offsetWidth - gap_px));
    this.element.style.left = `${left}px`;
    this.element.style.top = fits_below ? `${from.bottom + gap_px}px` : `${from.top - gap_px - this.element.offsetHeight}px`;
  }

  private arrow(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const at = this.items.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    this.items.at((at + step + this.items.length) % this.items.length)?.focus();
  }

  private chosen(event: Event): void {
    if (event.target instanceof Element && event.target.closest('a')) this.element.hidePopover();
  }
}
