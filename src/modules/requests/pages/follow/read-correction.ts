import { isEmail } from '#kernel/email.ts'
import { parsePhone } from '#kernel/phone.ts'
import { parsePostcode } from '#kernel/postcode.ts'
import { isPersonName } from '#kernel/text.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import type { Correction } from '../../correcting.ts'
import type { ContactPerson } from '../../new-request.ts'
import type { Read } from '../read-changes.ts'

const wrongPhone = 'Vul een telefoonnummer in, zoals 06 12345678 of 026 1234567'
const wrongEmail = 'Vul een mailadres in, zoals naam@voorbeeld.nl'

/** @param before the contact person as it was: what the form does not ask of them stays */
export function readCorrection(body: unknown, before: ContactPerson | undefined): Read<Omit<Correction, 'requestId'>> {
  const form = new FormReader(body)
  const email = (name: string) => form.parsed(name, (line) => (isEmail(line) ? line : undefined), wrongEmail)
  const phone = form.parsed('phone', parsePhone, wrongPhone)
  const mail = email('email')
  const postcode = form.parsed('postcode', parsePostcode, 'Vul een postcode in, zoals 6811 AB', {
    required: 'Vul de postcode in',
  })?.pc6
  const houseNumber = form.parsed(
    'houseNumber',
    (line) => (/^\d{1,5}\P{Cc}{0,10}$/u.test(line) ? line : undefined),
    'Vul een huisnummer in, zoals 12 of 12 A',
    { required: 'Vul het huisnummer in', max: 16 },
  )
  const name = form.parsed(
    'contactName',
    (line) => (isPersonName(line) ? line : undefined),
    'Vul een naam in met alleen letters',
    { max: 100 },
  )
  const contactPhone = form.parsed('contactPhone', parsePhone, wrongPhone)
  if (contactPhone && !name) form.refuse('contactName', 'Vul de naam van de contactpersoon in')
  const requesterPhone = form.parsed('requesterPhone', parsePhone, wrongPhone)
  const requesterEmail = email('requesterEmail')
  const question = form.text('question', { required: 'Vul in waarvoor hulp nodig is' })
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
