import { Heading, Link, List } from '#design/index.ts'
import { formatMoment } from '#kernel/dates.ts'
import type { RequestedDetails } from '../requested.ts'
import { attachmentKindText } from '../text.nl.ts'
import { formatSize } from './refer/form-words.nl.ts'

type Props = {
  files: RequestedDetails['attachments']
  /** Where a file is found, by its id. */
  hrefOf: (id: string) => string
  level?: 2 | 3
  now: Date
}

/** The files that were sent along, each to be saved. */
export function AttachmentList({ files, hrefOf, level = 3, now }: Props) {
  if (files.length === 0) return null
  const items = files.map(({ id, name, kind, size, addedAt }) => ({
    key: id,
    content: (
      <>
        <Link href={hrefOf(id)} icon="paperclip" download>
          {name}
        </Link>{' '}
        ({attachmentKindText[kind]}, {formatSize(size)}, {formatMoment(addedAt, now)})
      </>
    ),
  }))
  return (
    <section>
      <Heading level={level}>Bijlagen</Heading>
      <List items={items} />
    </section>
  )
}
