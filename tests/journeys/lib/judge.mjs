// A page judged as it stands, and photographed when the run was asked to. What is wrong is collected, so
// that one run of a journey names every fault of its pages.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violations, widthOver } from './browser.mjs';

const themes = ['light', 'dark'];
const quality = 72; // of WebP
const examined = new Set(); // pages that axe has seen in this run: several journeys begin alike

export async function judge(person, name) {
  const { page, variant, complaints, scene } = person;
  const fault = (words) => scene.faults.push(`${name} (${person.who}): ${words}`);
  const over = await widthOver(page);
  if (over > 0) fault(`${over} px too wide`);
  const headings = await page.locator('h1').count();
  if (headings !== 1) fault(`${headings} h1`);
  for (const complaint of complaints.splice(0)) fault(`the browser says « ${complaint} »`);
  const isExamined = Boolean(variant.judged) && !examined.has(`${name} ${variant.size}`);
  if (!isExamined && !(scene.shots && variant.photographed)) return;
  if (isExamined) examined.add(`${name} ${variant.size}`);
  if (isExamined) for (const violation of await violationsUnrolled(page)) fault(`axe, ${violation}`);
  if (!scene.shots || !variant.photographed) return;
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await shoot(person, name, theme);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/// The whole page in a window as long as itself: nothing is under a bar that stays in place.
async function violationsUnrolled(page) {
  const { width, height } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  await page.waitForFunction(() => !document.documentElement.hasAttribute('aria-busy')); // Turbo reads the page again
  const found = await violations(page);
  await page.setViewportSize({ width, height });
  return found;
}

/// The page as an article of the help shows it, when the run was asked to.
export async function picture({ page, scene }, name) {
  if (!scene.pictures) return;
  await page.setViewportSize({ width: 1024, height: 640 });
  await photograph(page, scene.pictures, `${name}.webp`);
  await page.setViewportSize(scene.viewport);
}

function shoot({ page, variant, scene }, name, theme) {
  return photograph(page, scene.shots, `${name}-${variant.size}-${theme}.webp`);
}

async function photograph(page, folder, file) {
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => {
    document.querySelectorAll('.toast').forEach((toast) => toast.remove());
    scrollTo(0, 0);
    return document.fonts.ready.then(() => true);
  });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
  await session.detach();
  writeFileSync(join(folder, file), Buffer.from(data, 'base64'));
}
