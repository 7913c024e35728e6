import fs from 'node:fs';
import path from 'node:path';
import { compile, optimize } from '@tailwindcss/node';
import { Scanner } from '@tailwindcss/oxide';

const hue_steps = 36; // as in kernel/html/ui/avatar.cpp: a hue is a class because style attributes are refused

function hueClasses() {
  const rules = Array.from({ length: hue_steps }, (_, step) => `.hue-${step} { --th: ${step * 360 / hue_steps}; }`);
  return `\n@layer components { ${rules.join(' ')} }\n`;
}

export async function buildStyles(web) {
  const file = path.join(web, 'styles/app.css');
  const compiler = await compile(fs.readFileSync(file, 'utf8') + hueClasses(), {
    base: path.dirname(file), from: file, onDependency() {},
  });
  const candidates = new Scanner({ sources: compiler.sources }).scan();
  const built = compiler.build(candidates.sort());
  return optimize(built, { file, minify: true }).code;
}

// What one page alone needs, without utilities: written as it is.
export function buildSheet(web, name) {
  const file = path.join(web, 'styles', name);
  return optimize(fs.readFileSync(file, 'utf8'), { file, minify: true }).code;
}
