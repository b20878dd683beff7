import { daysBetween, type LocalDate } from '#kernel/dates.ts'
import type { Language } from '#kernel/languages.ts'
import type { Priority } from '#kernel/priorities.ts'
import { wordsOf } from '../../languages/index.ts'
import type { ContactPerson, NewRequest } from '../../new-request.ts'
import type { Answers } from './answers.ts'

/** The consent text that stands on the last page; a new text gets a new version, and each language is a text. */
const consentVersion = (language: Language) => `aanvragen-2026-11${language === 'nl' ? '' : `-${language}`}`

/** Professionals read Dutch, whatever the language of the form. */
const { relation: relationText, written } = wordsOf('nl')

/** What is agreed to, in codes: the card to the nurses, the identity to the taker, and a call by the holder. */
const consentScope = ['card-to-team', 'identity-to-taker', 'holder-may-call']

/** The request that the answers of the public form make. */
export function toNewRequest(
  answers: Answers,
  sentKey: string,
  today: LocalDate,
  language: Language = 'nl',
): NewRequest {
  const { person, place, reach, carer, care, question, when, wishes, cover } = answers
  const startOn = when.startOn ?? place.dischargeOn
  const { insurer, gp, bsn } = cover
  const { faith, language: spoken, unwantedOrganizationId, ...otherWishes } = wishes
  return {
    sentKey,
    card: {
      source: carer ? 'informal-carer' : 'client',
      channel: 'website',
      priority: priorityOf(when, today),
      ...(person.gender && { gender: person.gender }),
      careKinds: care.kinds.length > 0 ? care.kinds : ['nursing'],
      dayparts: when.dayparts,
      ...(when.timesPerWeek && { timesPerWeek: when.timesPerWeek }),
      ...(startOn && { startOn }),
      startCertainty: startOn ? 'expected' : 'unknown',
      ...(place.dischargeOn && { dischargeOn: place.dischargeOn }),
      location: place.location,
      ...(insurer && { insurer }),
      indication: 'to-do',
      nursingActions: [],
      twoCarers: false,
      palliative: care.kinds.includes('palliative'),
      alerts: [],
      languages: spoken ? [spoken] : [],
      askedIn: language,
      ...(faith && { faith }),
      ...otherWishes,
      ...(unwantedOrganizationId && { unwantedOrganizationIds: [unwantedOrganizationId] }),
      warmHandover: false,
    },
    identity: {
      ...(person.givenName && { givenName: person.givenName }),
      familyName: person.familyName,
      birthDate: person.birthDate,
      ...(bsn && { bsn }),
      postcode: place.postcode.pc6,
      houseNumber: place.houseNumber,
      ...(reach.phone && { phone: reach.phone }),
      ...(reach.email && { email: reach.email }),
      question: care.isUnknown ? `${written.unknownCare}\n${question}` : question,
      contacts: contactsOf(answers),
      requester: carer
        ? {
            name: carer.name,
            phone: carer.phone,
            ...(carer.email && { email: carer.email }),
            relation: relationText[carer.relation],
            reachable: carer.callFirst === 'carer' ? written.callCarerFirst : written.callClientFirst,
          }
        : {},
      particulars: gp ? { generalPractitioner: gp } : {},
    },
    consent: {
      givenBy: !carer ? 'client' : carer.relation === 'representative' ? 'representative' : 'informal-carer',
      scope: consentScope,
      textVersion: consentVersion(language),
    },
    attachments: [],
  }
}

/** How soon, from the day that care is asked for. */
export function priorityOf(when: Answers['when'], today: LocalDate): Priority {
  if (when.start === 'tomorrow') return 'within-24-hours'
  if (when.start === 'two-days') return 'within-48-hours'
  if (when.start === 'this-week' || !when.startOn) return 'this-week'
  const days = daysBetween(today, when.startOn)
  if (days <= 1) return 'within-24-hours'
  if (days <= 2) return 'within-48-hours'
  return days <= 7 ? 'this-week' : 'planned'
}

function contactsOf({ carer, reach }: Answers): ContactPerson[] {
  if (reach.contact) return [{ ...reach.contact, role: 'contact' }]
  if (!carer) return []
  return [
    {
      name: carer.name,
      phone: carer.phone,
      relation: relationText[carer.relation],
      role: carer.relation === 'representative' ? 'representative' : 'informal-carer',
    },
  ]
}
