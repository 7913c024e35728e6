import path from 'node:path';
import esbuild from 'esbuild';

// app.js is the first load; what is heavy gets its own entry point here and is imported on demand.
export async function buildScripts(web) {
  const result = await esbuild.build({
    entryPoints: [path.join(web, 'controllers/app.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    outdir: path.join(web, 'dist'),
    absWorkingDir: web,
  });
  return result.outputFiles.map((file) => [path.basename(file.path), file.text]);
}
