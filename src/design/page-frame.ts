import { createContext } from 'react'

/** The themes in styles/tokens.css. */
export const regionColours = ['green', 'blue', 'purple', 'terracotta'] as const
export type RegionColour = (typeof regionColours)[number]

export type Region = {
  name: string
  /** One of `regionColours`; anything else shows green. */
  colour?: string
  tagline?: string
  /** Where the name leads; the front page when left out. */
  href?: string
}

export type NavigationItem = { href: string; label: string; current?: boolean; count?: number }

/** The same page in another language, by the name that language has for itself. */
export type Translation = { href: string; label: string; lang: string }

export type Account = {
  name: string
  organization: string
  role: string
  signOutHref: string
  /** Where the name leads: one's own account. */
  href?: string
}

/** Where the built files are, and the nonce that Turbo needs for its progress bar under a strict policy. */
export type Assets = { css: string; plotsCss?: string; script?: string; icon?: string; nonce?: string }

/**
 * The platform hands the addresses of the built files down once, around every page, so that no page has to know
 * them. Without a provider nothing is linked, which only a test of a single page wants.
 */
export const AssetsContext = createContext<Assets>({ css: '' })
