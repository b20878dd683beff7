/** The part of a pino logger this folder uses, so that tests can listen along. */
export type Log = {
  info(text: string): void
  warn(text: string): void
  error(text: string): void
}
