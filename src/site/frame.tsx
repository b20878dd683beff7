import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import type { ReactNode } from 'react'
import { type Account, AssetsContext, FrameWordsContext, type Translation, VisitContext } from '#design/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { inLanguage, type Language, languageCodes, languageOf } from '#kernel/languages.ts'
import { wordsOf } from '#modules/directory/index.ts'
import { paths as directoryPaths } from '#modules/directory/pages/paths.ts'
import { roleText } from '#modules/people/index.ts'
import type { RegionFacts } from '#modules/regions/index.ts'
import type { House } from '#platform/http/house.ts'
import { footerOf, navigationOf } from './navigation.ts'

export type Frame = (request: FastifyRequest, element: ReactNode, nonce?: string) => ReactNode

type Manifest = { css: string; plotsCss?: string | null; script: string | null }

/** Puts around every page what is the same for this visit: the region, who is signed in, where one can go. */
export function frameOf(
  assetsFolder: string,
  regionOf: (request: FastifyRequest) => RegionFacts | undefined,
  house: House,
): Frame {
  const manifest = readManifest(assetsFolder)
  return (request, element, nonce) => {
    const actor: Actor | undefined = request.scope?.actor
    const here = request.url.split('?')[0] ?? '/'
    const language = languageFor(request)
    const translated = request.routeOptions?.config?.translated === true && canBeLookedAt(request)
    const region = regionOf(request)
    const visit = {
      region: {
        name: region?.name ?? 'Wijkpoort',
        colour: region?.colour ?? 'green',
        href: directoryPaths.front(language),
        tagline: wordsOf(language).tagline,
      },
      navigation: navigationOf(actor, here, house.practice, language),
      account: actor && accountOf(actor),
      footer: footerOf(house.practice, language),
      translations: translated ? translationsOf(request.url, language) : undefined,
      get csrf() {
        return request.csrfToken()
      },
    }
    const assets = {
      css: `/assets/${manifest.css}`,
      plotsCss: manifest.plotsCss ? `/assets/${manifest.plotsCss}` : undefined,
      icon: '/icon.svg',
      // For the style that Turbo makes for its progress bar; only pages with script say it.
      nonce,
      script: manifest.script ? `/assets/${manifest.script}` : undefined,
    }
    return (
      <AssetsContext value={assets}>
        <FrameWordsContext value={wordsOf(language).frame}>
          <VisitContext value={visit}>{element}</VisitContext>
        </FrameWordsContext>
      </AssetsContext>
    )
  }
}

/** Of pages that are there in more languages, and of what is nowhere, their address says which; what is Dutch only is Dutch all over. */
export function languageFor(request: FastifyRequest): Language {
  return request.routeOptions?.config?.translated || request.is404 ? languageOf(request.url) : 'nl'
}

/** What only answers a form has no address of its own in another language. */
function canBeLookedAt({ method, server, routeOptions: { url = '' } }: FastifyRequest): boolean {
  return method === 'GET' || server.hasRoute({ method: 'GET', url })
}

/** The same page in the other languages: its place in a form, and what its address asks, stay. */
function translationsOf(url: string, language: Language): Translation[] {
  return languageCodes
    .filter((code) => code !== language)
    .map((code) => {
      const { name, frame } = wordsOf(code)
      return { href: inLanguage(url, code), label: name, lang: frame.lang }
    })
}

function accountOf(actor: Actor): Account | undefined {
  if (actor.kind !== 'user') return undefined
  return {
    name: actor.name,
    organization: actor.organizationName,
    role: (roleText as Record<string, string>)[actor.role] ?? actor.role,
    signOutHref: '/uitloggen',
    href: '/account',
  }
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
}
