// A builder sends a quote; the client opens it from the mail, on whatever screen the walk has, ticks an option, asks,
// then declines. The quote's page tells the builder each of these.
// JRN-14 QUO-001 QUO-020 QUO-021 QUO-024 QUO-046
import assert from 'node:assert/strict';
import { newPerson } from './lib/browser.mjs';
import { linkFrom } from './lib/mailbox.mjs';
import { address, sends, writes } from './lib/quote.mjs';
import { builderEnters } from './lib/yard.mjs';

export default {
  title: 'a quote is sent, read and declined',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    await writes(owner, scene.slug);
    const quote = await sends(owner);
    const link = await linkFrom(owner, { box: `/e/${scene.slug}/reglages/boite-d-envoi`, address, subject: 'Votre devis DEV' });

    const client = await newPerson(scene, 'client with a link');
    await client.open(link);
    await client.reads('Ce que nous proposons');
    await client.see('devis-client');
    await client.page.getByLabel(/Motorisation/).check();
    if (!scene.variant.javaScript) await client.press('Recompter');
    await client.reads(/744,00/);
    await client.unfold('Poser une question');
    await client.fill('Votre question', 'La motorisation est-elle silencieuse ?');
    await client.press('Envoyer la question');
    await client.reads('Votre question est transmise');
    const paper = await client.context.request.get(`${client.path()}/pdf`);
    assert.equal(paper.headers()['content-type'], 'application/pdf');
    await client.unfold('Décliner ce devis');
    await client.fill('Pourquoi, si vous voulez le dire', 'Pas cette année');
    await client.press('Décliner');
    await client.reads(/Ce devis a été décliné le/);
    await client.see('devis-client-decline');

    await owner.open(quote);
    await owner.reads(/a ouvert le devis/);
    await owner.reads('Pas cette année');
    await owner.see('devis-envoye');
    await owner.press('Nouvelle version');
    await owner.reads('Brouillon');
    await client.open(link);
    await client.reads(/Ce devis a été remplacé/);
    await client.see('devis-client-remplace');
  },
};
