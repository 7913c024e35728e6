import { Controller } from '@hotwired/stimulus';

// Says which files were chosen: <div data-controller="files"><input type="file" data-files-target="input"
//   data-action="files#list"><output data-files-target="names">
export default class FilesController extends Controller<HTMLElement> {
  static override targets = ['input', 'names'];

  declare readonly inputTarget: HTMLInputElement;
  declare readonly namesTarget: HTMLOutputElement;

  list(): void {
    const names = [...(this.inputTarget.files ?? [])].map((file) => file.name);
    this.namesTarget.textContent = names.join(', ');
  }
}
