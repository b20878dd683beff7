/**
 * The form: three steps, each of a few short pages with one question at a time. A page knows its fields, so that its
 * answers can be kept without touching those of another page.
 */
export const formPages = {
  'stap-1': { step: 1, fields: ['forWhom'] },
  'stap-1/wie': { step: 1, fields: ['givenName', 'familyName', ...dateFields('birthDate'), 'gender'] },
  'stap-1/waar': { step: 1, fields: ['postcode', 'houseNumber', 'location', ...dateFields('dischargeOn')] },
  'stap-1/contact': {
    step: 1,
    fields: [
      ...['phone', 'email', 'contactName', 'contactRelation', 'contactPhone'],
      ...['carerName', 'relation', 'carerPhone', 'carerEmail', 'callWho', 'clientPhone'],
    ],
  },
  'stap-2': { step: 2, fields: ['urgent'] },
  'stap-2/zorg': { step: 2, fields: ['careKinds'] },
  'stap-2/verhaal': { step: 2, fields: ['question'] },
  'stap-2/wanneer': { step: 2, fields: ['dayparts', 'timesPerWeek', 'start', ...dateFields('startOn')] },
  'stap-2/wensen': {
    step: 2,
    fields: [
      ...['existingOrganizationId', 'preferredOrganizationId', 'unwantedOrganizationId'],
      ...['carerGender', 'language', 'faith'],
    ],
  },
  'stap-2/gegevens': { step: 2, fields: ['insurer', 'gp', 'bsn'] },
  'stap-3': { step: 3, fields: ['consent'] },
} as const satisfies Record<string, { step: 1 | 2 | 3; fields: readonly string[] }>

export type FormPage = keyof typeof formPages
export type QuestionPageName = Exclude<FormPage, 'stap-3'>

const order = Object.keys(formPages) as FormPage[]

export function pageAfter(page: FormPage): FormPage {
  return order[order.indexOf(page) + 1] ?? 'stap-3'
}

export function pageBefore(page: FormPage): FormPage | undefined {
  return order[order.indexOf(page) - 1]
}

/** The pages before the last one, in order: the questions. */
export const questionPages = order.filter((page): page is QuestionPageName => page !== 'stap-3')

function dateFields(name: string): string[] {
  return [`${name}-day`, `${name}-month`, `${name}-year`]
}
