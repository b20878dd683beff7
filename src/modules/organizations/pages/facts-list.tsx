import type { ReactNode } from 'react'
import {
  DataTable,
  type DataTableProps,
  Heading,
  LinkButton,
  Notice,
  PageHeading,
  Screen,
  StatusTag,
} from '#design/index.ts'

type Props = Pick<DataTableProps, 'columns' | 'rows' | 'empty'> & {
  title: string
  /** When the title does not say it all. */
  caption?: string
  tabs: ReactNode
  /** What was just done, in words. */
  told?: string | false
  add: { href: string; label: string }
  /** Where many are sent at once, as a file. */
  many: string
}

/** All facts of one kind that somebody keeps: what there is, one more, many at once. */
export function FactsList({ title, caption, tabs, told, add, many, ...table }: Props) {
  return (
    <Screen title={title} width="wide" density="professional" script tabs={tabs}>
      {told && <Notice kind="good" title={told} />}
      <PageHeading
        actions={
          <>
            <LinkButton href={add.href} icon="plus">
              {add.label}
            </LinkButton>
            <LinkButton kind="secondary" href={many} icon="upload">
              Veel tegelijk
            </LinkButton>
          </>
        }
      >
        <Heading level={1}>{title}</Heading>
      </PageHeading>
      <DataTable caption={caption ?? title} captionHidden={caption === undefined} {...table} />
    </Screen>
  )
}

/** Whether a team works. */
export function WorksTag({ active }: { active: boolean }) {
  return active ? <StatusTag kind="good" label="werkt" /> : <StatusTag kind="neutral" label="gestopt" />
}

/** Whether a place or an address is in use. */
export function UseTag({ active }: { active: boolean }) {
  return active ? <StatusTag kind="good" label="in gebruik" /> : <StatusTag kind="neutral" label="niet in gebruik" />
}
