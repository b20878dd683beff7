import { isEmail } from '#kernel/email.ts'

/** How a system is spoken to; the codes are those of FHIR. */
export const connectionTypes = ['hl7-fhir-rest', 'hl7-fhir-msg', 'hl7v2-mllp', 'secure-email'] as const
export type ConnectionType = (typeof connectionTypes)[number]

/** Reads the address of a system as people type it, in the form that its kind of connection has; FHIR wants a URL. */
export function parseEndpointAddress(type: ConnectionType, text: string): string | undefined {
  if (text.length > 254 || /[\s<>"'\\]/.test(text)) return undefined
  if (type === 'secure-email') return toMail(text)
  return type === 'hl7v2-mllp' ? toMllp(text) : toHttps(text)
}

/** As people read it. */
export function writeEndpointAddress(address: string): string {
  return address.replace(/^(mailto:|mllp:\/\/)/, '')
}

/** Codes of messages: they stand in FHIR, where a code has no blanks. */
export function isPayloadType(text: string): boolean {
  return /^[a-z0-9][a-z0-9.:/_-]{0,59}$/i.test(text)
}

function toMail(text: string): string | undefined {
  const bare = text.replace(/^mailto:/i, '')
  return isEmail(bare) ? `mailto:${bare}` : undefined
}

function toMllp(text: string): string | undefined {
  const [, host = '', port = ''] = /^(?:mllp:\/\/)?([^:/]+):(\d{1,5})\/?$/i.exec(text) ?? []
  if (!isHost(host) || Number(port) < 1 || Number(port) > 65_535) return undefined
  return `mllp://${host.toLowerCase()}:${Number(port)}`
}

/** Never without a lock on the line: what goes here is about people. A name in it, or a question, is no address of a system. */
function toHttps(text: string): string | undefined {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(full)) return undefined
  const url = new URL(full)
  if (url.protocol !== 'https:' || url.username || url.password || url.search || url.hash) return undefined
  return isHost(url.hostname) ? url.href : undefined
}

/** A name in the public net, not a number or a machine of one's own. */
function isHost(name: string): boolean {
  return /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,}$/i.test(name)
}
