import { Controller } from '@hotwired/stimulus';
import LiveLink, { type LivePage, type Present } from './live_link';
import { pullPage } from './live_pull';
import { presenceOf, showPresence } from './live_presence';

// « En direct »: the page waits for what others change and reads itself again.
// <span data-controller="live" data-live-stream-value="/flux" data-live-topics-value="…" data-live-token-value="…">
export default class LiveController extends Controller<HTMLElement> implements LivePage {
  static override values = { stream: String, topics: String, token: String };

  declare readonly streamValue: string;
  declare readonly topicsValue: string;
  declare readonly tokenValue: string;

  private link: LiveLink | undefined;
  private saying: AbortController | undefined;

  override connect(): void {
    this.link = LiveLink.of(this.streamValue);
    this.link.show(this);
    this.saying = presenceOf(this.streamValue, this.tokenValue);
  }

  override disconnect(): void {
    this.saying?.abort();
    this.link?.leave(this);
  }

  // A page read again brings a new token: that it is up to date, with the rights of now.
  tokenValueChanged(): void {
    this.link?.show(this);
  }

  get token(): string { return this.tokenValue; }

  waitsFor(topics: string[]): boolean {
    const own = this.topicsValue.split(' ');
    return topics.some((topic) => own.includes(topic));
  }

  changed(request?: string): void {
    pullPage(request);
  }

  askedAgain(): void {
    pullPage();
  }

  met(topic: string, people: Present[]): void {
    if (this.topicsValue.split(' ')[0] === topic) showPresence(people);
  }

  connected(isConnected: boolean): void {
    this.element.dataset['state'] = isConnected ? 'on' : 'lost';
  }
}
