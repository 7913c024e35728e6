import { Controller } from '@hotwired/stimulus';

const kept_as = 'shortcuts';

/** Shortcuts of one letter, off for who speaks to his computer or types by accident (WCAG 2.1.4). */
export function readShortcuts(): void {
  if (localStorage.getItem(kept_as) === 'off') document.documentElement.dataset.shortcuts = 'off';
}

// <label hidden data-controller="shortcuts"><input type="checkbox" data-shortcuts-target="box" data-action="shortcuts#change">
export default class ShortcutsController extends Controller<HTMLElement> {
  static override targets = ['box'];

  declare readonly boxTarget: HTMLInputElement;

  override connect(): void {
    this.element.hidden = false;
    this.boxTarget.checked = document.documentElement.dataset.shortcuts !== 'off';
  }

  change(): void {
    if (this.boxTarget.checked) localStorage.removeItem(kept_as);
    else localStorage.setItem(kept_as, 'off');
    location.reload();
  }
}
