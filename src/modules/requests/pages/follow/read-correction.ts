import { isEmail } from '#kernel/email.ts'
import type { Language } from '#kernel/languages.ts'
import { parsePhone } from '#kernel/phone.ts'
import { parsePostcode } from '#kernel/postcode.ts'
import { isPersonName } from '#kernel/text.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Correction } from '../../correcting.ts'
import { wordsOf } from '../../languages/index.ts'
import type { ContactPerson } from '../../new-request.ts'
import type { Read } from '../read-changes.ts'

/** @param before the contact person as it was: what the form does not ask of them stays */
export function readCorrection(
  body: unknown,
  before: ContactPerson | undefined,
  language: Language,
): Read<Omit<Correction, 'requestId'>> {
  const { wrong, change } = wordsOf(language)
  const form = new FormReader(body, language)
  const email = (name: string) => form.parsed(name, (line) => (isEmail(line) ? line : undefined), change.wrongEmail)
  const phone = form.parsed('phone', parsePhone, wrong.phone)
  const mail = email('email')
  const postcode = form.parsed('postcode', parsePostcode, wrong.postcode, {
    required: wrong.noPostcode,
  })?.pc6
  const houseNumber = form.parsed(
    'houseNumber',
    (line) => (/^\d{1,5}\P{Cc}{0,10}$/u.test(line) ? line : undefined),
    wrong.houseNumber,
    { required: wrong.noHouseNumber, max: 16 },
  )
  const name = form.parsed('contactName', (line) => (isPersonName(line) ? line : undefined), change.wrongName, {
    max: 100,
  })
  const contactPhone = form.parsed('contactPhone', parsePhone, wrong.phone)
  if (contactPhone && !name) form.refuse('contactName', change.noContactName)
  const requesterPhone = form.parsed('requesterPhone', parsePhone, wrong.phone)
  const requesterEmail = email('requesterEmail')
  const question = form.text('question', { required: change.noQuestion })
  if (!form.ok || !postcode || !houseNumber || question === undefined) return { form, value: undefined }
  const { phone: _old, ...kept } = before ?? { name: '' }
  const contact = name ? { ...kept, name, ...(contactPhone ? { phone: contactPhone } : {}) } : null
  return {
    form,
    value: {
      phone: phone ?? null,
      email: mail ?? null,
      postcode,
      houseNumber,
      contact,
      requesterPhone: requesterPhone ?? null,
      requesterEmail: requesterEmail ?? null,
      question,
    },
  }
}
