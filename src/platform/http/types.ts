import type { ReactNode } from 'react'
import type { Permission } from '#kernel/actor.ts'
import type { Scope } from '../database/scope.ts'

/**
 * Who may ask for a route at all; every route says so or the app does not start. What they may do with one object is asked
 * again by the command's policy and by row-level security.
 */
export type Who = 'everyone' | 'signed-in' | Permission | readonly Permission[]

declare module 'fastify' {
  interface FastifyRequest {
    scope: Scope
    /** What a browser form must send back; made on first use. */
    csrfToken(): string
  }
  interface FastifyReply {
    page(status: number, element: ReactNode): FastifyReply
    /** After a successful post: go and look at the result (303). */
    seeOther(path: string): FastifyReply
  }
  interface FastifyContextConfig {
    who?: Who
    /** A browser form posts here: its hidden token is checked. Default true for every POST that is not under /api. */
    csrf?: boolean
    /** This many calls per window and client address, instead of the general limit. */
    limit?: { calls: number; minutes: number }
    /** Pages that hold a client's data are never kept by a browser or proxy. Default true for signed-in routes. */
    noStore?: boolean
    /** The page is there in every language of the public pages; the prefix of its address says which. */
    translated?: boolean
    /** Stands inside pages of others: nobody is recognised there, and nothing is kept in the browser. */
    embedded?: boolean
  }
}
