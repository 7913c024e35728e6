// Fetched when a file is first chosen.
export { reduced } from './photos';
export { Upload } from './upload';
