import { Controller } from '@hotwired/stimulus';

// Cards moved between columns by mouse or keyboard: both press the button, or follow the link, that the card's own menu
// has for that column ([data-to]), so that what may be done is said once, by the server.
// <div class="board" data-controller="board"><section class="col" data-col="en_cours"><ul data-cards><li class="kcard" data-card>
let moved = ''; // the card whose move was sent: focused again once the answer is shown

export default class BoardController extends Controller<HTMLElement> {
  static override values = { grabbed: String, nowhere: String, cancelled: String };

  declare readonly grabbedValue: string;
  declare readonly nowhereValue: string;
  declare readonly cancelledValue: string;

  private card: HTMLElement | null = null;
  private column: HTMLElement | null = null;
  private place: { parent: Node; next: Node | null } | null = null; // where the server shows the card
  private listening = new AbortController();

  override connect(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const on = (type: string, act: (event: never) => void) => this.element.addEventListener(type, act as EventListener, { signal });
    on('dragstart', (event: DragEvent) => this.lift(event));
    on('dragover', (event: DragEvent) => this.hover(event));
    on('drop', (event: DragEvent) => { event.preventDefault(); this.drop(); });
    on('dragend', () => this.release());
    on('keydown', (event: KeyboardEvent) => this.press(event));
    on('focusout', () => { if (this.isByKeyboard) this.cancel(); });
    on('turbo:submit-end', ({ detail }: FormSubmissionEvent) => {
      if (!detail.success) this.putBack();
      if (!detail.fetchResponse) moved = ''; // no page answers: nothing is focused later
    });
    document.documentElement.addEventListener('turbo:render', () => this.shown(), { signal });
    this.shown();
  }

  override disconnect(): void {
    this.listening.abort();
  }

  private get isByKeyboard(): boolean {
    return this.card?.dataset['grab'] === 'keys';
  }

  private get columns(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('[data-col]')];
  }

  private way(card: HTMLElement, column: HTMLElement | null): HTMLElement | null {
    return column && card.querySelector<HTMLElement>(`[data-to="${CSS.escape(column.dataset['col'] ?? '')}"]`);
  }

  private grab(card: HTMLElement, by: 'keys' | 'mouse'): void {
    this.card = card;
    card.dataset['grab'] = by;
    for (const column of this.columns) column.toggleAttribute('data-shut', !this.way(card, column) && !column.contains(card));
  }

  private release(): void {
    this.card?.removeAttribute('data-grab');
    this.aim(null);
    this.card = null;
    for (const column of this.columns) column.removeAttribute('data-shut');
  }

  private aim(column: HTMLElement | null): void {
    if (column === this.column) return;
    this.element.querySelector('.drop')?.remove();
    this.column = column;
    if (!column) return;
    const drop = document.createElement('li');
    drop.className = 'drop';
    drop.ariaHidden = 'true';
    column.querySelector('[data-cards]')?.prepend(drop);
    column.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private lift(event: DragEvent): void {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null;
    if (!card || !event.dataTransfer) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', card.querySelector('a')?.href ?? '');
    this.grab(card, 'mouse');
  }

  private hover(event: DragEvent): void {
    const column = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-col]') : null;
    const isOpen = this.card && column && this.way(this.card, column);
    this.aim(isOpen ? column : null);
    if (isOpen) event.preventDefault();
  }

  // The card goes at once; whatever the server says, the page it answers with has it in its place.
  private drop(): void {
    const { card, column } = this;
    const way = card && this.way(card, column);
    this.release();
    if (!card || !column || !way) return;
    if (way instanceof HTMLAnchorElement) return way.click();
    this.place = { parent: card.parentNode as Node, next: card.nextSibling };
    column.querySelector('[data-cards]')?.prepend(card);
    moved = card.id;
    const button = way as HTMLButtonElement;
    button.form?.requestSubmit(button);
  }

  private putBack(): void {
    const card = document.getElementById(moved);
    if (card && this.place?.parent.isConnected) this.place.parent.insertBefore(card, this.place.next?.isConnected ? this.place.next : null);
    this.place = null;
  }

  private shown(): void {
    const link = moved ? document.getElementById(moved)?.querySelector<HTMLElement>('a') : null;
    if (link) link.focus({ preventScroll: true });
    if (link) moved = '';
    if (link && document.querySelector('main .banner[role=alert]')) scrollTo({ top: 0 });
    this.release();
  }

  private press(event: KeyboardEvent): void {
    const link = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.kcard-link') : null;
    const card = link?.closest<HTMLElement>('[data-card]');
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = this.isByKeyboard ? this.keysOfGrabbed(card) : this.keysOfCard(card);
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private keysOfGrabbed(card: HTMLElement): Record<string, () => void> {
    return { ' ': () => this.drop(), Enter: () => this.drop(), Escape: () => this.cancel(),
      ArrowLeft: () => this.step(card, -1), ArrowRight: () => this.step(card, 1) };
  }

  private keysOfCard(card: HTMLElement): Record<string, () => void> {
    return { ' ': () => this.take(card), ArrowUp: () => this.walk(card, 0, -1), ArrowDown: () => this.walk(card, 0, 1),
      ArrowLeft: () => this.walk(card, -1, 0), ArrowRight: () => this.walk(card, 1, 0) };
  }

  private take(card: HTMLElement): void {
    if (!card.querySelector('[data-to]')) return this.say(this.nowhereValue);
    this.grab(card, 'keys');
    this.say(this.grabbedValue);
  }

  private cancel(): void {
    this.release();
    this.say(this.cancelledValue);
  }

  // To the next column that takes the card; its own is among them, where it is put down again.
  private step(card: HTMLElement, by: number): void {
    const open = this.columns.filter((column) => column.contains(card) || this.way(card, column));
    const at = open.findIndex((column) => column === (this.column ?? card.closest('[data-col]')));
    const next = open[at + by];
    if (!next) return;
    this.aim(next.contains(card) ? null : next);
    this.say(next.querySelector('h2')?.textContent ?? '');
  }

  private walk(card: HTMLElement, across: number, down: number): void {
    const columns = this.columns.filter((column) => column.querySelector('[data-card]'));
    const at = columns.findIndex((column) => column.contains(card));
    const cards = [...(columns[at]?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
    const row = cards.indexOf(card) + down;
    const beside = across ? [...(columns[at + across]?.querySelectorAll<HTMLElement>('[data-card]') ?? [])] : cards;
    beside[Math.min(row, beside.length - 1)]?.querySelector<HTMLElement>('a')?.focus();
  }

  private say(words: string): void {
    const live = document.getElementById('live');
    if (live) live.textContent = words;
  }
}
