import { type AddressInfo, createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { StartRefusal } from '#platform/start-refusal.ts'

/** Starts serving; answers the address that people can type. A port that is taken is said in one sentence (75). */
export async function listen(server: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    return await server.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new StartRefusal(
        `Poort ${port} is al in gebruik; kies een andere, bijvoorbeeld PORT=${port + 1} npm start.`,
        75,
      )
    if (code === 'EACCES')
      throw new StartRefusal(
        `Poort ${port} mag alleen door de beheerder worden gebruikt; kies een poort boven 1023.`,
        78,
      )
    if (code === 'EADDRNOTAVAIL')
      throw new StartRefusal(`Het adres ${host} is niet van deze machine; zet HOST goed.`, 78)
    throw error
  }
}

/** The port that is asked for, or a free one for 0: links in mail need to know it before the first one is written. */
export async function choosePort({ host, port }: { host: string; port: number }): Promise<number> {
  if (port !== 0) return port
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ host, port: 0 }, resolve))
  const { port: free } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return free
}
