import { LinkButton, Notice, Text } from '#design/index.ts'
import type { Language } from '#kernel/languages.ts'

/** What the insurer gets, who says yes, and that no is an answer too. */
export const insurerWords = {
  nl: {
    asked: 'Mag de zorgverzekeraar helpen zoeken?',
    askedHelp:
      'Geen organisatie kon de zorg geven. De zorgverzekeraar moet dan helpen zoeken. Daarvoor is uw toestemming nodig.',
    read: 'Lees wat de zorgverzekeraar krijgt',
    lead: 'Wij sturen een brief aan de zorgverzekeraar. Daarin staan naam, geboortedatum, adres en telefoon, en welke zorg nodig is. Verder niets.',
    free: 'U hoeft dit niet te doen. Wij zoeken dan verder zonder de zorgverzekeraar.',
    who: 'Wie bent u?',
    givers: {
      client: 'Ik krijg de zorg zelf',
      representative: 'Ik ben de wettelijk vertegenwoordiger',
      'informal-carer': 'Ik ben mantelzorger, en het mag van wie de zorg krijgt',
    },
    wanted: 'Kies wie u bent',
    go: 'Ja, dat mag',
    no: 'Nu niet',
    back: 'Zorgvraag',
  },
  en: {
    asked: 'May the health insurer help to find care?',
    askedHelp:
      'No organisation could give the care. The health insurer must then help to find it. We need your permission for that.',
    read: 'Read what the insurer is told',
    lead: 'We send a letter to the health insurer. It gives the name, date of birth, address and telephone number, and which care is needed. Nothing else.',
    free: 'You do not have to do this. We then go on looking without the insurer.',
    who: 'Who are you?',
    givers: {
      client: 'The care is for me',
      representative: 'I am the legal representative',
      'informal-carer': 'I am a family carer, and the person who needs the care agrees',
    },
    wanted: 'Choose who you are',
    go: 'Yes, that is fine',
    no: 'Not now',
    back: 'Request',
  },
} satisfies Record<Language, unknown>

/** On the page that follows a request: the question, with the way to answer it. */
export function InsurerNotice({ href, language }: { href: string; language: Language }) {
  const { asked, askedHelp, read } = insurerWords[language]
  return (
    <Notice kind="attention" title={asked}>
      <Text>{askedHelp}</Text>
      <LinkButton href={href}>{read}</LinkButton>
    </Notice>
  )
}
