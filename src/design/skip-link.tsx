export const contentId = 'inhoud'

export function SkipLink({ href = `#${contentId}` }: { href?: string }) {
  return (
    <a className="skip-link" href={href}>
      Direct naar de inhoud
    </a>
  )
}
