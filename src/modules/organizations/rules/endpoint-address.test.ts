import { describe, expect, test } from 'vitest'
import { type ConnectionType, isPayloadType, parseEndpointAddress, writeEndpointAddress } from './endpoint-address.ts'

describe('the address of a system', () => {
  test.each<[ConnectionType, string, string]>([
    ['hl7-fhir-rest', 'https://fhir.alfa.nl/r4', 'https://fhir.alfa.nl/r4'],
    ['hl7-fhir-rest', 'fhir.alfa.nl:8443/r4', 'https://fhir.alfa.nl:8443/r4'],
    ['hl7-fhir-msg', 'HTTPS://FHIR.Alfa.nl/Berichten', 'https://fhir.alfa.nl/Berichten'],
    ['hl7v2-mllp', 'hl7.alfa.nl:2575', 'mllp://hl7.alfa.nl:2575'],
    ['hl7v2-mllp', 'mllp://HL7.alfa.nl:2575', 'mllp://hl7.alfa.nl:2575'],
    ['secure-email', 'zorg@alfa.nl', 'mailto:zorg@alfa.nl'],
    ['secure-email', 'mailto:zorg@alfa.nl', 'mailto:zorg@alfa.nl'],
  ])('%s: %s is read as %s, and again the same', (type, typed, address) => {
    expect(parseEndpointAddress(type, typed)).toBe(address)
    expect(parseEndpointAddress(type, writeEndpointAddress(address))).toBe(address)
  })

  test.each<[ConnectionType, string]>([
    ['hl7-fhir-rest', 'http://fhir.alfa.nl/r4'],
    ['hl7-fhir-rest', 'ftp://fhir.alfa.nl'],
    ['hl7-fhir-rest', 'javascript:alert(1)'],
    ['hl7-fhir-rest', 'https://me:secret@fhir.alfa.nl'],
    ['hl7-fhir-rest', 'https://fhir.alfa.nl/r4?key=1'],
    ['hl7-fhir-rest', 'https://10.0.0.1/r4'],
    ['hl7-fhir-rest', 'localhost:8080'],
    ['hl7-fhir-rest', 'zorg@alfa.nl'],
    ['hl7-fhir-rest', `https://alfa.nl/${'a'.repeat(254)}`],
    ['hl7v2-mllp', 'hl7.alfa.nl'],
    ['hl7v2-mllp', 'hl7.alfa.nl:0'],
    ['hl7v2-mllp', 'hl7.alfa.nl:65536'],
    ['hl7v2-mllp', 'https://hl7.alfa.nl:2575'],
    ['secure-email', 'alfa.nl'],
    ['secure-email', 'zorg@alfa.nl?bcc=x@y.nl'],
  ])('%s: %s is none', (type, typed) => {
    expect(parseEndpointAddress(type, typed)).toBeUndefined()
  })

  test('a kind of message is a code without blanks', () => {
    expect(['eOverdracht', 'urn:oid:2.16', 'ADT_A01'].filter(isPayloadType)).toHaveLength(3)
    expect(['', 'e overdracht', '=1+1', 'x'.repeat(61)].filter(isPayloadType)).toEqual([])
  })
})
