import Combobox from './combobox.js';
import { folded } from './folded';

const shown_max = 6;
const mention = /(?:^|[^\p{L}\p{N}._-])@([\p{L}\p{N}’' -]{0,60})$/u;

// « @ » and the beginning of a name open the list of the team: arrows, Enter or Tab choose, Escape renounces. The name is
// what is sent: without this, one types it.
export function suggest(box: HTMLTextAreaElement, list: HTMLElement, signal: AbortSignal): void {
  let combobox: Combobox | undefined;
  const options = [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const typed = () => mention.exec(box.value.slice(0, box.selectionEnd))?.[1];
  const close = () => {
    combobox?.destroy();
    combobox = undefined;
    list.hidden = true;
  };
  const bears = (name: string, start: string) => folded(name).startsWith(start) || folded(name).split(' ').some((word) => word.startsWith(start));
  const look = () => {
    const start = typed();
    const found = start === undefined ? [] : options.filter(({ dataset }) => bears(dataset['name'] ?? '', folded(start))).slice(0, shown_max);
    if (!found.length) return close();
    for (const option of options) option.hidden = !found.includes(option);
    list.hidden = false;
    if (combobox) return combobox.resetSelection();
    combobox = new Combobox(box, list, { firstOptionSelectionMode: 'selected', tabInsertsSuggestions: true });
    combobox.start();
    for (const name of ['role', 'aria-expanded']) box.removeAttribute(name); // a box of several lines stays a text box (ARIA in HTML)
  };
  const choose = ({ target }: Event) => {
    const end = box.selectionEnd;
    box.setRangeText(`@${(target as HTMLElement).dataset['name']} `, end - (typed()?.length ?? 0) - 1, end, 'end');
    close();
    box.focus();
  };
  box.form?.addEventListener('input', look, { signal }); // after the combobox's own, which unselects
  box.addEventListener('blur', close, { signal });
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || list.hidden) return;
    event.stopPropagation();
    close();
  }, { signal });
  list.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  list.addEventListener('combobox-commit', choose, { signal });
  signal.addEventListener('abort', close);
  look();
}
