// A builder opens an address for his suppliers: he connects a mailbox, gives the address to his baker, whose invoice comes
// by the command that a mail server runs, and sorts what carries none. The address leaks, and another takes its place.
// INV-056
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { builderEnters } from './lib/yard.mjs';

const binary = process.env.ETABLI_TEST_BINARY ?? 'build/release/etabli';
const facturX = readFileSync(new URL('../contracts/einvoice/judges/samples/akretion/invoice_EN16931.pdf', import.meta.url));

function letter(subject, files) {
  const parts = files.map(({ name, type, bytes }) => `--m\r\nContent-Type: ${type}; name="${name}"\r\n`
    + `Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}\r\n`);
  return `From: Fournil du Port <compta@fournil.example>\r\nTo: factures@charpentes.example\r\nSubject: ${subject}\r\n`
    + `Message-ID: <${Math.random()}@fournil.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n`
    + `--m\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBonjour, voici notre facture.\r\n${parts.join('')}--m--\r\n`;
}

/// As Postfix pipes it; the exit code is what the mail server is told.
function deliver(scene, to, bytes) {
  try {
    execFileSync(binary, ['mail', 'deliver', '--workspace', scene.slug, '--to', to, '--from', 'compta@fournil.example'],
      { env: scene.server.env, input: bytes, stdio: ['pipe', 'pipe', 'pipe'] });
    return 0;
  } catch (failure) {
    return failure.status;
  }
}

export default {
  title: 'supplier invoices come by e-mail',
  variants: ['desktop', 'phone', 'without JavaScript', 'PostgreSQL'],
  begins: 'yard morning',
  async run(scene) {
    const owner = await builderEnters(scene);
    const own = `/e/${scene.slug}/reglages/factures-par-courriel`;
    const list = `/e/${scene.slug}/factures-recues`;
    await owner.open(own);
    await owner.reads('Aucune boîte de réception n’est branchée');
    await owner.see('factures-par-courriel-sans-boite');
    await owner.follow('Brancher une boîte de réception');
    await owner.fill('Adresse de la boîte', 'factures@charpentes.example');
    await owner.press('Enregistrer');
    await owner.press('Envoyer un essai');
    await owner.see('boite-de-reception-chantier');
    const [check] = scene.server.ask("SELECT to_email FROM outbox WHERE to_email LIKE 'factures+%'");
    assert.equal(deliver(scene, check, letter('Essai', [])), 0);

    await owner.open(own);
    await owner.press('Créer l’adresse');
    await owner.reads('L’adresse est prête');
    await owner.see('factures-par-courriel');
    const addressOf = async () => /factures\+[a-z2-7]+@charpentes\.example/.exec(await owner.page.locator('main').innerText())[0];
    const first = await addressOf();
    assert.equal(deliver(scene, first, letter('Facture de mars', [
      { name: 'facture.pdf', type: 'application/pdf', bytes: facturX },
      { name: 'scan.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 et rien de plus') }])), 0);
    assert.equal(deliver(scene, first, letter('Votre facture est en ligne', [])), 0);
    for (let tries = 0; tries < 60; tries += 1) {
      await owner.open(list);
      if (await owner.page.getByText('2 fichiers n’ont pas été compris').count()) break;
      await owner.page.waitForTimeout(500);
    }
    await owner.reads('2 fichiers n’ont pas été compris');
    await owner.reads('F20260023');
    await owner.see('factures-recues-par-courriel');
    await owner.open(`${list}/a-trier`);
    await owner.reads('Par courriel de compta@fournil.example');
    await owner.reads('ne porte aucune facture');
    await owner.see('factures-a-trier-par-courriel');

    await owner.open(own);
    await owner.press('Changer l’adresse');
    if (owner.variant.javaScript) await owner.page.locator('dialog#confirm button[value=yes]').click();
    await owner.reads('L’adresse est prête');
    assert.notEqual(await addressOf(), first);
    assert.equal(deliver(scene, first, letter('Encore', [])), 67);
  },
};
