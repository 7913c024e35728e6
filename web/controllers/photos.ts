import { takingTime, withTakingTime } from './photo_time';

const longest_side_px = 2560;
const kept_below_bytes = 1_500_000;
const quality = 0.85;
const read_here = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif']); // the last two: some browsers

// A photo from a phone as it will be shown: upright, at most 2 560 px, JPEG, with the time it was taken and nothing else of
// what its camera wrote. Anything else, and what this browser cannot read, goes as it is: the server makes its own copies.
export async function reduced(file: File): Promise<File> {
  if (!read_here.has(file.type)) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longest_side_px / Math.max(picture.width, picture.height));
    if (scale === 1 && file.size < kept_below_bytes && !file.type.startsWith('image/hei')) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((done) => { canvas.toBlob(done, 'image/jpeg', quality); });
    if (!blob || blob.size >= file.size) return file;
    return new File([withTakingTime(blob, await takingTime(file))], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified });
  } catch {
    return file;
  }
}
