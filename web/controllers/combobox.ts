// Fetched when a list of suggestions is first needed.
export { default } from '@github/combobox-nav';
