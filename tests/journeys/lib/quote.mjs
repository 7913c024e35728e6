// A quote of 500,00 before taxes with an option of 120,00, written by a builder and sent to who has no account.
import { openMail } from './mailbox.mjs';

export const address = 'aurore@penhoat.example';

export async function writes(owner, slug) {
  await owner.open(`/e/${slug}/devis/nouveau`);
  await owner.choose('Client', 'Aurore Penhoat');
  await owner.fill('Objet', 'Portail et clôture');
  await owner.press('Commencer le devis');
  await owner.reads('Brouillon');
  for (const [kind, name, price] of [[/^Ligne$/, 'Pose du portail', '500'], [/^Option$/, 'Motorisation', '120']]) {
    await owner.press(kind);
    await owner.page.locator('[name$=".name"]').last().fill(name);
    await owner.page.locator('[name$=".unit_price"]').last().fill(price);
  }
  await owner.press('Enregistrer');
  await owner.reads('Devis enregistré');
  await owner.reads(/600,00/);
}

export async function sends(owner) {
  const quote = owner.path();
  await owner.open(`${quote}/envoi`);
  await owner.see('devis-envoi');
  await owner.page.locator('[name=way][value=mail]').check();
  await owner.fill('Adresse de courriel', address);
  await owner.press('Envoyer le devis');
  await owner.reads(/DEV-\d{4}-0001/);
  return quote;
}

/// The code by which who holds the link signs.
export async function codeFrom(owner, box) {
  const tab = await owner.anotherTab();
  await openMail(tab, { box, address, subject: 'Votre code pour signer' });
  const words = await tab.page.locator('main').innerText();
  await tab.page.close();
  return /\b\d{6}\b/.exec(words)[0];
}

/// With scripts she draws, without them her typed name signs.
export async function draws(client) {
  await client.tick('Dessiner ma signature');
  const pad = await client.find(client.page.locator('[data-pad]'));
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await pad.boundingBox();
  await client.page.mouse.move(x + width * 0.2, y + height * 0.6);
  await client.page.mouse.down();
  for (const step of [0.3, 0.45, 0.6, 0.8]) await client.page.mouse.move(x + width * step, y + height * (step % 0.2 ? 0.3 : 0.7), { steps: 4 });
  await client.page.mouse.up();
}

/// Who holds the link accepts without an option.
export async function accepts(client, owner, box) {
  await client.follow('Accepter et signer');
  await client.press('Recevoir le code');
  await client.reads(/Le code est parti à a•••@/);
  await client.fill('Nom du signataire', 'Aurore Penhoat');
  await client.fill(/^Code reçu par courriel/, await codeFrom(owner, box));
  if (client.variant.javaScript) await draws(client);
  await client.tick(/J’ai lu ce document/);
  await client.press('Signer');
  await client.reads('Devis accepté et signé : merci !');
}
