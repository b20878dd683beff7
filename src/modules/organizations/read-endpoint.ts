import type { FormReader } from '#platform/http/form-reader.ts'
import { type ConnectionType, isPayloadType, parseEndpointAddress } from './rules/endpoint-address.ts'
import { splitList } from './rules/lists.ts'

const wrong: Record<ConnectionType, string> = {
  'hl7-fhir-rest': 'Vul een adres in dat met https begint, zoals https://fhir.voorbeeld.nl/r4',
  'hl7-fhir-msg': 'Vul een adres in dat met https begint, zoals https://fhir.voorbeeld.nl/berichten',
  'hl7v2-mllp': 'Vul naam en poort in, zoals hl7.voorbeeld.nl:2575',
  'secure-email': 'Vul een e-mailadres in, zoals zorg@voorbeeld.nl',
}

/** Reads the address in the form that goes with its kind of connection; the same for a page and a line of a file. */
export function readEndpointAddress(form: FormReader, type: ConnectionType | undefined): string {
  const required = 'Vul het adres in'
  if (type === undefined) return form.line('address', { required, max: 254 }) ?? ''
  return form.parsed('address', (line) => parseEndpointAddress(type, line), wrong[type], { required }) ?? ''
}

export function readPayloadTypes(form: FormReader, between?: RegExp): string[] {
  const items = splitList(form.text('payloadTypes', { max: 1000 }) ?? '', between)
  if (items.length > 20) form.refuse('payloadTypes', 'Vul er 20 of minder in')
  if (!items.every(isPayloadType)) {
    form.refuse('payloadTypes', 'Gebruik codes zonder spaties, zoals eOverdracht')
  }
  return items
}
