// A refused form (422) puts the cursor into its first wrong field.
export function focusFirstError(): void {
  const focus = () => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
  addEventListener('DOMContentLoaded', focus);
  document.addEventListener('turbo:render', focus);
  if (document.readyState !== 'loading') focus();
}
