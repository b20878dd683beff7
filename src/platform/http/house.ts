import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/connect.ts'
import type { LiveStreams } from '../live/stream.ts'
import type { Seal } from '../seal/seal.ts'

/** What the composition root hands to the routes and jobs of every module. */
export type House = {
  database: Database
  seal: Seal
  live: LiveStreams
  /** A practice region: people can be chosen instead of signed in, mail is caught and shown. */
  practice: boolean
  /** Cookies are marked Secure. */
  secure: boolean
  /** The address of the installation. A region has its own: `scope.publicUrl`. */
  installationUrl: string
  /** Where the newest seal of the audit log is kept outside the database; nowhere in tests. */
  anchorFile?: string
}

/** Adds the routes of one module. */
export type Routes = (app: FastifyInstance, house: House) => void | Promise<void>
