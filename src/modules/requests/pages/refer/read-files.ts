import type { FormReader } from '#platform/http/form-reader.ts'
import { attachmentKinds, checkFile } from '../../attachment-content.ts'
import type { NewAttachment } from '../../new-request.ts'
import type { FormWithFiles } from '../multipart.ts'
import { fileRefusalText, tooManyFiles } from './form-words.nl.ts'

/** The files of a form that are what they say; the first that is not is told beside the choosers. */
export async function readAttachments(
  form: FormReader,
  { files, tooMany }: FormWithFiles,
  usual: NewAttachment['kind'] = attachmentKinds[0],
): Promise<NewAttachment[]> {
  if (tooMany) form.refuse('files', tooManyFiles)
  const kept: NewAttachment[] = []
  for (const file of files) {
    const outcome = await checkFile(file, kindOf(file.field, usual))
    if (outcome.ok) kept.push(outcome.value)
    else form.refuse('files', fileRefusalText[outcome.refusal.code](outcome.refusal.name))
  }
  return kept
}

/** The chooser tells which kind of document it is: `files` is the usual kind of the form, `files-<kind>` any other. */
function kindOf(field: string, usual: NewAttachment['kind']): NewAttachment['kind'] {
  if (field === 'files') return usual
  return attachmentKinds.find((kind) => field === `files-${kind}`) ?? 'other'
}
