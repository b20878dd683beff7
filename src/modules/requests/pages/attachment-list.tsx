import { Heading, Link, List } from '#design/index.ts'
import { useLanguage } from '../languages/index.ts'
import type { RequestedDetails } from '../requested.ts'

type Props = {
  files: RequestedDetails['attachments']
  /** Where a file is found, by its id. */
  hrefOf: (id: string) => string
  level?: 2 | 3
  now: Date
}

/** The files that were sent along, each to be saved. */
export function AttachmentList({ files, hrefOf, level = 3, now }: Props) {
  const { words, dates } = useLanguage()
  if (files.length === 0) return null
  const items = files.map(({ id, name, kind, size, addedAt }) => ({
    key: id,
    content: (
      <>
        <Link href={hrefOf(id)} icon="paperclip" download>
          {name}
        </Link>{' '}
        ({words.details.attachmentKinds[kind]}, {words.file.size(size)}, {dates.moment(addedAt, now)})
      </>
    ),
  }))
  return (
    <section>
      <Heading level={level}>{words.follow.files}</Heading>
      <List items={items} />
    </section>
  )
}
