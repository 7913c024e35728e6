// PLT-072: both sides of a workspace install on a home screen, with its name, colour and icon.
import assert from 'node:assert/strict';
import { launchOwn, newPerson } from './lib/browser.mjs';
import { openBusiness, ouest, signIn } from './lib/business.mjs';
import { Person } from './lib/person.mjs';

/// What Chromium itself says against installing the page.
async function installs(page, start) {
  const session = await page.context().newCDPSession(page);
  const { data, errors } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.equal(manifest.name, ouest.business);
  assert.equal(manifest.start_url, start);
  assert.equal(await page.getAttribute('meta[name=theme-color]', 'content'), manifest.theme_color);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors, []);
  await session.detach();
  for (const source of [...manifest.icons.map(({ src }) => src), await page.getAttribute('link[rel=apple-touch-icon]', 'href')]) {
    const side = await page.evaluate(async (src) => (await createImageBitmap(await (await fetch(src)).blob())).width, source);
    assert.ok(source.includes(`/${side}`), `${source} is ${side} px wide`);
  }
}

export default {
  title: 'home screen',
  variants: ['desktop'],
  async run(scene) {
    const slug = await openBusiness(await newPerson(scene, 'owner'));
    const context = await launchOwn(scene);
    try {
      const page = await context.newPage();
      await page.goto('/connexion');
      const bare = await context.newCDPSession(page);
      const { installabilityErrors } = await bare.send('Page.getInstallabilityErrors'); // a canary: no manifest there
      assert.notDeepEqual(installabilityErrors, []);
      const own = new Person('owner at home', { scene, context, page, variant: scene.variant, complaints: [] });
      await signIn(own, ouest);
      await own.reads('Bonjour Nolwenn');
      await installs(page, `/e/${slug}`);
      await own.open(`/p/${slug}/connexion`);
      await installs(page, `/p/${slug}`);
    } finally {
      await context.close();
    }
  },
};
