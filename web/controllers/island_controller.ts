import { Controller } from '@hotwired/stimulus';

// What is heavy is fetched when a page has it. <div data-controller="island" data-island="editor">
const islands: Record<string, () => Promise<{ start(element: HTMLElement, signal: AbortSignal): void }>> = {
  editor: () => import('./editor.js'),
  photo_picker: () => import('./photo_picker.js'),
  lightbox: () => import('./lightbox.js'),
  draw: () => import('./draw.js'),
  line_editor: () => import('./line_editor.js'),
  signature_pad: () => import('./signature_pad.js'),
  template_preview: () => import('./template_preview.js'),
  block_order: () => import('./block_order.js'),
};

export default class IslandController extends Controller<HTMLElement> {
  private leaving = new AbortController();

  override connect(): void {
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    islands[this.element.dataset['island'] ?? '']?.().then(({ start }) => { if (!signal.aborted) start(this.element, signal); }, () => {}); // unreachable: the page does without
  }

  override disconnect(): void {
    this.leaving.abort();
  }
}
