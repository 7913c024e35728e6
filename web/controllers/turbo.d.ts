// The parts of Turbo 8 that are used here; the package ships no types.
declare module '@hotwired/turbo' {
  export function visit(location: string, options?: { action?: 'advance' | 'replace' }): void;
  export const config: {
    drive: { progressBarDelay: number };
    forms: { confirm: (message: string, form: HTMLFormElement, submitter?: HTMLElement | null) => Promise<boolean> };
  };
  export class PageSnapshot {
    static fromHTMLString(html: string): PageSnapshot;
    readonly headSnapshot: { readonly trackedElementSignature: string };
  }
  export const session: {
    readonly navigator: { readonly currentVisit?: object };
    readonly recentRequests: { has(request: string): boolean }; // the forms sent by this page
    readonly view: {
      readonly snapshot: PageSnapshot;
      readonly renderPromise?: Promise<void>;
      renderPage(page: PageSnapshot): Promise<void>; // without a visit: as the page read again
      renderError(page: PageSnapshot): Promise<void>;
    };
  };
}

interface MorphEvent extends Event {
  readonly detail: { readonly newElement?: Element; readonly attributeName: string };
}

interface FormSubmissionEvent extends Event {
  readonly detail: {
    readonly formSubmission: { readonly formElement: HTMLFormElement; readonly submitter?: HTMLElement };
    readonly success?: boolean; // of turbo:submit-end, with what follows
    readonly fetchResponse?: object; // none: nobody answered
  };
}

interface BeforeRenderEvent extends Event {
  readonly detail: { readonly newBody: HTMLElement; readonly renderMethod?: 'morph' | 'replace' };
}

interface FetchResponseEvent extends Event {
  readonly detail: { readonly fetchResponse: { readonly statusCode: number } };
}

interface Window {
  readonly Turbo?: { readonly session: { refresh(url: string): void } }; // Turbo names itself, for scripts that come later
}

interface HTMLElementEventMap {
  'turbo:before-render': BeforeRenderEvent;
  'turbo:submit-start': FormSubmissionEvent;
  'turbo:submit-end': FormSubmissionEvent;
}

interface BeforeVisitEvent extends Event {
  readonly detail: { readonly url: string };
}

interface DocumentEventMap {
  'turbo:click': BeforeVisitEvent;
  'turbo:before-fetch-response': FetchResponseEvent;
  'turbo:before-visit': BeforeVisitEvent;
}

interface WindowEventMap {
  'turbo:submit-end': FormSubmissionEvent;
  'turbo:before-render': BeforeRenderEvent;
  'turbo:before-morph-element': MorphEvent;
  'turbo:before-morph-attribute': MorphEvent;
}
