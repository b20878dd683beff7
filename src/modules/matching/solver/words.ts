import type { Texts } from '../laying-out.ts'
import type { Model } from '../rules/division/model.ts'
import type { Problem } from '../rules/division/problem.ts'
import type { SoFar } from '../rules/replay/own-months.ts'
import type { Divided } from './divide.ts'
import type { Solved } from './highs.ts'
import type { Months, Replayed } from './replaying.ts'

/** What a thread is asked to divide: a question as the database answered it, or a problem that is laid out already. */
export type Work = { texts: Texts } | { problem: Problem }

/** What the pool says to its thread. `stop` is shared: a thread that solves hears nothing else. */
export type Order = { id: number; stop: SharedArrayBuffer; seconds: number } & (
  | { kind: 'solve'; model: Model; sense?: 'minimize' | 'maximize'; start?: readonly number[] }
  | { kind: 'divide'; work: Work }
  | { kind: 'tell'; work: Work; divided: Divided }
  | { kind: 'replay'; months: Months }
)

/** What the thread says back. */
export type Word =
  | { kind: 'ready' }
  /** It took the order apart: from here on its time counts. */
  | { id: number; kind: 'begun' }
  | { id: number; kind: 'solving'; columns?: ArrayLike<number>; bound: number | undefined }
  | { id: number; kind: 'solved'; solved: Solved }
  | { id: number; kind: 'dividing'; divided: Divided }
  /** `told`: what is kept and shown, as text; only of a question. */
  | { id: number; kind: 'divided'; divided: Divided; told: string | undefined }
  | { id: number; kind: 'replaying'; so: SoFar }
  | { id: number; kind: 'replayed'; replayed: Replayed }
  | { id: number; kind: 'failed'; message: string }
