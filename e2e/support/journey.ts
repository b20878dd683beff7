import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

type Fixtures = {
  /** Another person at a browser of their own, of the same kind: phone or desktop, with script or without. */
  someoneElse: () => Promise<Page>
}

/** A journey. It fails on any error in the console of any of its browsers, a breach of the content policy included. */
export const test = base.extend<Fixtures>({
  page: async ({ page, context }, use) => {
    const faults = watch(context)
    await use(page)
    expect(faults, 'errors in the browser').toEqual([])
  },
  someoneElse: async ({ browser }, use) => {
    const opened: { context: BrowserContext; faults: string[] }[] = []
    await use(async () => {
      const context = await browser.newContext()
      opened.push({ context, faults: watch(context) })
      return context.newPage()
    })
    for (const { context, faults } of opened) {
      await context.close()
      expect(faults, 'errors in the browser of someone else').toEqual([])
    }
  },
})

/** Whether the pages of this project may run script. */
export function withScript(): boolean {
  return test.info().project.use.javaScriptEnabled !== false
}

/** The browser writes a page that was refused (a form with mistakes, a card that is not yours) to the console as well. */
const refusedPage = /^Failed to load resource: the server responded with a status of (403|404|409|422) /

function watch(context: BrowserContext): string[] {
  const faults: string[] = []
  context.on('console', (message) => {
    if (message.type() !== 'error' || refusedPage.test(message.text())) return
    faults.push(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (fault) => faults.push(String(fault.error())))
  context.on('response', (response) => {
    const isPage = ['document', 'fetch'].includes(response.request().resourceType())
    if (response.status() >= 500 || (response.status() >= 400 && !isPage)) {
      faults.push(`${response.status()} ${response.url()}`)
    }
  })
  return faults
}
