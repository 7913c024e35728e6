import { Controller } from '@hotwired/stimulus';

// A table worked by keyboard: J and K move the cursor, Enter opens the row, X ticks it.
// <table class="list" data-controller="list" data-action="keydown@document->list#press">
export default class ListController extends Controller<HTMLElement> {
  press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.isElsewhere(event.target)) return;
    if (document.documentElement.dataset.shortcuts === 'off') return;
    const rows = [...this.element.querySelectorAll<HTMLElement>('tbody tr')];
    const at = rows.findIndex((row) => row.hasAttribute('data-cursor'));
    if (event.key === 'j') this.move(rows, at, at + 1);
    else if (event.key === 'k') this.move(rows, at, at - 1);
    else if (event.key === 'Enter') rows[at]?.querySelector<HTMLElement>('a')?.click();
    else if (event.key === 'x') rows[at]?.querySelector<HTMLElement>('.check')?.click();
  }

  private move(rows: HTMLElement[], from: number, to: number): void {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    rows[from]?.removeAttribute('data-cursor');
    row?.setAttribute('data-cursor', '');
    row?.scrollIntoView({ block: 'nearest' });
  }

  private isElsewhere(target: EventTarget | null): boolean {
    return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog, a, button') !== null;
  }
}
