import { expect, type Locator, type Page } from '@playwright/test'

const furthest = 80

/** Hands that use nothing but the keys. Every stop of the focus must be seen. */
export class Keyboard {
  constructor(readonly page: Page) {}

  async tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < furthest; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return this.expectSeen()
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Not reached with Tab: ${target}`)
  }

  async follow(link: Locator): Promise<void> {
    await this.tabTo(link)
    await this.page.keyboard.press('Enter')
  }

  async press(button: Locator): Promise<void> {
    await this.tabTo(button)
    await this.page.keyboard.press('Space')
  }

  async type(field: Locator, text: string): Promise<void> {
    await this.tabTo(field)
    await this.page.keyboard.type(text)
  }

  /** Into the group with Tab, then along its options with the arrow. */
  async pick(group: Locator, option: string): Promise<void> {
    await this.tabTo(group.getByRole('radio').first())
    await this.page.keyboard.press('Space')
    const wanted = group.getByLabel(option, { exact: true })
    for (let presses = 0; presses < furthest && !(await wanted.isChecked()); presses++) {
      await this.page.keyboard.press('ArrowDown')
    }
    await expect(wanted).toBeChecked()
  }

  async tick(box: Locator): Promise<void> {
    await this.tabTo(box)
    await this.page.keyboard.press('Space')
    await expect(box).toBeChecked()
  }

  /** What has the focus lies on the screen with a ring around it, or around the row it stands in. */
  private async expectSeen(): Promise<void> {
    const look = await this.page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const { top, bottom, left, right } = element.getBoundingClientRect()
      const places = [element, element.parentElement].filter((place) => place !== null)
      return {
        ring: places.some((place) => getComputedStyle(place).boxShadow !== 'none'),
        onScreen: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
        what: element.outerHTML.slice(0, 120),
      }
    })
    expect(look).toMatchObject({ ring: true, onScreen: true })
  }
}
