// The application on a telephone that shows the codes of RFC 6238, one after the other: a code serves once.
import { createHmac } from 'node:crypto';

const step_seconds = 30;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function unbase32(letters) {
  const bits = [...letters.replaceAll(' ', '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

function codeOf(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

export class Authenticator {
  constructor(letters) {
    this.secret = unbase32(letters);
    this.last = 0;
  }

  /// The oldest code still accepted that was not used yet; waits when the next one is too early.
  async code() {
    const now = () => Math.floor(Date.now() / 1000 / step_seconds);
    while (this.last >= now() + 1) await new Promise((resolve) => setTimeout(resolve, 500));
    this.last = Math.max(this.last + 1, now());
    return codeOf(this.secret, this.last);
  }
}
