import type { FormReader } from '#platform/http/form-reader.ts'
import { attachmentKinds, checkFile } from '../../attachment-content.ts'
import { wordsOf } from '../../languages/index.ts'
import type { NewAttachment } from '../../new-request.ts'
import type { FormWithFiles } from '../multipart.ts'

/** The files of a form that are what they say; the first that is not is told beside the choosers. */
export async function readAttachments(
  form: FormReader,
  { files, tooMany }: FormWithFiles,
  usual: NewAttachment['kind'] = attachmentKinds[0],
): Promise<NewAttachment[]> {
  const { file: words } = wordsOf(form.language)
  if (tooMany) form.refuse('files', words.tooMany)
  const kept: NewAttachment[] = []
  for (const file of files) {
    const outcome = await checkFile(file, kindOf(file.field, usual))
    if (outcome.ok) kept.push(outcome.value)
    else form.refuse('files', words.refused[outcome.refusal.code](outcome.refusal.name))
  }
  return kept
}

/** The chooser tells which kind of document it is: `files` is the usual kind of the form, `files-<kind>` any other. */
function kindOf(field: string, usual: NewAttachment['kind']): NewAttachment['kind'] {
  if (field === 'files') return usual
  return attachmentKinds.find((kind) => field === `files-${kind}`) ?? 'other'
}
