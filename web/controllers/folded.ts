// Text as it is looked for, as base::fold does on the server: small letters without accents, signs become spaces.
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('\u0153', 'oe').replaceAll('\u00e6', 'ae').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
