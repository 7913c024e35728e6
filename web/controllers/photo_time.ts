// When a photo was taken, as its camera wrote it (EXIF 2.3, DateTimeOriginal): the only thing kept of what is beside the
// picture when it is made smaller.
const head_bytes = 128 * 1024;
const time_bytes = 20;
const exif_ifd = 0x8769;
const taken = 0x9003;

function segment(view: DataView): number {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return 0;
  for (let at = 2; at + 10 < view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2))
    if (view.getUint8(at + 1) === 0xe1 && view.getUint32(at + 4) === 0x45786966) return at + 10; // « Exif »
  return 0;
}

function find(view: DataView, tiff: number, ifd: number, tag: number): number | undefined {
  const is_little = view.getUint16(tiff) === 0x4949;
  const entries = tiff + ifd;
  const count = view.getUint16(entries, is_little);
  for (let at = entries + 2; at < entries + 2 + count * 12; at += 12)
    if (view.getUint16(at, is_little) === tag) return view.getUint32(at + 8, is_little);
  return undefined;
}

export async function takingTime(photo: Blob): Promise<string> {
  try {
    const view = new DataView(await photo.slice(0, head_bytes).arrayBuffer());
    const tiff = segment(view);
    const first = tiff && view.getUint32(tiff + 4, view.getUint16(tiff) === 0x4949);
    const ifd = first ? find(view, tiff, first, exif_ifd) : undefined;
    const at = ifd === undefined ? undefined : find(view, tiff, ifd, taken);
    if (at === undefined) return '';
    const time = String.fromCharCode(...new Uint8Array(view.buffer, tiff + at, time_bytes - 1));
    return /^\d{4}(:\d\d){2} \d\d(:\d\d){2}$/.test(time) ? time : '';
  } catch {
    return ''; // cut or written wrong
  }
}

// A JPEG without metadata, with that time alone.
export function withTakingTime(jpeg: Blob, time: string): Blob {
  if (!time) return jpeg;
  const tiff = new DataView(new ArrayBuffer(64));
  tiff.setUint32(0, 0x4d4d002a); // big endian
  tiff.setUint32(4, 8);
  tiff.setUint16(8, 1);
  entry(tiff, 10, exif_ifd, 4, 1, 26);
  tiff.setUint16(26, 1);
  entry(tiff, 28, taken, 2, time_bytes, 44);
  [...time].forEach((sign, at) => tiff.setUint8(44 + at, sign.charCodeAt(0)));
  const head = new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 8 + tiff.byteLength, 0x45, 0x78, 0x69, 0x66, 0, 0]);
  return new Blob([head, tiff, jpeg.slice(2)], { type: jpeg.type });
}

function entry(tiff: DataView, at: number, tag: number, type: number, count: number, value: number): void {
  tiff.setUint16(at, tag);
  tiff.setUint16(at + 2, type);
  tiff.setUint32(at + 4, count);
  tiff.setUint32(at + 8, value);
}
