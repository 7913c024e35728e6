// The clock of the business, which a journey may move on: `environment` is what its server begins with.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export function movableClock() {
  const clock = join(mkdtempSync(join(tmpdir(), 'etabli-clock-')), 'now');
  writeFileSync(clock, '+0s');
  return { ETABLI_NOW: `@${clock}` };
}

const fileOf = ({ server }) => server.env.ETABLI_NOW.slice(1);

/// `shift` from the real time: « +8d », « +11m ».
export function moveClock(scene, shift) {
  writeFileSync(fileOf(scene), shift);
}

export function removeClock(scene) {
  rmSync(dirname(fileOf(scene)), { recursive: true, force: true });
}
