import type { UserActor } from '#kernel/actor.ts'

/**
 * A page that is open at somebody's, of an app that listens at `address`: gathers the live changes it is sent until the test has
 * seen what it waits for.
 */
export async function watchPage(address: string, actor: UserActor, path: string) {
  const stop = new AbortController()
  const response = await fetch(address + path, { headers: { 'x-test-actor': actor.userId }, signal: stop.signal })
  let heard = ''
  const waiting = new Set<() => void>()
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const reading = (async () => {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done) return
      heard += value
      for (const look of waiting) look()
    }
  })().catch(() => undefined)
  return {
    status: response.status,
    heard: () => heard,
    until: (wanted: string | RegExp) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!(typeof wanted === 'string' ? heard.includes(wanted) : wanted.test(heard))) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    /** When the server ended it. */
    ended: reading,
    async close() {
      stop.abort()
      await reading
    },
  }
}
