import { defineConfig } from '@playwright/test'

const phone = { viewport: { width: 375, height: 812 }, hasTouch: true }
const desktop = { viewport: { width: 1280, height: 800 } }
const withoutScript = { javaScriptEnabled: false }

// A screen of 1280 pixels enlarged four times is 320 wide.
const narrowDarkAndStill = {
  viewport: { width: 320, height: 640 },
  colorScheme: 'dark' as const,
  contextOptions: { reducedMotion: 'reduce' as const },
}

const everyPage = '**/every-page.spec.ts'
const measured = '**/measures.spec.ts'
/** Says itself on which screen each of its journeys runs. */
const waysOfWorking = '**/ways-of-working.spec.ts'
const once = [everyPage, measured, waysOfWorking]
/** What the house is for, on both screens both with script and without. The others on a phone with and on a desktop without. */
const core = '**/{asking,coordinating}.spec.ts'
const onThePhone = '**/{asking,coordinating,stoplight-morning}.spec.ts'

// A browser that root started has no sandbox to give; the rest keeps it from calling home during a test.
const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Every journey runs on a phone and on a desktop, with script and without; the core of them in all four ways. The walk along
 * every page has a project of its own, and what is measured does not depend on the screen.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/support/start-app.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // Long enough for a machine that does other things as well; no journey waits for a moment by the clock.
  timeout: 480_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.WIJKPOORT_ADDRESS,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: { executablePath: process.env.WIJKPOORT_CHROMIUM, args: browserArguments },
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'off',
  },
  projects: [
    { name: 'phone', use: phone, testIgnore: once },
    { name: 'phone without script', use: { ...phone, ...withoutScript }, testMatch: onThePhone },
    { name: 'desktop', use: desktop, testMatch: core },
    { name: 'desktop without script', use: { ...desktop, ...withoutScript }, testIgnore: once },
    { name: 'narrow, dark and still', use: narrowDarkAndStill, testMatch: everyPage },
    { name: 'measured once', use: phone, testMatch: measured },
    { name: 'ways of working', use: phone, testMatch: waysOfWorking },
  ],
})
