import type { Page } from '@playwright/test';
import type { Rng } from '../../src/engine/contracts';
import { type Controls, controlsOf, focus, type Kind, placeOf } from './controls';

const KEYS = ['Tab', 'Tab', 'Shift+Tab', 'Enter', 'Space', 'Escape', 'Escape', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const SIGNS = ['.', 'r', '?', 'Home', 'End', 'PageUp', 'PageDown'];
/** numbers that are right and wrong for many fields; none of them spells what the monkey looks for */
const TEXTS = ['0', '1', '2', '7', '0.5', '40', '300', '-3', '1e999', '99999999999', '1,5', 'max', 'abc', '', ' ', '“<b>”', '٣'];
const SIZES = [
  [1280, 800],
  [1024, 768],
  [768, 1024],
  [390, 844],
  [844, 390],
  [320, 640],
] as const;

/** Does what anyone might do, chosen from its random stream and from what is on the screen alone. Keeps a diary. */
export class Monkey {
  readonly diary: string[] = [];
  steps = 0;

  constructor(
    private readonly page: Page,
    private readonly random: Rng,
  ) {}

  async step(): Promise<void> {
    this.steps++;
    const chance = this.random.uniform();
    if (chance < 0.62) await this.operate();
    else if (chance < 0.8) await this.pressKey(this.pick(this.random.uniform() < 0.8 ? KEYS : SIGNS));
    else if (chance < 0.87) await this.dragAnywhere();
    else if (chance < 0.91) await this.resize();
    else if (chance < 0.96) await this.travel();
    else await this.scroll();
  }

  private pick<Item>(items: readonly Item[]): Item {
    return items[this.random.integer(items.length)];
  }

  private note(words: string): void {
    this.diary.push(words);
  }

  private async operate(): Promise<void> {
    const controls = await controlsOf(this.page);
    if (controls.list.length === 0) return this.note('nothing to use');
    const index = this.random.integer(controls.list.length);
    const { kind, name } = controls.list[index];
    this.note(`${kind} “${name}”`);
    await this.with[kind](controls, index);
    await controls.handle.dispose();
  }

  private readonly with: Record<Kind, (controls: Controls, index: number) => Promise<void>> = {
    press: async (controls, index) => {
      const { x, y } = await placeOf(controls, index);
      await this.page.mouse.click(x, y);
    },
    slide: async (controls, index) => {
      if (this.random.uniform() < 0.3) {
        await focus(controls, index);
        return this.pressKey(this.pick(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'PageUp', 'PageDown', 'Home', 'End']));
      }
      const { x, y, width } = await placeOf(controls, index);
      // a ring is taken in its middle, a slider anywhere
      const from = width < 60 ? x : x + (this.random.uniform() - 0.5) * width;
      await this.drag(from, y, from + (this.random.uniform() - 0.5) * Math.max(width, 200), y + (this.random.uniform() - 0.5) * 60);
    },
    choose: async (controls, index) => {
      await focus(controls, index);
      await this.pressKey(this.pick(['ArrowDown', 'ArrowUp', 'Home', 'End']));
    },
    type: async (controls, index) => {
      const text = this.pick(TEXTS);
      const last = this.pick(['Enter', 'Tab', 'Escape', 'ArrowUp', 'ArrowDown']);
      await focus(controls, index);
      await this.page.keyboard.press('ControlOrMeta+a');
      await this.page.keyboard.insertText(text);
      this.note(`  types “${text}”`);
      await this.pressKey(last);
    },
    look: (controls, index) => focus(controls, index),
  };

  private async pressKey(key: string): Promise<void> {
    // a link that leads away is not followed
    const leaves = key === 'Enter' && (await this.page.evaluate(() => document.activeElement?.matches('a') ?? false));
    if (leaves) return this.note('  looks at a link');
    this.note(`  key ${key}`);
    await this.page.keyboard.press(key);
  }

  private async drag(x: number, y: number, toX: number, toY: number): Promise<void> {
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(toX, toY, { steps: 4 });
    await this.page.mouse.up();
    this.note(`  drags ${[x, y, toX, toY].map(Math.round).join(' ')}`);
  }

  private async dragAnywhere(): Promise<void> {
    const { width, height } = this.page.viewportSize() ?? { width: 0, height: 0 };
    const anywhere = () => [this.random.uniform() * width, this.random.uniform() * height] as const;
    this.note('anywhere');
    await this.drag(...anywhere(), ...anywhere());
  }

  private async resize(): Promise<void> {
    const [width, height] = this.pick(SIZES);
    this.note(`window ${width} × ${height}`);
    await this.page.setViewportSize({ width, height });
  }

  private async scroll(): Promise<void> {
    const by = Math.round((this.random.uniform() - 0.5) * 2000);
    this.note(`scrolls ${by}`);
    await this.page.mouse.wheel(0, by);
  }

  /** Back or forward, where there is somewhere to go. */
  private async travel(): Promise<void> {
    const back = this.random.uniform() < 0.6;
    this.note(back ? 'back' : 'forward');
    await this.page.evaluate((isBack) => {
      const { navigation } = window;
      if (isBack ? navigation.canGoBack : navigation.canGoForward) history.go(isBack ? -1 : 1);
    }, back);
  }
}
