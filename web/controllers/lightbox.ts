const swipe_px = 40;
const icons: Record<string, string> = { close: 'M18 6 6 18M6 6l12 12', previous: 'm15 18-6-6 6-6', next: 'm9 18 6-6-6-6',
  download: 'M12 15V3M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4M7 10l5 5 5-5', drawings: 'M12 20h9M16.4 3.6a1 1 0 0 1 3 3L7.4 18.6 3 20l1.4-4.4z' };

// The photos of a grid (ui::photo_grid), full screen: arrows, swipe, Escape; closing comes back to the photo one was at.
export function start(grid: HTMLElement, signal: AbortSignal): void {
  grid.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-photo]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    new Lightbox(grid, link, signal);
  }, { signal });
}

class Lightbox {
  private readonly dialog = document.createElement('dialog');
  private readonly frame = document.createElement('div');
  private readonly words = document.createElement('p');
  private readonly position = document.createElement('span');
  private readonly original = document.createElement('a');
  private readonly drawings: HTMLButtonElement;
  private readonly turns: HTMLButtonElement[];
  private swiped_from: number | undefined;

  constructor(private readonly grid: HTMLElement, private link: HTMLAnchorElement, signal: AbortSignal) {
    this.dialog.className = 'lightbox';
    this.frame.className = 'lightbox-frame outline-none';
    this.frame.tabIndex = -1;
    this.position.className = 'num flex-1 text-13';
    this.words.className = 'lightbox-words';
    this.original.className = 'btn btn-icon btn-ghost rich-tool';
    this.name(this.original, 'download');
    this.drawings = this.button('drawings', () => { this.dialog.toggleAttribute('data-bare'); this.tellDrawings(); });
    this.turns = [this.button('previous', () => this.turn(-1)), this.button('next', () => this.turn(1))];
    const bar = document.createElement('div');
    bar.className = 'lightbox-bar';
    bar.append(this.position, this.drawings, this.original, this.button('close', () => this.dialog.close()));
    const turns = document.createElement('div');
    turns.className = 'lightbox-turns';
    turns.append(...this.turns);
    this.dialog.append(bar, this.frame, turns, this.words);
    this.listen(signal);
    document.body.append(this.dialog);
    this.show();
    this.dialog.showModal();
    this.frame.focus();
  }

  private get links(): HTMLAnchorElement[] {
    return [...this.grid.querySelectorAll<HTMLAnchorElement>('a[data-photo]')];
  }

  private name(element: HTMLElement, what: string): void {
    element.ariaLabel = element.title = this.grid.dataset[what] ?? '';
    element.innerHTML = `<svg class="i i-lg" viewBox="0 0 24 24" aria-hidden="true"><path d="${icons[what]}"/></svg>`;
  }

  private button(what: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-icon btn-ghost rich-tool';
    this.name(button, what);
    button.addEventListener('click', act);
    return button;
  }

  private listen(signal: AbortSignal): void {
    this.dialog.addEventListener('close', () => { this.dialog.remove(); this.link.focus(); });
    this.dialog.addEventListener('keydown', ({ key }) => { if (key === 'ArrowLeft') this.turn(-1); else if (key === 'ArrowRight') this.turn(1); });
    this.frame.addEventListener('pointerdown', ({ clientX, isPrimary }) => { this.swiped_from = isPrimary && (visualViewport?.scale ?? 1) === 1 ? clientX : undefined; });
    this.frame.addEventListener('pointerup', ({ clientX }) => {
      const by = this.swiped_from === undefined ? 0 : clientX - this.swiped_from;
      this.swiped_from = undefined;
      if (Math.abs(by) > swipe_px) this.turn(by > 0 ? -1 : 1);
    });
    signal.addEventListener('abort', () => this.dialog.close());
  }

  private turn(by: number): void {
    const next = this.links[this.links.indexOf(this.link) + by];
    if (!next) return;
    this.link = next;
    this.show();
  }

  private tellDrawings(): void {
    this.drawings.ariaPressed = String(!this.dialog.hasAttribute('data-bare'));
  }

  // The copy this screen can show: a telephone need not fetch the largest.
  private address(link: HTMLAnchorElement): string {
    const needed = Math.max(innerWidth, innerHeight) * devicePixelRatio;
    return needed > 1400 ? link.href : link.dataset['medium'] ?? link.href;
  }

  private show(): void {
    const { link, links } = this;
    const at = links.indexOf(link);
    const small = link.querySelector('img') as HTMLImageElement;
    const picture = document.createElement('img');
    picture.alt = small.alt;
    picture.draggable = false;
    picture.src = this.address(link);
    const drawing = link.querySelector('svg')?.cloneNode(true) as SVGElement | undefined;
    drawing?.setAttribute('preserveAspectRatio', 'xMidYMid meet');
    this.frame.replaceChildren(picture, ...(drawing ? [drawing] : []));
    this.words.textContent = link.dataset['caption'] ?? '';
    this.position.textContent = (this.grid.dataset['position'] ?? '').replace('{position}', String(at + 1)).replace('{count}', String(links.length));
    this.dialog.ariaLabel = small.alt;
    this.original.href = link.dataset['original'] ?? link.href;
    this.original.download = '';
    this.drawings.hidden = !drawing;
    this.tellDrawings();
    this.turns[0]!.disabled = at === 0;
    this.turns[1]!.disabled = at === links.length - 1;
    this.turns[0]!.parentElement!.hidden = links.length === 1;
    const { activeElement } = document;
    if (!this.dialog.contains(activeElement) || activeElement?.matches(':disabled, [hidden]')) this.frame.focus();
  }
}
