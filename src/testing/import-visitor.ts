import type { Answer, Visitor } from './visitor.ts'

/** Sends a file to an import; answers the address of its preview. */
export async function sendFile(visitor: Visitor, path: string, text: string): Promise<string> {
  const file = { field: 'file', name: 'bestand.csv', type: 'text/csv', content: Buffer.from(text) }
  const { location } = await visitor.postFiles(path, {}, [file])
  if (!location) throw new Error(`${path} did not take the file`)
  return location
}

/** What the preview says stands for it; empty when there is nothing to say yes to. */
export function seenIn({ text }: Answer): string {
  return /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? ''
}

/** Sends a file, looks, and says yes. */
export async function importFile(
  visitor: Visitor,
  path: string,
  text: string,
): Promise<{ preview: Answer; answer: Answer }> {
  const location = await sendFile(visitor, path, text)
  const preview = await visitor.get(location)
  return { preview, answer: await visitor.post(location, { seen: seenIn(preview) }) }
}
