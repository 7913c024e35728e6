// The parts of Turbo 8 that are used here; the package ships no types.
declare module '@hotwired/turbo' {
  export function visit(location: string, options?: { action?: 'advance' | 'replace' }): void;
  export const config: {
    drive: { progressBarDelay: number };
    forms: { confirm: (message: string, form: HTMLFormElement, submitter?: HTMLElement | null) => Promise<boolean> };
  };
  export const session: {
    readonly navigator: { readonly currentVisit?: object; stop(): void };
    refresh(url: string, options: { requestId?: string | undefined }): void;
  };
}

interface MorphEvent extends Event {
  readonly detail: { readonly newElement?: Element; readonly attributeName: string };
}

interface FormSubmissionEvent extends Event {
  readonly detail: {
    readonly formSubmission: { readonly formElement: HTMLFormElement; readonly submitter?: HTMLElement };
    readonly success?: boolean; // of turbo:submit-end
  };
}

interface BeforeRenderEvent extends Event {
  readonly detail: { readonly newBody: HTMLElement; readonly renderMethod?: 'morph' | 'replace' };
}

interface HTMLElementEventMap {
  'turbo:before-render': BeforeRenderEvent;
  'turbo:submit-start': FormSubmissionEvent;
  'turbo:submit-end': FormSubmissionEvent;
}

interface FetchResponseEvent extends Event {
  readonly detail: { readonly fetchResponse: { readonly response: Response } };
}

interface BeforeVisitEvent extends Event {
  readonly detail: { readonly url: string };
}

interface DocumentEventMap {
  'turbo:before-visit': BeforeVisitEvent;
}

interface WindowEventMap {
  'turbo:before-fetch-response': FetchResponseEvent;
  'turbo:before-render': BeforeRenderEvent;
  'turbo:before-morph-element': MorphEvent;
  'turbo:before-morph-attribute': MorphEvent;
}
