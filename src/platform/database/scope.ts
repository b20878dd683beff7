import type { Compilable } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { Seal } from '../seal/seal.ts'
import type { Database } from './connect.ts'
import type { EventBus } from './events.ts'

/** Where a call came from, for the audit log: never more of the address than is needed to tell two devices apart. */
export type AccessPoint = string

/**
 * Everything a command or query needs to know about the one call it serves. Pages, API, jobs and tests each make one.
 */
export type Scope = {
  actor: Actor
  /** Whose call this is, while the product does a piece of it in its own name (`asSystem`). */
  caller?: Actor
  database: Database
  events: EventBus
  seal: Seal
  /** How the outside world calls the region of this call, for links; without a slash at the end. */
  publicUrl: string
  /** The same for the installation, from which the addresses of its other regions follow. */
  installationUrl: string
  now: () => Date
  /** The number of this HTTP request or job, found in the log and in the audit rows. */
  requestId: string
  accessPoint: AccessPoint
  /**
   * A statement sent with the first round trip of every transaction; it answers `holds`. Access gives one that checks the
   * session, so that rights taken away count at once without a trip of their own.
   */
  entry?: Compilable<{ holds: boolean }>
  /**
   * Others who get the same answer, rendered once for all of them: their sessions must hold as well (`enter`), and each has the
   * rows of the log that the first one has (`audit`).
   */
  alongside?: readonly Scope[]
  /** The keyed hash of a draft's private link, when this call came with one. */
  draftKeyHash?: string
}

/** Thrown when the session or its rights changed since the actor was built: the edge looks the actor up again. */
export class ActorIsStale extends Error {
  constructor() {
    super('The session or its rights changed; look the actor up again.')
    this.name = 'ActorIsStale'
  }
}
