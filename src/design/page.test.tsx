import { readdirSync, readFileSync } from 'node:fs'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { dutchFrame, FrameWordsContext } from './frame-words.ts'
import { AssetsContext, Page, type PageProps } from './index.ts'
import { StylePage } from './style-page.tsx'

const html = (element: ReactElement) => renderToStaticMarkup(element)
const assets = { css: '/assets/main.css', script: '/assets/main.js', nonce: 'abc' }

const page = (props: Partial<PageProps> = {}) =>
  html(
    <Page title="Hulp vragen" region={{ name: 'Zorg in de Rijnstreek', colour: 'blue' }} assets={assets} {...props}>
      <h1>Hulp vragen</h1>
    </Page>,
  )

test('a page is a Dutch document with a title, a place to skip to and the colour of its region', () => {
  const markup = page()
  expect(markup).toMatch(/^<html lang="nl" data-region-colour="blue" data-density="public">/)
  expect(markup).toContain('<title>Hulp vragen – Zorg in de Rijnstreek</title>')
  expect(markup).toContain('<meta name="viewport" content="width=device-width, initial-scale=1"/>')
  expect(markup).toContain('<link rel="stylesheet" href="/assets/main.css"')
  expect(markup).toMatch(/<body[^>]*><a class="skip-link" href="#inhoud">/)
  expect(markup).toMatch(/<main [^>]*id="inhoud"/)
})

test('a page in a language that is read from the right says so, and Dutch ones do not', () => {
  const arabic = html(
    <FrameWordsContext value={{ ...dutchFrame, lang: 'ar', dir: 'rtl' }}>
      <Page title="مساعدة" region={{ name: 'Zorg in de Rijnstreek' }} assets={assets}>
        <h1>مساعدة</h1>
      </Page>
    </FrameWordsContext>,
  )
  expect(arabic).toMatch(/^<html lang="ar" dir="rtl"/)
  expect(page()).not.toContain('dir=')
})

test('nothing moves for who asks their device for rest', () => {
  const folder = new URL('./styles/', import.meta.url)
  const moving = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
    .replace(/@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '')
    .match(/\b(transition|animation|scroll-behavior)\b/g)
  expect(moving).toBeNull()
})

test('the pages that one is one of stand above the sheet, so that they stay where they are', () => {
  const markup = page({ tabs: <nav aria-label="Regio" />, back: { href: '/regio', label: 'Terug' } })
  expect(markup).toMatch(/<nav aria-label="Regio">.*Terug.*<main /)
})

test('a page that waits for an answer asks for itself: by the browser without a script, by the script with one', () => {
  const markup = page({ lookAgain: 5 })
  expect(markup).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>')
  expect(markup).toMatch(/<main [^>]*data-controller="look-again" data-look-again-seconds-value="5"/)
  expect(page()).not.toMatch(/refresh|look-again/)
})

test('a page with mistakes says so in its title, before anything else', () => {
  expect(page({ error: true })).toContain('<title>Fout: Hulp vragen – ')
})

test('a public page sends no script, whatever was built', () => {
  expect(page()).not.toContain('<script')
})

test('a professional page sends the one script as a module, and the nonce that Turbo needs', () => {
  const markup = page({ script: true, density: 'professional' })
  expect(markup.match(/<script[^>]*>/g)).toHaveLength(1)
  expect(markup).toMatch(/<script type="module" src="\/assets\/main.js"[^>]*><\/script>/)
  expect(markup).toContain('<meta name="csp-nonce" content="abc"/>')
})

test('the built files come from the platform when the page does not name them', () => {
  const markup = html(
    <AssetsContext value={{ css: '/assets/main-1a2b.css' }}>
      <Page title="Stijl" region={{ name: 'Wijkpoort' }}>
        inhoud
      </Page>
    </AssetsContext>,
  )
  expect(markup).toContain('href="/assets/main-1a2b.css"')
})

test('the page says which part of the menu it is, who is signed in and what waits', () => {
  const markup = page({
    navigation: [{ href: '/werklijst', label: 'Werklijst', count: 0, current: true }],
    account: { name: 'F. Yıldız', role: 'wijkverpleegkundige', organization: 'De Linde', signOutHref: '/uitloggen' },
    back: { href: '/vandaag', label: 'Vandaag' },
    footer: [{ href: '/privacy', label: 'Privacy' }],
  })
  expect(markup).toMatch(/<a href="\/werklijst" aria-current="page">Werklijst<span class="count">0<\/span>/)
  expect(markup).toContain('F. Yıldız')
  expect(markup).toContain('href="/uitloggen"')
  expect(markup).toMatch(/<nav aria-label="Terug"><a class="back-link" href="\/vandaag">/)
  expect(markup).toMatch(/<footer[\s\S]*href="\/privacy"/)
})

/** The strict policy (`style-src 'self'`, no `unsafe-inline`) drops these in silence: the page would lose its looks. */
test('no component writes a style or a script into the page', () => {
  const markup = html(<StylePage assets={assets} />)
  expect(markup).not.toMatch(/ style=|<style|<script|javascript:| on[a-z]+="/)
})

test('no id stands twice on the style page, and every reference to an id is met', () => {
  const markup = html(<StylePage assets={assets} />)
  const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([])
  const references = [...markup.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)].flatMap(
    ([, value = '']) => value.split(' '),
  )
  expect(references.filter((id) => !ids.includes(id))).toEqual([])
})
