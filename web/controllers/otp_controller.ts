import { Controller } from '@hotwired/stimulus';

// The six boxes of a code: typing goes on to the next, a paste or an autofill into any fills all, the
// last digit sends. <div data-controller="otp"><input data-otp-target="digit" name="code" maxlength="1">…
export default class OtpController extends Controller<HTMLElement> {
  static override targets = ['digit'];

  declare readonly digitTargets: HTMLInputElement[];

  private listening = new AbortController();

  override connect(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.element.addEventListener('input', (event) => this.typed(event), { signal });
    this.element.addEventListener('paste', (event) => this.pasted(event), { signal });
    this.element.addEventListener('keydown', (event) => this.erased(event), { signal });
    // A phone's autofill gives the whole code to one box; without this controller one box is one digit.
    this.digitTargets.forEach((digit) => digit.removeAttribute('maxlength'));
  }

  override disconnect(): void {
    this.listening.abort();
  }

  private typed(event: Event): void {
    const at = this.digitTargets.indexOf(event.target as HTMLInputElement);
    const digits = this.digitTargets[at]?.value.replace(/\D/g, '') ?? '';
    this.fill(at, digits.length > this.digitTargets.length ? '' : digits);
  }

  private pasted(event: ClipboardEvent): void {
    event.preventDefault();
    this.fill(0, event.clipboardData?.getData('text').replace(/\D/g, '') ?? '');
  }

  private erased(event: KeyboardEvent): void {
    const at = this.digitTargets.indexOf(event.target as HTMLInputElement);
    if (event.key === 'Backspace' && this.digitTargets[at]?.value === '') this.digitTargets[at - 1]?.focus();
  }

  private fill(from: number, digits: string): void {
    const whole = digits.length === this.digitTargets.length;
    const start = whole ? 0 : from;
    this.digitTargets.slice(start, start + Math.max(1, digits.length)).forEach((box, k) => { box.value = digits[k] ?? ''; });
    if (!digits) return;
    this.digitTargets[Math.min(start + digits.length, this.digitTargets.length - 1)]?.focus();
    if (this.digitTargets.every((box) => box.value)) this.element.closest('form')?.requestSubmit();
  }
}
