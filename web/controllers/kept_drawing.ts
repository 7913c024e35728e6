// The drawing that no server has yet, kept in this tab: « back » asks nothing, and comes here again. One a version.
export class KeptDrawing {
  private key = '';

  constructor(private readonly form: HTMLFormElement) {}

  // Of the version that the form has now; that of another is forgotten.
  follow(): string | null {
    const key = `drawing ${new URL(this.form.action).pathname} ${(this.form.elements.namedItem('version') as HTMLInputElement).value}`;
    if (this.key && this.key !== key) this.forget();
    this.key = key;
    return sessionStorage.getItem(key);
  }

  keep(shapes: string): void {
    try {
      sessionStorage.setItem(this.key, shapes);
    } catch {
      this.forget(); // no room: rather none than an old one
    }
  }

  forget(): void {
    sessionStorage.removeItem(this.key);
  }
}
