import { Controller } from '@hotwired/stimulus';
import { pullPage } from './live_pull';

const pauses_ms = [1_200, 2_500, 5_000, 10_000];
const asked = new Map<string, number>(); // by page, while something there is not ready

// Something on this page is nearly ready (a photo being prepared): reads the page again, a few times.
export default class SoonController extends Controller<HTMLElement> {
  private timer = 0;
  private readonly page = location.pathname;

  override connect(): void {
    const times = asked.get(this.page) ?? 0;
    const pause = pauses_ms[times];
    if (pause === undefined) return;
    this.timer = window.setTimeout(() => {
      asked.set(this.page, times + 1);
      pullPage();
      this.connect(); // the page read again may keep this element
    }, pause);
  }

  override disconnect(): void {
    clearTimeout(this.timer);
    if (!document.querySelector('[data-controller~=soon]')) asked.delete(this.page);
  }
}
