import { Link, Notice, Text } from '#design/index.ts'
import type { Door } from '#modules/regions/index.ts'
import { useLanguage } from '../languages/index.ts'
import { Sentence } from './sentence.tsx'

/** A postcode of a region that runs here too: its own door is one link away. */
export function OtherDoor({ door, path, what }: { door: Door; path: string; what: string }) {
  const { otherDoor } = useLanguage().words
  return (
    <Notice kind="attention" title={otherDoor.title(door.name)}>
      <Text>
        <Sentence text={otherDoor.text} parts={{ link: <Link href={door.url + path}>{what}</Link> }} />
      </Text>
    </Notice>
  )
}
