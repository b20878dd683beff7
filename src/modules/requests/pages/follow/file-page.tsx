import { Actions, Button, ErrorSummary, FileField, Heading, LinkButton, PostForm, Screen, Text } from '#design/index.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { useLanguage } from '../../languages/index.ts'
import { paths } from '../paths.ts'
import type { LinkParts } from './follow-page.tsx'

/** Whoever asked adds a file, such as a photo of the wound or a list of medicines. */
export function FilePage({ link, error }: { link: LinkParts; error?: string }) {
  const { follow, change, file } = useLanguage().words
  const back = paths.follow(link.number, link.key, link.language)
  return (
    <Screen
      title={follow.addFile}
      width="form"
      error={error !== undefined}
      back={{ href: back, label: follow.request(formatRequestNumber(link.number)) }}
    >
      <ErrorSummary errors={error === undefined ? {} : { files: error }} />
      <Heading level={1}>{follow.addFile}</Heading>
      <Text kind="lead">{file.lead}</Text>
      <PostForm action={paths.followFiles(link.number, link.key, link.language)} multipart>
        <FileField
          name="files"
          label={file.choose}
          hint={file.hint}
          accept=".pdf,.jpg,.jpeg,.png,.txt"
          multiple
          error={error}
        />
        <Actions>
          <Button>{change.add}</Button>
          <LinkButton href={back} kind="quiet">
            {change.dont}
          </LinkButton>
        </Actions>
      </PostForm>
    </Screen>
  )
}
