import { expect, type Page } from '@playwright/test';
import { Lab } from './lab';

/** A lesson as a pupil meets it: by roles and names alone. */
export class Lesson {
  readonly card;

  constructor(
    readonly page: Page,
    readonly lab = new Lab(page),
  ) {
    this.card = page.getByRole('region', { name: 'Lesson', exact: true });
  }

  async open(query: string): Promise<void> {
    await this.lab.open(query);
    await expect(this.card.getByRole('heading', { level: 2 })).toBeVisible();
  }

  press = (name: string) => this.card.getByRole('button', { name, exact: true }).click();
  take = (name: string) => this.card.getByRole('radio', { name, exact: true }).check();

  async expectStep(title: string): Promise<void> {
    await expect(this.card.getByRole('heading', { level: 2, name: title })).toBeFocused();
  }

  async commit(): Promise<void> {
    await this.press('Commit prediction');
    await expect(this.card.getByRole('group', { name: 'You can’t change it afterwards.' })).toBeVisible();
    await this.press('Commit for good');
  }

  async readOff(ask: string, value: string): Promise<void> {
    await this.card.getByLabel(ask).fill(value);
    await this.press('Compare');
  }
}

/** Something on this computer lets no worker begin: nothing can be computed. */
export const blockWorkers = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('blocked here');
      }
    } as unknown as typeof Worker;
  });
