/** Reads an address of a website as people type it, with or without https://; nothing when it is no public web address. */
export function parseWebAddress(text: string): string | undefined {
  if (text.length > 200 || /[\s<>"'\\]|^\//.test(text)) return undefined
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(full)) return undefined
  const url = new URL(full)
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.port) return undefined
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(url.hostname) ? url.href : undefined
}
