import { Heading } from './heading.tsx'
import { ImportPreview, type ImportPreviewProps, ImportStart, type ImportStartProps } from './import.tsx'
import { Screen } from './screen.tsx'

type Preview = Pick<ImportPreviewProps, 'fileName' | 'seen' | 'wrong' | 'changed'> & {
  id: string
  plan: Pick<ImportPreviewProps, 'rows' | 'faults' | 'notes'>
  read: Pick<ImportPreviewProps, 'separator' | 'encoding' | 'ignored'>
}

/** The two pages of every import: which file, and what it would change. */
export function importViews(
  what: string,
  paths: { import: string; export: string },
  back: { href: string; label: string },
) {
  const title = `${what}: veel tegelijk`
  const question = `${what}: wat verandert er?`
  return {
    start: (props: Omit<ImportStartProps, 'action' | 'exportPath'>) => (
      <Screen title={title} width="form" density="professional" script error={props.error !== undefined} back={back}>
        <Heading level={1}>{title}</Heading>
        <ImportStart action={paths.import} exportPath={paths.export} {...props} />
      </Screen>
    ),
    preview: ({ id, plan, read, ...rest }: Preview) => (
      <Screen
        title={question}
        width="wide"
        density="professional"
        script
        error={rest.wrong > 0}
        back={{ href: paths.import, label: title }}
      >
        <Heading level={1}>{question}</Heading>
        <ImportPreview action={`${paths.import}/${id}`} back={paths.import} {...plan} {...read} {...rest} />
      </Screen>
    ),
  }
}
