const noise = 'script, meta, link, title, xml, img, svg, o\\:p, [data-style*="mso-list:Ignore" i], [data-style*="mso-list: Ignore" i]';
const list_line = 'p[data-style*="mso-list" i], p[class*="MsoListParagraph"]';

// Styles and handlers become data before anything is parsed: the page's policy would refuse each of them aloud.
function inert(html: string): Document {
  const quiet = html.replace(/<style[\s\S]*?<\/style\s*>/gi, '').replace(/\s(style|on\w+)(?=\s*=)/gi, (_, name: string) => ` data-${name}`);
  return new DOMParser().parseFromString(quiet, 'text/html');
}

function replace(element: Element, tag: string, inside: Node[] = [...element.childNodes]): HTMLElement {
  const made = element.ownerDocument.createElement(tag);
  made.append(...inside);
  element.replaceWith(made);
  return made;
}

function wrapInside(element: Element, tag: string): void {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  element.append(made);
}

// Google Docs says bold and italic by style, and puts all of it into a <b> that is not bold.
function sayStyles(page: Document): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = element.dataset['style'] ?? '';
    const is_heavy = /font-weight:\s*(bold|[6-9]00)/i.test(style);
    if (element.matches('b, strong') && /font-weight:\s*(normal|400)/i.test(style)) replace(element, 'span');
    else if (is_heavy && element.matches('span')) wrapInside(element, 'strong');
    if (element.matches('span') && /font-style:\s*italic/i.test(style)) wrapInside(element, 'em');
  }
}

// Word writes a list as paragraphs, each with its bullet or number as text.
function makeLists(page: Document): void {
  for (const line of page.querySelectorAll(list_line)) {
    const marker = line.querySelector('[data-style*="Ignore" i]')?.textContent ?? '';
    const tag = /^\s*[0-9a-z]{1,4}[.)]/i.test(marker) ? 'ol' : 'ul';
    const item = replace(line, 'li');
    const before = item.previousElementSibling;
    if (before?.matches(`${tag}[data-made]`)) before.append(item);
    else replace(item, tag, [item.cloneNode(true)]).dataset['made'] = '';
  }
}

// What Word and web pages put on the clipboard, without what is not text: titles become bold lines, Word's lists lists,
// and the empty paragraphs that made its spaces go.
export function cleaned(html: string): string {
  const page = inert(html);
  sayStyles(page);
  makeLists(page);
  page.querySelectorAll(noise).forEach((element) => element.remove());
  for (const title of page.querySelectorAll('h1, h2, h3, h4, h5, h6')) wrapInside(replace(title, 'p'), 'strong');
  page.querySelectorAll('p').forEach((line) => { if (!line.textContent?.trim() && !line.querySelector('br')) line.remove(); });
  return page.body.innerHTML;
}
