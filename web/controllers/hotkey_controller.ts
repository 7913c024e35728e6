import { Controller } from '@hotwired/stimulus';
import { install, uninstall } from '@github/hotkey';

// <a data-controller="hotkey" data-hotkey="g t">: pressing the keys is clicking, or focusing a field.
// The library keeps single letters off inside fields; <html data-shortcuts="off"> removes them all.
export default class HotkeyController extends Controller<HTMLElement> {
  override connect(): void {
    const keys = this.element.dataset.hotkey ?? '';
    if (document.documentElement.dataset.shortcuts === 'off' && !/Mod|Control|Meta|Alt/.test(keys)) return;
    install(this.element, keys);
  }

  override disconnect(): void {
    uninstall(this.element);
  }
}
