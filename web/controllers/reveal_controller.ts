import { Controller } from '@hotwired/stimulus';

// <div data-controller="reveal"><input type="password" data-reveal-target="field">
//   <button type="button" hidden data-reveal-target="button" data-action="reveal#toggle" aria-pressed="false">
export default class RevealController extends Controller<HTMLElement> {
  static override targets = ['field', 'button'];

  declare readonly fieldTarget: HTMLInputElement;
  declare readonly buttonTarget: HTMLButtonElement;

  override connect(): void {
    this.buttonTarget.hidden = false;
  }

  toggle(): void {
    const hidden = this.fieldTarget.type === 'password';
    this.fieldTarget.type = hidden ? 'text' : 'password';
    this.buttonTarget.ariaPressed = String(hidden);
    this.fieldTarget.focus();
  }
}
