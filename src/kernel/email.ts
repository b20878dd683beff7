const label = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i

/**
 * Whether a text is a mail address that can be delivered on the internet: at most 254 characters (RFC 5321), a part
 * before the @ of at most 64 without quotes, and a domain with at least one dot. No display name, no comment, no line
 * break: it can stand in a mail header as it is. Whether someone reads it is only known after a mail to it.
 */
export function isEmail(text: string): boolean {
  if (text.length > 254) return false
  const at = text.indexOf('@')
  return isLocalPart(text.slice(0, Math.max(at, 0))) && isDomain(text.slice(at + 1))
}

function isLocalPart(text: string): boolean {
  if (text.length < 1 || text.length > 64) return false
  return text.split('.').every((atom) => /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+$/i.test(atom))
}

function isDomain(text: string): boolean {
  const labels = text.split('.')
  const last = labels.at(-1) ?? ''
  if (labels.length < 2 || last.length < 2 || /^\d/.test(last)) return false
  return labels.every((part) => part.length <= 63 && label.test(part))
}
