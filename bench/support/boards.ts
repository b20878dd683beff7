import { Agent, get } from 'node:http'

type Asked = { address: string; token: string | undefined; path: string; boards: number }

/**
 * Open pages that hear live changes. They run on the machine that is measured, so a figure holds the cost of receiving every copy
 * as well; a board looks for the bytes it waits for and reads no further than that.
 */
export async function openBoards({ address, token, path, boards }: Asked) {
  const agent = new Agent({ maxSockets: boards, keepAlive: true })
  let wanted = Buffer.from('nothing yet')
  let arrived: number[] = []
  let bytes = 0
  const open = () =>
    new Promise<void>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' }
      const call = get(new URL(path, address), { agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`The stream answered ${response.statusCode}`))
        let [found, told]: [number[] | undefined, number[] | undefined] = [undefined, undefined]
        let before: Buffer = Buffer.alloc(0)
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (told === arrived) return
          const seam = Buffer.concat([before, chunk.subarray(0, wanted.length)])
          if (chunk.includes(wanted) || seam.includes(wanted)) found = arrived
          before = chunk.subarray(-wanted.length)
          // The change is there when its last line is.
          if (found !== arrived || !chunk.subarray(-2).equals(endOfEvent)) return
          told = arrived
          told.push(performance.now())
        })
        resolve()
      })
      call.on('error', reject)
    })
  await Promise.all(Array.from({ length: boards }, open))
  return {
    bytes: () => bytes,
    close: () => agent.destroy(),
    /** Milliseconds from the change to each board having all of it. */
    async timesOf(marker: string, change: () => Promise<unknown>): Promise<number[]> {
      wanted = Buffer.from(marker)
      arrived = []
      const started = performance.now()
      await change()
      await until(() => arrived.length >= boards)
      return arrived.map((moment) => moment - started)
    },
  }
}

const endOfEvent = Buffer.from('\n\n')

async function until(reached: () => boolean): Promise<void> {
  const limit = performance.now() + 30_000
  while (!reached()) {
    if (performance.now() > limit) throw new Error('Not every board was told within thirty seconds')
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
