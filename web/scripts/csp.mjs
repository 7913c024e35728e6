import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const sha256 = (bytes, encoding) => crypto.createHash('sha256').update(bytes).digest(encoding);

// Turbo puts one <style> into the page for its progress bar. Its text is a template literal of
// ProgressBar.defaultCSS: found in the package, filled with the package's own duration.
export function turboStyleHash(web) {
  const source = fs.readFileSync(path.join(web, 'node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js'), 'utf8');
  const template = source.match(/static get defaultCSS\(\) \{\s*return unindent`([^`]*)`/)?.[1];
  const duration = Number(source.match(/static animationDuration = (\d+)/)?.[1]);
  if (!template || !duration) throw new Error('Turbo changed: ProgressBar.defaultCSS was not found');
  const filled = template
    .replaceAll('${ProgressBar.animationDuration}', String(duration))
    .replaceAll('${ProgressBar.animationDuration / 2}', String(duration / 2));
  if (filled.includes('${')) throw new Error('Turbo changed: ProgressBar.defaultCSS has new parameters');
  return `sha256-${sha256(unindent(filled), 'base64')}`;
}

// The same as Turbo's own, which it does not export.
function unindent(text) {
  const lines = text.replace(/^\n/, '').split('\n');
  const indent = lines[0].match(/^\s+/)?.[0].length ?? 0;
  return lines.map((line) => line.slice(indent)).join('\n');
}
