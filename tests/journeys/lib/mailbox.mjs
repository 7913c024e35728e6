// « Boîte d'envoi »: where the messages are read of an installation that has no mail server.
import assert from 'node:assert/strict';

const patience = 15_000; // ms for a message to be written by its job

/// Opens the newest message to the address whose subject says the words; its page stays open. The box
/// is the platform's, read by anybody at the machine, or a workspace's, read by a member who may.
export async function openMail(reader, { box, address, subject }) {
  const { page } = reader;
  const row = page.getByRole('link').filter({ hasText: subject }).filter({ hasText: address }).first();
  const until = Date.now() + patience;
  for (await reader.open(box); !(await row.isVisible()); await reader.open(box)) {
    assert.ok(Date.now() < until, `no message « ${subject} » to ${address} in ${box}`);
    await page.waitForTimeout(100);
  }
  await row.click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForURL(`**${box}/*`);
}

/// The path of the link in the message that is open.
export async function linkIn(reader) {
  const link = reader.page.locator('.msg-body a').first();
  return new URL(await link.getAttribute('href'), reader.page.url()).pathname;
}

/// The same in one go, in a tab that is closed again.
export async function linkFrom(reader, mail) {
  const tab = await reader.anotherTab();
  await openMail(tab, mail);
  const path = await linkIn(tab);
  await tab.page.close();
  return path;
}
