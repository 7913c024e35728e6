import { Controller } from '@hotwired/stimulus';

const typing_pause_ms = 300;

// <form data-controller="autosubmit" data-action="input->autosubmit#later change->autosubmit#now">
export default class AutosubmitController extends Controller<HTMLFormElement> {
  private timer = 0;

  later(event: Event): void {
    if (!(event.target instanceof HTMLInputElement) || !['text', 'search'].includes(event.target.type)) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.element.requestSubmit(), typing_pause_ms);
  }

  now(): void {
    clearTimeout(this.timer);
    this.element.requestSubmit();
  }

  override disconnect(): void {
    clearTimeout(this.timer);
  }
}
