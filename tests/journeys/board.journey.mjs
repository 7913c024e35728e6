// The board of tickets: a card goes through its states by mouse, by keyboard, or by its own menu, which needs no script;
// who looks at the board elsewhere sees it go.
import assert from 'node:assert/strict';
import { describeProblem, title } from './lib/business.mjs';
import { clientEnters, ownerEnters, technicianEnters } from './lib/desk.mjs';
import { isLive } from './lib/live.mjs';

const patience = 15_000; // ms

const column = ({ page }, name) => page.locator('[data-col]').filter({ has: page.getByRole('heading', { level: 2, name, exact: false }) });
const cardIn = (person, name) => column(person, name).locator('[data-card]').filter({ hasText: title });

function isIn(person, name) {
  return cardIn(person, name).waitFor({ timeout: patience });
}

async function drag(person, from, to) {
  await (await person.find(cardIn(person, from))).dragTo(column(person, to));
}

async function carryByKeys(person, from) {
  const link = await person.find(cardIn(person, from).getByRole('link').first());
  await person.reach(link, title);
  for (const key of ['Space', 'ArrowRight', 'Space']) await person.page.keyboard.press(key);
}

async function chooseInMenu(person, from, move) {
  await (await person.find(cardIn(person, from).getByRole('button', { name: /^Déplacer/ }))).click();
  await (await person.find(cardIn(person, from).getByRole('button', { name: new RegExp(`^${move}`) }))).click();
}

function carry(person, { from, to, move }) {
  const { keyboard, javaScript, size } = person.variant;
  if (keyboard) return carryByKeys(person, from);
  return javaScript && size !== 'phone' ? drag(person, from, to) : chooseInMenu(person, from, move);
}

/// A column that does not take the card: nothing is sent, the card stays.
async function isNotTaken(person, from, to) {
  let sent = 0;
  await person.page.route('**/tableau', (route) => { sent += route.request().method() === 'POST' ? 1 : 0; return route.continue(); });
  await drag(person, from, to);
  await isIn(person, from);
  assert.equal(sent, 0, `« ${to} » takes a card of « ${from} »`);
  await person.page.unroute('**/tableau');
}

/// market row 23, « tablets/mobile: the field agent needs linked tickets »: the copy of a ticket leads back to it by one
/// gesture, on the same page whatever the screen.
async function findsTheLinkedTicket(technician) {
  const { size } = technician.variant;
  const number = 'T-2026-00001';
  await technician.open(`/e/${technician.path().split('/')[2]}/tickets/${number}`);
  if (size === 'phone') await technician.press('Détails');
  await technician.press('Dupliquer');
  await technician.page.waitForURL(/T-2026-00002/);
  const link = technician.page.getByRole('link', { name: new RegExp(number) }).filter({ visible: true }).first();
  const box = await link.boundingBox();
  assert.ok(box.y + box.height < technician.page.viewportSize().height, 'the linked ticket is below the first screen');
  await technician.activate(link, number);
  await technician.page.waitForURL(new RegExp(number));
}

export default {
  title: 'the board',
  variants: ['desktop', 'tablet', 'phone', 'phone without JavaScript', 'PostgreSQL', 'keyboard alone'],
  keyboard: true,
  begins: 'first morning',
  async run(scene) {
    const owner = await ownerEnters(scene);
    const technician = await technicianEnters(scene);
    await describeProblem(await clientEnters(scene));
    const board = `/e/${scene.slug}/tickets/tableau`;
    await owner.open(board);
    await technician.open(board);
    await isIn(technician, 'Nouveau');
    await technician.see('tableau');
    const { javaScript, keyboard, size } = scene.variant;
    if (javaScript) await isLive(owner);
    if (javaScript && !keyboard && size !== 'phone') await isNotTaken(technician, 'Nouveau', 'Clôturé');
    await carry(technician, { from: 'Nouveau', to: 'Pris en charge', move: 'Prendre en charge' });
    await isIn(technician, 'Pris en charge');
    if (!javaScript) await owner.page.reload();
    await isIn(owner, 'Pris en charge');
    await carry(technician, { from: 'Pris en charge', to: 'En cours', move: 'Commencer' });
    await isIn(technician, 'En cours');
    await technician.page.reload();
    await isIn(technician, 'En cours');
    if (!keyboard) await findsTheLinkedTicket(technician);
  },
};
