// A builder sends a quote; the client opens it from the mail, ticks an option, signs with the code she receives, and has the
// signed paper. The builder reads that it is accepted; later he cancels it, with a reason, and she reads that.
// QUO-020 QUO-023 QUO-040 QUO-041 QUO-046
import assert from 'node:assert/strict';
import { newPerson } from './lib/browser.mjs';
import { linkFrom } from './lib/mailbox.mjs';
import { address, codeFrom, draws, sends, writes } from './lib/quote.mjs';
import { builderEnters } from './lib/yard.mjs';

export default {
  title: 'a quote is signed',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    const box = `/e/${scene.slug}/reglages/boite-d-envoi`;
    await writes(owner, scene.slug);
    const quote = await sends(owner);
    const link = await linkFrom(owner, { box, address, subject: 'Votre devis DEV' });

    const client = await newPerson(scene, 'client with a link');
    await client.open(link);
    await client.page.getByLabel(/Motorisation/).check();
    if (!scene.variant.javaScript) await client.press('Recompter');
    await client.reads(/744,00/);
    await client.follow('Accepter et signer');
    await client.reads('Ce que vous acceptez');
    await client.reads(/744,00/);
    await client.see('devis-signature');
    await client.press('Recevoir le code');
    await client.reads(/Le code est parti à a•••@/);
    await client.fill('Nom du signataire', 'Aurore Penhoat');
    await client.fill(/^Code reçu par courriel/, await codeFrom(owner, box));
    if (scene.variant.javaScript) await draws(client);
    await client.tick(/J’ai lu ce document/);
    await client.see('devis-signature-remplie');
    await client.press('Signer');
    await client.reads('Devis accepté et signé : merci !');
    await client.reads(/Vous avez accepté ce devis le/);
    await client.see('devis-client-accepte');
    const paper = await client.context.request.get(`${client.path()}/pdf`);
    assert.equal(paper.headers()['content-type'], 'application/pdf');
    assert.ok((await paper.body()).includes('ETSI.CAdES.detached'), 'the paper is not sealed');

    await owner.open(quote);
    await owner.reads(/Accepté/);
    await owner.reads(/744,00/);
    await owner.see('devis-accepte');

    await owner.follow('Annuler ce devis…');
    await owner.reads('Annuler ce devis accepté ?');
    await owner.see('devis-annulation');
    await owner.fill(/^Raison/, 'Le chantier n’aura pas lieu.');
    await owner.press('Annuler le devis');
    await owner.reads('Devis annulé');
    await owner.reads(/a annulé le devis accepté/);
    await owner.see('devis-annule');
    await client.open(await linkFrom(owner, { box, address, subject: 'est annulé' }));
    await client.reads(/Ce devis a été annulé le/);
    await client.readsNot('Télécharger le PDF');
    await client.see('devis-client-annule');
  },
};
