import { LinkButton, Notice, Text } from '#design/index.ts'
import { useLanguage } from '../../languages/index.ts'

/** On the page that follows a request: the question, with the way to answer it. */
export function InsurerNotice({ href }: { href: string }) {
  const { insurer } = useLanguage().words
  return (
    <Notice kind="attention" title={insurer.asked}>
      <Text>{insurer.askedHelp}</Text>
      <LinkButton href={href}>{insurer.read}</LinkButton>
    </Notice>
  )
}
