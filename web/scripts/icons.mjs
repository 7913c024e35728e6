import fs from 'node:fs';
import path from 'node:path';

const folders = ['kernel', 'modules', 'app', 'presets', 'tests/kit'];
const readable = /\.(cpp|hpp|toml)$/;
// icon("inbox"), Icon{"inbox"}, .icon = "inbox", icon(late ? "bell" : "clock"), icon = "wrench" in TOML
const mention = /\b(?:icon|Icon)\w*\s*(?:\(|\{|=)([^;,)}\n]*)/g;

function* files(folder) {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* files(file);
    else if (readable.test(entry.name)) yield file;
  }
}

function namesUsed(project) {
  const used = new Map(); // icon name → file that names it
  for (const folder of folders) {
    for (const file of files(path.join(project, folder))) {
      for (const [, argument] of fs.readFileSync(file, 'utf8').matchAll(mention)) {
        for (const [, name] of argument.matchAll(/"([a-z0-9-]+)"/g)) used.set(name, path.relative(project, file));
      }
    }
  }
  return [...used].sort(([a], [b]) => (a < b ? -1 : 1));
}

// One SVG of <symbol>s: only the Lucide icons that some source names.
export function iconSprite(project, lucide) {
  const symbols = namesUsed(project).map(([name, user]) => {
    const file = path.join(lucide, `${name}.svg`);
    if (!fs.existsSync(file)) throw new Error(`${user}: Lucide has no icon "${name}"`);
    const shapes = fs.readFileSync(file, 'utf8')
      .replace(/<!--[\s\S]*?-->/g, '').replace(/<svg[\s\S]*?>/, '').replace('</svg>', '')
      .replace(/\s+/g, ' ').replace(/ ?\/> ?/g, '/>').trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}
