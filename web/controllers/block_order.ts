// Blocks of a letter (letters::block_list): Alt + arrows and dragging press the buttons that move them without a script.
// What is typed goes with it: the form is sent, and comes back in its new order.
export function start(list: HTMLElement, signal: AbortSignal): void {
  new BlockOrder(list, signal);
}

class BlockOrder {
  private dragged: HTMLElement | null = null;

  constructor(private readonly list: HTMLElement, signal: AbortSignal) {
    const on = (type: string, act: (event: never) => void) => list.addEventListener(type, act as EventListener, { signal });
    for (const grip of list.querySelectorAll<HTMLElement>('[data-grip]')) grip.hidden = false;
    on('keydown', (event: KeyboardEvent) => this.key(event));
    on('pointerdown', ({ target }: PointerEvent) => {
      const block = this.block(target);
      if (block) block.draggable = (target as Element).closest('[data-grip]') !== null; // else words could not be selected
    });
    on('dragstart', (event: DragEvent) => this.lift(event));
    on('dragover', (event: DragEvent) => this.over(event));
    on('dragend', () => this.rest());
    on('drop', (event: DragEvent) => this.drop(event));
  }

  private block(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element ? target.closest<HTMLElement>('[data-block]') : null;
  }

  private key(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const block = this.block(event.target);
    if (!block) return;
    event.preventDefault();
    this.press(`${event.key === 'ArrowUp' ? 'up' : 'down'}-${block.dataset['block'] ?? ''}`);
  }

  private lift(event: DragEvent): void {
    this.dragged = this.block(event.target);
    if (!this.dragged?.draggable) { this.dragged = null; return; }
    event.dataTransfer?.setData('text/plain', '');
    this.dragged.classList.add('opacity-50');
  }

  private over(event: DragEvent): void {
    const goal = this.block(event.target);
    if (!this.dragged || !goal) return;
    event.preventDefault();
    this.clear();
    if (goal !== this.dragged) goal.dataset['drop'] = this.isAbove(event, goal) ? 'before' : 'after';
  }

  private drop(event: DragEvent): void {
    const goal = this.block(event.target);
    if (!this.dragged || !goal || goal === this.dragged) return;
    event.preventDefault();
    this.press(`${this.isAbove(event, goal) ? 'before' : 'after'}-${this.dragged.dataset['block'] ?? ''}-${goal.dataset['block'] ?? ''}`);
  }

  private rest(): void {
    this.dragged?.classList.remove('opacity-50');
    this.dragged = null;
    this.clear();
  }

  private clear(): void {
    for (const block of this.list.querySelectorAll<HTMLElement>('[data-drop]')) delete block.dataset['drop'];
  }

  private isAbove(event: DragEvent, goal: HTMLElement): boolean {
    const { top, height } = goal.getBoundingClientRect();
    return event.clientY < top + height / 2;
  }

  private press(step: string): void {
    const button = document.createElement('button');
    button.name = 'step';
    button.value = step;
    button.hidden = true;
    button.dataset['turbo'] = 'false';
    this.list.append(button);
    button.click();
    button.remove();
  }
}
