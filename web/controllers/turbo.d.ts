// The parts of Turbo 8 that are used here; the package ships no types.
declare module '@hotwired/turbo' {
  export function visit(location: string, options?: { action?: 'advance' | 'replace' }): void;
  export const config: {
    drive: { progressBarDelay: number };
    forms: { confirm: (message: string, form: HTMLFormElement, submitter?: HTMLElement | null) => Promise<boolean> };
  };
}

interface FormSubmissionEvent extends Event {
  readonly detail: {
    readonly formSubmission: { readonly formElement: HTMLFormElement; readonly submitter?: HTMLElement };
    readonly success?: boolean; // of turbo:submit-end
  };
}

interface BeforeRenderEvent extends Event {
  readonly detail: { readonly newBody: HTMLElement };
}

interface HTMLElementEventMap {
  'turbo:before-render': BeforeRenderEvent;
  'turbo:submit-start': FormSubmissionEvent;
  'turbo:submit-end': FormSubmissionEvent;
}
