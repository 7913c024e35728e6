// docs/screenshots.md: every page of the journeys beside the prototype it was built from.
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const looks = ['desktop-light', 'desktop-dark', 'tablet-light', 'phone-light', 'phone-dark'];
const prototypes = {
  connexion: 'connexion', inscription: 'connexion', 'inscription-client': 'connexion', invitation: 'connexion',
  confirmation: 'connexion', 'courriel-envoye': 'connexion', 'session-expiree': 'connexion', 'lien-perime': 'etats',
  journee: 'journee', 'journee-vide': 'journee', tickets: 'tickets', ticket: 'ticket', tableau: 'kanban', conflit: 'etats',
  'portail-sans-site': 'portail', demande: 'portail', 'demande-recue': 'portail', 'demande-resolue': 'portail',
  'demande-terminee': 'portail', 'nouvelle-demande': 'portail', 'saisie-refusee': 'etats', introuvable: 'etats', 'sites-vide': 'etats',
};

/// The page beside the folder of screenshots, from the files that are in it.
export function writeAlbum(folder) {
  const files = new Set(readdirSync(folder));
  const names = [...new Set([...files].map((file) => file.replace(/-(desktop|tablet|phone)-(light|dark)\.webp$/, '')))].sort();
  const lines = ['# Screenshots', '', 'Made by `tests/journeys` (`--shots docs/screenshots`). Each page names the prototype of the design it',
    'was built from; pages without a name follow its components.', ''];
  for (const name of names) {
    const shown = looks.map((look) => `${name}-${look}.webp`).filter((file) => files.has(file));
    const from = prototypes[name] ? `Prototype: \`${prototypes[name]}\`.` : 'No prototype of its own.';
    lines.push(`## ${name}`, '', from, '', ...shown.map((file) => `![${file.replace('.webp', '').replaceAll('-', ' ')}](${basename(folder)}/${file})`), '');
  }
  writeFileSync(join(dirname(folder), `${basename(folder)}.md`), `${lines.join('\n').trimEnd()}\n`);
}
