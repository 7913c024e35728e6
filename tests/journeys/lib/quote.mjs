// A quote of 500,00 before taxes with an option of 120,00, written by a builder and sent to who has no account.
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
