import { Link, Notice, Text } from '#design/index.ts'
import type { Door } from '#modules/regions/index.ts'

/** A postcode of a region that runs here too: its own door is one link away. */
export function OtherDoor({ door, path, what }: { door: Door; path: string; what: string }) {
  return (
    <Notice kind="attention" title={`Deze postcode hoort bij ${door.name}`}>
      <Text>
        Die regio heeft een eigen deur. <Link href={door.url + path}>{what}</Link>. Wat u hier invulde, gaat niet mee.
      </Text>
    </Notice>
  )
}
