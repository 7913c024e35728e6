import { Controller } from '@hotwired/stimulus';

const tallest_px = 420;

// A reply box: grows with its text, Ctrl+Enter sends, leaving with unsent text asks first.
// <form data-controller="composer" data-composer-leave-value="…"><textarea data-composer-target="text">
export default class ComposerController extends Controller<HTMLFormElement> {
  static override targets = ['text', 'people'];
  static override values = { leave: String };

  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly peopleTarget: HTMLElement; // whom « @ » may mention
  declare readonly hasPeopleTarget: boolean;
  declare readonly leaveValue: string;

  private sending = false;
  private refused = false; // the last sending, whose answer holds what was typed
  private listening = new AbortController();

  override connect(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.element.addEventListener('input', () => this.fit(), { signal });
    if (this.hasPeopleTarget) this.element.addEventListener('input', () => void this.suggestPeople(signal), { signal, once: true });
    this.element.addEventListener('keydown', (event) => this.sendOnCtrlEnter(event), { signal });
    this.element.addEventListener('turbo:submit-start', () => { this.sending = true; }, { signal });
    this.element.addEventListener('turbo:submit-end', ({ detail }) => this.sent(detail.success ?? false), { signal });
    addEventListener('beforeunload', (event) => { if (this.unsent) event.preventDefault(); }, { signal });
    document.addEventListener('turbo:before-visit', (event) => this.askBeforeLeaving(event), { signal });
    document.documentElement.addEventListener('turbo:before-render', ({ detail }) => this.follow(detail.newBody), { signal });
    this.fit();
  }

  override disconnect(): void {
    this.listening.abort();
  }

  private get unsent(): boolean {
    return !this.sending && this.textTarget.value !== this.textTarget.defaultValue;
  }

  // The box outlives the page that comes back (data-turbo-permanent), so it empties itself.
  private sent(success: boolean): void {
    this.sending = false;
    this.refused = !success;
    if (!success) return;
    this.textTarget.value = this.textTarget.defaultValue = '';
    this.fit();
  }

  // The box keeps its text, the rest is the new page's: the keys of the form, and whether one may still write.
  private follow(page: HTMLElement): void {
    const twin = page.querySelector(`#${CSS.escape(this.element.id)}`);
    const isOver = twin ? !twin.hasAttribute('data-turbo-permanent') : !this.unsent; // what was refused is said in the page's own box
    if (isOver || (!twin && this.refused)) this.element.removeAttribute('data-turbo-permanent');
    // What is being written keeps the version it was written for: another's change is then said, not passed over.
    const hidden = this.unsent && !this.refused ? 'input[type=hidden][name^="_"]' : 'input[type=hidden]';
    twin?.querySelectorAll<HTMLInputElement>(hidden).forEach(({ name, value }) => {
      const own = this.element.elements.namedItem(name);
      if (own instanceof HTMLInputElement) own.value = value;
    });
  }

  // A ready-made text comes where the cursor is. When it cannot be read, its link leads to the page that has it.
  async insert(event: Event): Promise<void> {
    const link = event.currentTarget as HTMLAnchorElement;
    event.preventDefault();
    const answer = await fetch(link.dataset['text'] ?? '').catch(() => undefined);
    if (!answer?.ok || answer.redirected) return location.assign(link.href);
    const box = this.textTarget;
    box.setRangeText(await answer.text(), box.selectionStart, box.selectionEnd, 'end');
    box.focus();
    this.fit();
  }

  private async suggestPeople(signal: AbortSignal): Promise<void> {
    const { suggest } = await import('./mentions.js');
    if (!signal.aborted) suggest(this.textTarget, this.peopleTarget, signal);
  }

  private fit(): void {
    this.textTarget.style.height = 'auto';
    this.textTarget.style.height = `${Math.min(this.textTarget.scrollHeight + 2, tallest_px)}px`;
  }

  private sendOnCtrlEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  // A page that reads itself again is not left.
  private askBeforeLeaving(event: BeforeVisitEvent): void {
    if (event.detail.url !== document.baseURI && this.unsent && this.leaveValue && !confirm(this.leaveValue)) event.preventDefault();
  }
}
