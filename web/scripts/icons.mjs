import fs from 'node:fs';
import path from 'node:path';

const folders = ['kernel', 'modules', 'app', 'presets', 'tests/kit'];
const readable = /(?<!_test)\.(cpp|hpp|toml)$/;
// Where a name must be an icon: icon("inbox"), .icon = "inbox", tile("clock", …), icon = "wrench".
const mention = /\b(?:(?:icon|Icon|tile|chip_link)\w*|ui::event)\s*(?:\(|\{|=)\s*"([^"]*)"/g;
// Where it may be one: tables, conditions, data. A word that only looks like one costs 60 bytes.
const literal = /"([a-z0-9-]+)"/g;

function* files(folder) {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* files(file);
    else if (readable.test(entry.name)) yield file;
  }
}

function namesUsed(project, lucide) {
  const used = new Set();
  for (const folder of folders) {
    for (const file of files(path.join(project, folder))) {
      const source = fs.readFileSync(file, 'utf8');
      for (const [, name] of source.matchAll(mention)) {
        if (!lucide.has(name)) throw new Error(`${path.relative(project, file)}: Lucide has no icon "${name}"`);
      }
      for (const [, name] of source.matchAll(literal)) if (lucide.has(name)) used.add(name);
    }
  }
  return [...used].sort();
}

// Our own drawing: one, two or three bars of a priority; those not reached are faint.
function priorityBars(reached) {
  const bars = [[1, 9], [5, 5], [10, 1]].map(([x, top], index) =>
    `<rect x="${x}" y="${top}" width="3" height="${13 - top}" rx="1"${index < reached ? '' : ' opacity=".28"'}/>`);
  return `<symbol id="prio-${reached}" viewBox="0 0 14 14">${bars.join('')}</symbol>`;
}

// One SVG of <symbol>s: only the Lucide icons that some source names.
export function iconSprite(project, folder) {
  const lucide = new Set(fs.readdirSync(folder).map((file) => path.parse(file).name));
  const symbols = namesUsed(project, lucide).map((name) => {
    const shapes = fs.readFileSync(path.join(folder, `${name}.svg`), 'utf8')
      .replace(/<!--[\s\S]*?-->/g, '').replace(/<svg[\s\S]*?>/, '').replace('</svg>', '')
      .replace(/\s+/g, ' ').replace(/ ?\/> ?/g, '/>').trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}${[1, 2, 3].map(priorityBars).join('')}</svg>`;
}
