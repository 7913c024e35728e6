import { type Point, part, read, shortened } from './drawn_shapes';

// Drawing one's signature (signatures::signing_view): with a thumb, a pen or a mouse. Without script the choice is not there.
const strokes_max = 40; // as files::shapes_max
const points_max = 500; // as files::shape_points_max
const width = 300; // as its viewBox
const height = 150;
const paper = '#ffffff'; // in both themes: what is signed is paper
const ink = '#121c52';

export function start(form: HTMLElement, signal: AbortSignal): void {
  new SignaturePad(form as HTMLFormElement, signal);
}

class SignaturePad {
  private readonly pad: SVGSVGElement;
  private readonly value: HTMLInputElement;
  private readonly said: HTMLElement;
  private strokes: Point[][] = [];
  private stroke: Point[] | undefined; // being drawn
  private pointer = -1;

  constructor(private readonly form: HTMLFormElement, signal: AbortSignal) {
    this.pad = form.querySelector('[data-pad]') as SVGSVGElement;
    this.value = form.elements.namedItem('drawn') as HTMLInputElement;
    this.said = form.querySelector('[data-said]') as HTMLElement;
    const on = (target: EventTarget, type: string, act: (event: never) => void) => target.addEventListener(type, act as EventListener, { signal });
    on(this.pad, 'pointerdown', (event: PointerEvent) => this.begin(event));
    on(this.pad, 'pointermove', (event: PointerEvent) => this.go(event));
    on(this.pad, 'pointerup', (event: PointerEvent) => this.end(event));
    on(this.pad, 'pointercancel', (event: PointerEvent) => this.end(event));
    on(form.querySelector('[data-undo]') as Element, 'click', () => { this.strokes.pop(); this.keep(); });
    on(form.querySelector('[data-clear]') as Element, 'click', () => { this.strokes = []; this.keep(); });
    on(form, 'change', () => this.choose());
    on(document, 'turbo:render', () => this.stand()); // a page that took the place of this one brings no pad
    this.stand();
  }

  private stand(): void {
    this.pad.style.touchAction = 'none'; // the thumb draws, the page stays where it is
    this.pad.style.background = paper;
    this.pad.style.cursor = 'crosshair';
    this.strokes = read(this.value.value).map(({ points }) => points);
    this.offer();
    this.choose();
    this.show();
  }

  private choice(how: string): HTMLInputElement | null {
    return this.form.querySelector(`[name=how][value=${how}]`);
  }

  // One choice more, made like its neighbour: the first, unless another was sent.
  private offer(): void {
    const { how, draw } = this.form.dataset;
    if (!this.choice('drawing')) {
      const label = this.choice('typed_name')?.closest('label') as HTMLLabelElement;
      const made = label.cloneNode(true) as HTMLLabelElement;
      const input = made.querySelector('input') as HTMLInputElement;
      Object.assign(input, { id: 'f-how-drawing', value: 'drawing', checked: false });
      (made.querySelector('span span') as HTMLElement).textContent = draw ?? '';
      label.before(made);
    }
    if (!how || how === 'drawing') (this.choice('drawing') as HTMLInputElement).checked = true;
  }

  private choose(): void {
    for (const box of this.form.querySelectorAll<HTMLElement>('[data-part]')) box.hidden = !this.choice(box.dataset['part'] ?? '')?.checked;
  }

  private point({ clientX, clientY }: PointerEvent): Point {
    const box = this.pad.getBoundingClientRect();
    return [part((clientX - box.left) / box.width), part((clientY - box.top) / box.height)];
  }

  private begin(event: PointerEvent): void {
    if (this.stroke || event.button !== 0 || this.strokes.length >= strokes_max) return;
    event.preventDefault();
    this.pad.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.stroke = [this.point(event)];
    this.show();
  }

  private go(event: PointerEvent): void {
    if (!this.stroke || event.pointerId !== this.pointer) return;
    const passed = event.getCoalescedEvents?.() ?? [];
    this.stroke.push(...(passed.length ? passed : [event]).map((one) => this.point(one)));
    this.show();
  }

  private end(event: PointerEvent): void {
    const drawn = this.stroke;
    if (!drawn || event.pointerId !== this.pointer) return;
    this.stroke = undefined;
    const first = drawn[0] as Point;
    this.strokes.push(drawn.length > 1 ? shortened(drawn, points_max) : [first, [part(first[0] + 0.003), first[1]]]); // a tap is a dot
    this.keep();
  }

  private keep(): void {
    this.value.value = this.strokes.length ? JSON.stringify(this.strokes.map((points) => ({ kind: 'line', points }))) : '';
    this.said.textContent = (this.strokes.length ? this.said.dataset['drawn'] : this.said.dataset['empty']) ?? '';
    this.show();
  }

  private show(): void {
    const lines = this.stroke ? [...this.strokes, this.stroke] : this.strokes;
    this.pad.replaceChildren(...lines.map((points) => {
      const line = document.createElementNS('http://www.w3.org/2000/svg', 'polyline');
      const places = points.length > 1 ? points : [...points, ...points];
      line.setAttribute('points', places.map(([x, y]) => `${(x * width).toFixed(1)},${(y * height).toFixed(1)}`).join(' '));
      for (const [name, value] of [['fill', 'none'], ['stroke', ink], ['stroke-width', '1.8'], ['stroke-linecap', 'round'], ['stroke-linejoin', 'round']] as const) line.setAttribute(name, value);
      return line;
    }));
  }
}
