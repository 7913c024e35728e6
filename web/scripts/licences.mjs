import fs from 'node:fs';
import path from 'node:path';

// What is bundled into the assets; build tools leave nothing of theirs but Tailwind's base styles.
const bundled = ['@hotwired/turbo', '@hotwired/stimulus', '@github/hotkey', 'idb', 'tailwindcss', 'lucide-static',
  '@fontsource-variable/inter', '@tiptap/core', '@tiptap/extension-bold', '@tiptap/extension-document', '@tiptap/extension-hard-break',
  '@tiptap/extension-italic', '@tiptap/extension-link', '@tiptap/extension-list', '@tiptap/extension-paragraph', '@tiptap/extension-text',
  '@tiptap/extensions', 'linkifyjs', 'orderedmap', 'prosemirror-commands', 'prosemirror-history', 'prosemirror-keymap', 'prosemirror-model',
  'prosemirror-schema-list', 'prosemirror-state', 'prosemirror-transform', 'prosemirror-view', 'rope-sequence', 'w3c-keyname'];

// Turbo's package carries its copyright line but not the MIT text it names.
function turboLicence(folder, mit) {
  const [, notice] = fs.readFileSync(path.join(folder, 'dist/turbo.es2017-esm.js'), 'utf8').match(/^\/\*!([\s\S]*?)\*\//);
  return `${notice.trim()}\n\n${mit.slice(mit.indexOf('Permission is hereby granted'))}`;
}

function licenceOf(folder, mit) {
  const file = fs.readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file ? fs.readFileSync(path.join(folder, file), 'utf8') : turboLicence(folder, mit);
}

export function licences(packages) {
  const mit = fs.readFileSync(path.join(packages, '@hotwired/stimulus/LICENSE.md'), 'utf8');
  return bundled.map((name) => {
    const folder = path.join(packages, name);
    const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n\n${licenceOf(folder, mit).trim()}\n`;
  }).join(`\n${'-'.repeat(80)}\n\n`);
}
