import path from 'node:path';
import esbuild from 'esbuild';

// app.js is the first load, and the last built: what is heavy is an entry point of its own, before those that import it.
const entries = ['combobox', 'mentions', 'offline', 'worker', 'sending', 'editor', 'photo_picker', 'lightbox', 'draw', 'line_editor', 'signature_pad', 'template_preview', 'block_order', 'app'];
const on_demand = entries.slice(0, -1).map((name) => `./${name}.js`);

// Calls `emit` with each script; it answers the name under which the script is served, which those that import it say.
export async function buildScripts(web, emit) {
  const served = new Map();
  for (const entry of entries) {
    const result = await esbuild.build({
      entryPoints: [path.join(web, `controllers/${entry}.ts`)],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      legalComments: 'none',
      external: on_demand,
      write: false,
      outdir: path.join(web, 'dist'),
      absWorkingDir: web,
    });
    const [{ text }] = result.outputFiles;
    const named = [...served].reduce((script, [name, built]) => script.replaceAll(`"./${name}"`, `"./${built}"`), text);
    served.set(`${entry}.js`, emit(`${entry}.js`, named));
  }
}
