import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { test as base, expect } from '@playwright/test';
import { Builder, type WebDriver, type WebElement } from 'selenium-webdriver';
import { findWebkit } from '../scripts/browser.mjs';
import { expectUp, freePort } from './ownServer';

/** For a busy machine. */
const PATIENCE_MS = 120_000;

const FIND = `const [wanted] = arguments;
if (/^[#.[]/.test(wanted)) return document.querySelector(wanted);
const scope = document.querySelector('dialog[open]') ?? document;
const buttons = [...scope.querySelectorAll('button:enabled')].filter((button) => !button.closest('[data-shell]'));
return buttons.find((button) => (button.ariaLabel ?? button.innerText.trim()) === wanted) ?? null;`;

/** A page in WebKitGTK, the engine of Safari, driven by WebDriver: Playwright can't drive the one that systems have. */
export class Webkit {
  constructor(readonly driver: WebDriver) {}

  async open(url: string): Promise<void> {
    await this.driver.get(url);
  }

  /** Opens a link and waits until the real data are drawn. Not a first visit: the story has been seen. */
  async openLab(address: string, query: string): Promise<void> {
    await this.open(`${address}manifest.webmanifest`);
    await this.evaluate("localStorage.setItem('mad-lab-story', 'seen')");
    await this.open(`${address}?${query}`);
    await this.expectText('What is happening');
    await expect.poll(() => this.text(), { timeout: PATIENCE_MS }).not.toContain('drawing the real data');
  }

  /** What the body of a function returns. */
  evaluate<Value>(body: string, ...values: unknown[]): Promise<Value> {
    return this.driver.executeScript<Value>(body, ...values);
  }

  text(): Promise<string> {
    return this.evaluate('return document.body.innerText');
  }

  async expectText(wanted: string | RegExp): Promise<void> {
    // often: what is passing must not be missed
    const poll = expect.poll(() => this.text(), { timeout: PATIENCE_MS, intervals: [100] });
    await (typeof wanted === 'string' ? poll.toContain(wanted) : poll.toMatch(wanted));
  }

  /**
   * Presses the button of this name, or what this selector finds, as soon as it is there; not one that is drawn before the code runs, which would
   * go under the pointer.
   */
  async press(wanted: string): Promise<void> {
    const press = async () => {
      const element = await this.evaluate<WebElement | null>(FIND, wanted);
      await element?.click();
      return element && 'pressed';
    };
    const tryToPress = () => press().catch((error: Error) => error.name);
    await expect.poll(tryToPress, { message: wanted, timeout: PATIENCE_MS }).toBe('pressed');
  }

  /** Types into what this selector finds, as soon as it is there. */
  async type(selector: string, ...keys: string[]): Promise<void> {
    const find = () => this.evaluate<WebElement | null>(FIND, selector);
    await expect.poll(find, { message: selector, timeout: PATIENCE_MS }).not.toBeNull();
    await (await find())?.sendKeys(...keys);
  }

  /** From here on inside the frame of the page, or of the shadow of what this selector finds. */
  async enterFrame(host = ''): Promise<void> {
    const body = "return (arguments[0] ? document.querySelector(arguments[0])?.shadowRoot : document)?.querySelector('iframe') ?? null";
    const enter = async () => {
      const frame = await this.evaluate<WebElement | null>(body, host);
      if (frame) await this.driver.switchTo().frame(frame);
      return frame !== null;
    };
    await expect.poll(enter).toBe(true);
  }

  /** The text of the file that a button of the open dialog saves. */
  async save(button: string): Promise<string> {
    await this.evaluate(`window.saved = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { saved.push(blob); return make.call(URL, blob); };
      HTMLAnchorElement.prototype.click = () => {};`);
    const press = async () => {
      await this.press(button);
      return this.evaluate('return saved.length');
    };
    // a dialog that is still being laid out moves away from under the pointer
    await expect.poll(press).toBeGreaterThan(0);
    return this.driver.executeAsyncScript<string>('saved[0].text().then(arguments[0])');
  }
}

interface Display {
  readonly name: string;
  readonly server: ChildProcess | null;
}

/** The screen that is there, or one that nobody sees. */
async function openDisplay(xvfb: string | null): Promise<Display> {
  if (process.env.DISPLAY) return { name: process.env.DISPLAY, server: null };
  if (xvfb === null) throw new Error('There is neither a display nor Xvfb on this machine.');
  const server = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1400x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(server.stdio[3] as Readable, 'data');
  return { name: `:${String(number).trim()}`, server };
}

async function end(child: ChildProcess | null): Promise<void> {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  try {
    // with the browser that it started
    process.kill(-child.pid);
  } catch {
    child.kill();
  }
  await ended;
}

interface Session {
  readonly driver: WebDriver;
  readonly server: ChildProcess;
}

const START_MS = 60_000;
const TRIES = 3;

/** A driver of its own, and the browser that it starts; null where it starts none: now and then it waits for ever for one that has died. */
async function openSession(file: string, display: string): Promise<Session | null> {
  const port = await freePort();
  const server = spawn(file, [`--port=${port}`], { stdio: 'ignore', detached: true, env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11' } });
  const address = `http://127.0.0.1:${port}`;
  await expectUp(`${address}/status`);
  const builder = new Builder().disableEnvironmentOverrides().usingServer(address).withCapabilities({ browserName: 'MiniBrowser' });
  const given = builder.build().then(
    (driver) => driver,
    () => null,
  );
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), START_MS);
  });
  const driver = await Promise.race([given, waited]);
  clearTimeout(timer);
  if (driver) return { driver, server };
  await end(server);
  return null;
}

/** Journeys in WebKitGTK: one display for all of a file, one driver and browser for each journey. */
export const test = base.extend<{ webkit: Webkit }, { display: string }>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that no other fixture is wanted
    async ({}, use) => {
      const display = await openDisplay(findWebkit()?.xvfb ?? null);
      await use(display.name);
      await end(display.server);
    },
    { scope: 'worker' },
  ],
  webkit: async ({ display }, use) => {
    const found = findWebkit();
    if (!found) throw new Error('There is no WebKitGTK on this machine.');
    let session: Session | null = null;
    for (let tries = 0; tries < TRIES && !session; tries++) session = await openSession(found.driver, display);
    if (!session) throw new Error(`WebKitGTK did not start in ${TRIES} times ${START_MS / 1000} s.`);
    try {
      await session.driver.manage().window().setRect({ x: 0, y: 0, width: 1366, height: 1100 });
      await use(new Webkit(session.driver));
    } finally {
      await session.driver.quit().catch(() => undefined);
      await end(session.server);
    }
  },
});
