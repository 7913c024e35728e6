// A workshop that buys from the builder, and what an invoice to it needs: numbers, address, bank.
export const workshop = { name: 'Menuiserie Kerbrat', address: 'compta@menuiserie-kerbrat.example' };

export async function addWorkshop(owner, slug) {
  await owner.open(`/e/${slug}/clients/nouveau`);
  await owner.fill('Nom de l’entreprise', workshop.name);
  await owner.fill('E-mail', workshop.address);
  await owner.fill('Adresse', '12 quai du Bosquet');
  await owner.fill('Code postal', '22700');
  await owner.fill('Ville', 'Perros-Guirec');
  await owner.press('Ajouter le client');
  await owner.reads('Client ajouté');
}

export async function drafts(owner, slug, { client = workshop.name, title, lines }) {
  await owner.open(`/e/${slug}/factures/nouvelle`);
  await owner.choose('Client', client);
  await owner.fill('Objet', title);
  await owner.press('Commencer la facture');
  await owner.reads('Brouillon créé');
  for (const [name, price] of lines) {
    await owner.press(/^Ligne$/);
    await owner.page.locator('[name$=".name"]').last().fill(name);
    await owner.page.locator('[name$=".unit_price"]').last().fill(price);
  }
  await owner.press('Enregistrer');
  await owner.reads('Facture enregistrée');
  return owner.path();
}

export async function completesProfile(owner) {
  await owner.fill('Raison sociale', 'Charpentes du Trégor SARL');
  await owner.fill('SIRET', '732 829 320 00074');
  await owner.fill('Numéro de TVA', 'FR44732829320');
  await owner.page.locator('[name=address]').fill('3 rue du Port');
  await owner.fill('Code postal', '22300');
  await owner.fill('Ville', 'Lannion');
  await owner.press('Enregistrer');
  await owner.reads('Profil enregistré');
}
