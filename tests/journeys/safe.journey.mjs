// A builder has a copy of his books sent to a space of his own each month: an address that is none is refused, a trial
// writes and reads back, and the page says that it goes on.
// ACC-005
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from '../node_modules/s3rver/lib/s3rver.js';
import { builderEnters } from './lib/yard.mjs';

const service = new S3rver({
  address: '127.0.0.1', port: 0, silent: true, directory: mkdtempSync(path.join(tmpdir(), 'etabli-safe-')),
  configureBuckets: [{ name: 'compta-tregor' }],
});
const { port } = await service.run();

export default {
  title: 'a copy of the books leaves for a space outside',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await owner.open(`/e/${scene.slug}/reglages/coffre`);
    await owner.reads('Rien n’est envoyé : décrivez votre espace.');
    await owner.fill('Adresse du service', 's3.exemple.fr/compta');
    await owner.fill('Nom de l’espace (bucket)', 'compta-tregor');
    await owner.fill('Région', 'us-east-1');
    await owner.fill('Clé d’accès', 'S3RVER');
    await owner.fill('Clé secrète', 'S3RVER');
    await owner.press('Enregistrer');
    await owner.reads('Écrivez l’adresse du service, sans chemin');
    await owner.see('coffre-refus');
    await owner.fill('Adresse du service', `http://127.0.0.1:${port}`);
    await owner.fill('Clé secrète', 'S3RVER');
    await owner.press('Enregistrer');
    await owner.reads('Un essai réussi met les envois en route');
    await owner.press('Essayer et mettre en route');
    await owner.reads('Les envois sont en route vers');
    await owner.see('coffre');
  },
};
