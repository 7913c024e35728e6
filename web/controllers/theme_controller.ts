import { Controller } from '@hotwired/stimulus';

// The form that stores the theme also shows it at once.
// <form data-controller="theme" data-action="theme#apply"><button name="theme" value="dark">
export default class ThemeController extends Controller<HTMLFormElement> {
  apply(event: SubmitEvent): void {
    const button = event.submitter;
    if (button instanceof HTMLButtonElement && button.value) document.documentElement.dataset.theme = button.value;
  }
}
