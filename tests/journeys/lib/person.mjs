// One person at one machine, who knows a page only by what it says: labels, buttons, links, words.
// The same sentences drive the mouse, the page without JavaScript and the keyboard alone.
import assert from 'node:assert/strict';
import { judge, picture } from './judge.mjs';

const patience = 15_000; // ms for words to appear
const tabs_max = 120; // presses of Tab before a control counts as out of reach

/// A label, with or without the mark of a required field.
const labelled = (label) => label instanceof RegExp ? label : new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s')}( \\*)?$`);

export class Person {
  constructor(who, { scene, context, page, variant, complaints }) {
    Object.assign(this, { who, scene, context, page, variant, complaints });
  }

  async anotherTab() {
    return new Person(this.who, { ...this, page: await this.context.newPage() });
  }

  /// Types an address. Every other way through the product is a link or a button.
  async open(path) {
    await this.page.goto(path);
    await this.settle();
  }

  /// The page has loaded, and its scripts have taken hold of it.
  async settle() {
    await this.page.waitForLoadState('load');
    if (!this.variant.javaScript) return;
    await this.page.waitForFunction(() => !document.documentElement.hasAttribute('aria-busy'));
  }

  async fill(label, text) {
    const field = await this.find(this.page.getByLabel(labelled(label)));
    if (!this.variant.keyboard) return field.fill(text);
    await this.reach(field, label);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  async choose(label, option) {
    const field = await this.find(this.page.getByLabel(labelled(label)));
    if (!this.variant.keyboard) return field.selectOption({ label: option });
    await this.reach(field, label);
    await this.page.keyboard.type(option);
    assert.equal(await field.evaluate((box) => box.selectedOptions[0].label), option);
  }

  async tick(label) {
    const box = await this.find(this.page.getByLabel(labelled(label)));
    if (!this.variant.keyboard) return box.check();
    await this.reach(box, label);
    await this.page.keyboard.press('Space');
    assert.ok(await box.isChecked(), `Space does not tick « ${label} »`);
  }

  press(name) {
    return this.activate(this.page.getByRole('button', { name, exact: typeof name === 'string' }), name);
  }

  follow(name) {
    return this.activate(this.page.getByRole('link', { name, exact: typeof name === 'string' }), name);
  }

  /// A narrow window shows the kinds of message once the box is touched.
  async touch(label) {
    if (this.variant.keyboard) return;
    await (await this.find(this.page.getByLabel(labelled(label)))).click();
  }

  /// The six boxes of a code. With scripts the last digit sends them.
  async enterCode(code, button) {
    const boxes = this.page.getByLabel(/^Chiffre \d$/);
    await (await this.find(boxes)).click();
    if (this.variant.javaScript) return this.page.keyboard.type(code);
    for (const [at, digit] of [...code].entries()) await boxes.nth(at).fill(digit);
    await this.press(button);
  }

  /// The person's menu, which a phone keeps at the end of its bar.
  async openMenu() {
    const bar = this.page.getByRole('button', { name: 'Menu', exact: true });
    await ((await bar.isVisible()) ? bar : this.page.locator('[popovertarget=person-menu]')).click();
  }

  async signOut() {
    await this.openMenu();
    await this.press('Se déconnecter');
    await this.reads('Se connecter');
  }

  /// Opens what is behind a « Changer », which works without JavaScript.
  unfold(name) {
    return this.activate(this.page.locator('summary', { hasText: name }), name);
  }

  async activate(target, name) {
    const found = await this.find(target);
    if (!this.variant.keyboard) return found.click();
    await this.reach(found, name);
    await this.page.keyboard.press('Enter');
  }

  async find(target) {
    await this.settle(); // else the page that is being left is acted on
    const shown = target.filter({ visible: true }).first();
    await shown.waitFor({ timeout: patience });
    return shown;
  }

  /// Presses Tab until the control has the focus, which has to be seen (WCAG 2.4.7, 2.4.11).
  async reach(target, name) {
    const holds = () => target.evaluate((element) => element === document.activeElement);
    for (let pressed = 0; !(await holds()); pressed += 1) {
      assert.ok(pressed < tabs_max, `Tab does not reach « ${name} »`);
      await this.page.keyboard.press('Tab');
    }
    const seen = await target.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const drawn = ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const outlined = (node) => node && [null, '::after'].some((part) => drawn(getComputedStyle(node, part))); // ::after: a card whose link is all of it
      const around = [element, element.parentElement, element.parentElement?.parentElement];
      return { isOutlined: around.some(outlined), isInView: bottom > 0 && top < innerHeight };
    });
    assert.ok(seen.isOutlined, `the focus on « ${name} » cannot be seen`);
    assert.ok(seen.isInView, `« ${name} » has the focus outside the window`);
  }

  async reads(words) {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor({ timeout: patience });
  }

  async readsNot(words) {
    assert.equal(await this.page.getByText(words).filter({ visible: true }).count(), 0, `${this.who} reads « ${words} »`);
  }

  /// The address of the page, without what this run chose.
  path() {
    return new URL(this.page.url()).pathname;
  }

  /// Shows the page in the help under this name.
  async isPictured(name) {
    await this.settle();
    await picture(this, name);
  }

  /// The page as it stands: nothing refused, nothing too wide, nothing that axe finds, both themes.
  async see(name) {
    await this.settle();
    await judge(this, name);
  }
}
