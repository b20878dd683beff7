/** A region as it is found from outside: by a name of its own, or by its slug before the name of the installation. */
export type DoorPlate = { slug: string; host: string | null }

/**
 * The address of a region's front door, without a slash at the end. The first region is at the address of the installation
 * itself, unless it has a name of its own. A machine without a name (an address in figures) lends its other regions
 * `<slug>.localhost`, which every browser takes for its own machine: enough to practise with.
 */
export function addressOf({ slug, host }: DoorPlate, isFirst: boolean, installationUrl: string): string {
  if (isFirst && host === null) return installationUrl
  const url = new URL(installationUrl)
  url.hostname = host ?? `${slug}.${isNameless(url.hostname) ? 'localhost' : url.hostname}`
  return url.origin
}

function isNameless(hostname: string): boolean {
  return hostname === 'localhost' || /^[\d.]+$|^\[/.test(hostname)
}
