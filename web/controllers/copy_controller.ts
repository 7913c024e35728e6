import { Controller } from '@hotwired/stimulus';

const thanks_ms = 2000;

// <div data-controller="copy"><code data-copy-target="text">…</code><button data-action="copy#copy" data-copied="…">
export default class CopyController extends Controller<HTMLElement> {
  static override targets = ['text'];

  declare readonly textTarget: HTMLElement;

  async copy({ currentTarget }: Event): Promise<void> {
    const button = currentTarget as HTMLButtonElement;
    await navigator.clipboard.writeText(this.textTarget.textContent?.trim() ?? '');
    const label = button.textContent;
    button.textContent = button.dataset.copied ?? label;
    setTimeout(() => { button.textContent = label; }, thanks_ms);
  }
}
