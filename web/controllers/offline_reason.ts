// Why a page refuses: its summary and what it says beside its fields; else its own sentence.
export function reasonIn(page: string): string {
  const read = new DOMParser().parseFromString(page, 'text/html');
  const said = [...read.querySelectorAll('#main [role=alert], #main .error, #main [id$="-error"]')].map((element) => element.textContent?.trim() ?? '');
  const sentences = [...new Set(said.filter(Boolean))].join(' · ');
  return (sentences || read.querySelector('#main h1 + p')?.textContent?.trim() || '').replace(/\s+/g, ' ').slice(0, 300);
}
