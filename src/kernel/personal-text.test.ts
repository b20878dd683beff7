import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonal, type PersonalKind, withoutPersonal } from './personal-text.ts'

/** Sentences as they are typed, and the same with what is personal covered. */
const covered: [string, string][] = [
  // Names after a title.
  ['Mevrouw Jansen heeft hulp nodig bij het douchen.', 'Mevrouw [naam] heeft hulp nodig bij het douchen.'],
  ['mevr. De Vries-Bakker is gevallen', 'mevr. [naam] is gevallen'],
  ['Mw. J.A. van den Berg, wond aan hiel', 'Mw. [naam], wond aan hiel'],
  ['dhr Pieterse wil graag in de ochtend', 'dhr [naam] wil graag in de ochtend'],
  ['Dhr. van der Meer-O’Brien is slechthorend', 'Dhr. [naam] is slechthorend'],
  ["Graag zorg voor mw 't Hooft na ontslag", 'Graag zorg voor mw [naam] na ontslag'],
  ['Meneer Ng woont alleen', 'Meneer [naam] woont alleen'],
  ['Mevrouw Y krijgt insuline', 'Mevrouw [naam] krijgt insuline'],
  ['mw jansen heeft pijn', 'mw [naam] heeft pijn'],
  ['dhr. de vries eet slecht', 'dhr. [naam] eet slecht'],
  ['MEVROUW BAKKER HEEFT PIJN', 'MEVROUW [naam] HEEFT PIJN'],
  ['Mw. SMIT belt zelf', 'Mw. [naam] belt zelf'],
  ['De heer Özdemir spreekt Turks', 'De heer [naam] spreekt Turks'],
  ['Fam. El Idrissi heeft de sleutel', 'Fam. [naam] heeft de sleutel'],
  ['Echtpaar Wójcik - van Dijk, beiden bedlegerig', 'Echtpaar [naam], beiden bedlegerig'],
  ['Mw. op den Akker loopt met een rollator', 'Mw. [naam] loopt met een rollator'],
  ['zoon (Łukasz)', 'zoon ([naam])'],
  ['Overleg met dr. Van Leeuwen over de pijnpomp', 'Overleg met dr. [naam] over de pijnpomp'],
  ['Doorverwezen door huisarts Peeters', 'Doorverwezen door huisarts [naam]'],
  [
    'Wondverpleegkundige? Nee: wijkverpleegkundige Sanne Hofstede komt.',
    'Wondverpleegkundige? Nee: wijkverpleegkundige [naam] komt.',
  ],
  // Names by their place in someone's life.
  ['Dochter Marie regelt de medicatie', 'Dochter [naam] regelt de medicatie'],
  ['Haar zoon (Kees de Boer) is bereikbaar', 'Haar zoon ([naam]) is bereikbaar'],
  ['Sleutel bij buurvrouw Xandra', 'Sleutel bij buurvrouw [naam]'],
  ['contactpersoon: Fatima Achterberg', 'contactpersoon: [naam]'],
  ['Mantelzorger is haar man Evert-Jan', 'Mantelzorger is haar man [naam]'],
  // Names that are told.
  ['Hij heet Jansen', 'Hij heet [naam]'],
  ['Achternaam: Terlouw', 'Achternaam: [naam]'],
  ['Naam van de cliënt is Groenewegen', 'Naam van de cliënt is [naam]'],
  ['Graag bellen, mvg Petra Zuidema', 'Graag bellen, mvg [naam]'],
  ['Met vriendelijke groet,\nP. de Boer', 'Met vriendelijke groet,\n[naam]'],
  // Names by themselves.
  ['Truus heeft hulp nodig', '[naam] heeft hulp nodig'],
  ['Woont samen met Gerrit van Beuningen', 'Woont samen met [naam]'],
  ['J. Koetsier belt terug', '[naam] belt terug'],
  ['P.J. van Oldenburg belt terug', '[naam] belt terug'],
  ["Anna's medicijnen staan klaar", '[naam] medicijnen staan klaar'],
  ['Van den Berg belt morgen', '[naam] belt morgen'],
  ['Echtgenoot van mevrouw Rijnders - Oosterhuis', 'Echtgenoot van mevrouw [naam]'],
  ['Dochter Xandra helpt; Xandra belt zelf', 'Dochter [naam] helpt; [naam] belt zelf'],
  ['Van Mw. Roos gehoord: Roos rust veel', 'Van Mw. [naam] gehoord: [naam] rust veel'],
  // Phone numbers.
  ['Dochter (06 12 34 56 78) of zoon', 'Dochter ([telefoonnummer]) of zoon'],
  ['Bel 06-12345678', 'Bel [telefoonnummer]'],
  ['Bel 0612345678.', 'Bel [telefoonnummer].'],
  ['Bel 06 12 34 56 78 na 17:00', 'Bel [telefoonnummer] na 17:00'],
  ['Bel 06.1234.5678', 'Bel [telefoonnummer]'],
  ['Bel +31 6 12345678 of +31 (0)6-87654321', 'Bel [telefoonnummer] of [telefoonnummer]'],
  ['Bel 0031612345678', 'Bel [telefoonnummer]'],
  ['Vast: 026-1234567', 'Vast: [telefoonnummer]'],
  ['Vast: (026) 123 45 67', 'Vast: [telefoonnummer]'],
  ['Vast: 0313 - 12 34 56', 'Vast: [telefoonnummer]'],
  ['Praktijk 088 123 45 67', 'Praktijk [telefoonnummer]'],
  ['Duits nummer +49 30 1234567', 'Duits nummer [telefoonnummer]'],
  ['mobiel 6-12345678', 'mobiel [telefoonnummer]'],
  ['tel: 123 45 67', 'tel: [telefoonnummer]'],
  ['Bel 06-12345678 / 026-1234567', 'Bel [telefoonnummer] / [telefoonnummer]'],
  // Citizen service numbers.
  ['BSN 999990019', 'BSN [burgerservicenummer]'],
  ['nummer 123456782 staat in het dossier', 'nummer [burgerservicenummer] staat in het dossier'],
  ['123 456 782', '[burgerservicenummer]'],
  ['1234.56.782', '[burgerservicenummer]'],
  ['123.456.782', '[burgerservicenummer]'],
  ['123-456-782', '[burgerservicenummer]'],
  ['bsn: 12345678', 'bsn: [burgerservicenummer]'],
  ['Burgerservicenummer is 123456789', 'Burgerservicenummer is [burgerservicenummer]'],
  // Mail addresses.
  ['Mail naar ria.de-boer+zorg@example.co.uk.', 'Mail naar [e-mailadres].'],
  ['<o_brien@mail.example.nl>', '<[e-mailadres]>'],
  // Postcodes and addresses.
  ['Postcode 6811 AB', 'Postcode [postcode]'],
  ['Postcode 6811ab Arnhem', 'Postcode [postcode] Arnhem'],
  ['Woont in 6811 kx', 'Woont in [postcode]'],
  ['Woont Kerkstraat 12', 'Woont [adres]'],
  ['woont aan de kerkstraat 12a', 'woont aan de [adres]'],
  ['Woont Burgemeester van Randwijckstraat 12-3, 6811 AB Arnhem', 'Woont [adres], [postcode] Arnhem'],
  ['Adres: Laan van Meerdervoort 100 bis', 'Adres: [adres]'],
  ['Apeldoornseweg 2019 in Arnhem', '[adres] in Arnhem'],
  ['Woont aan De Zandheuvel 3', 'Woont aan [adres]'],
  ['Sleutelkluis Korte Dijk 7', 'Sleutelkluis [adres]'],
  ['Grote Markt 5 te Arnhem', '[adres] te Arnhem'],
  ['Prins Hendriklaan nr. 8', '[adres]'],
  ['Rozenhof 3, 2019 CT Haarlem', '[adres], [postcode] Haarlem'],
  // Birth dates.
  ['Geboren 12-03-1941', 'Geboren [geboortedatum]'],
  ['geb. 27 maart 1941', 'geb. [geboortedatum]'],
  ['geb.datum: 3/5/41', 'geb.datum: [geboortedatum]'],
  ['geboortedatum 1941-03-27', 'geboortedatum [geboortedatum]'],
  ['Kind, geboren op 3 mei 2019', 'Kind, geboren op [geboortedatum]'],
  ['Geboren te Paramaribo op 3 mrt. 2001', 'Geboren te Paramaribo op [geboortedatum]'],
  ['geboren op 12 maart', 'geboren op [geboortedatum]'],
  ['geboortedatum 27031941', 'geboortedatum [geboortedatum]'],
  ['(12-03-1941, V)', '([geboortedatum], V)'],
  ['van 12.3.1938', 'van [geboortedatum]'],
]

/** What is written about care all day long, and tells nothing of who it is about. */
const untouched = [
  '3x per week douchen',
  'Paracetamol 2 x daags 500 mg',
  'Bekend met Parkinson en dementie.',
  'ADL-hulp in de ochtend en MSVT',
  'Ontslag op 12-08-2026 om 14:00 uur',
  'Ontslag 06-08-2026 14:00',
  'Opname van 3 tot 12 augustus 2026',
  'Start zorg 06-08-26, 14 00 uur',
  'Mevrouw heeft pijn aan haar heup.',
  'Mevrouw ADL-zelfstandig, hulp bij kousen',
  'Mevrouw is gevallen. Graag spoed.',
  'Zorg voor mw. Graag voor 10 uur.',
  'Dhr. COPD gold 3, zuurstof 2 liter',
  'Mw. Parkinson stadium 3',
  'De heer is slechthorend',
  'De wond van mevrouw. Hulp gewenst.',
  'Haar man en dochter helpen mee.',
  'Dochter woont in Utrecht. Zoon in Zwolle.',
  'Dochter MSVT geïnstrueerd',
  'Huisarts is op de hoogte',
  'Specialist Ouderengeneeskunde komt langs',
  'RR 120/80, pols 72, sat 94%',
  'Insuline 12-14-10 EH, Novorapid',
  'Calciferol 25000 IE per maand, 1000 IE per dag',
  '1500 ml vocht per dag, 2000 mg zout',
  '1000ml NaCl 0,9%',
  'CVA in 2019, TIA in 2021, in 2024 opgenomen',
  'CT in 2019 en 2021 CT thorax',
  'Sinds 2020 in zorg bij het team',
  'Heupoperatie in maart 2025',
  'Geopereerd op 12-03-1998',
  'Tussen 08:00 en 17:00 of 19:30 uur',
  'Postcode 6811, wijk Klarendal',
  'Bel 112 bij nood, of 0800-1234 en 0900-8844',
  'Decubitus graad 2, categorie 3',
  'Vitamine D. Slaapt goed. Hepatitis C. Rookt niet.',
  'Wisselligging om de 3 uur, 2 personen nodig',
  'Loopt op straat 20 meter met rollator',
  'Luchtweg 2 keer uitzuigen',
  'Gaat 3 keer per week naar het park 2 km verderop',
  'Stoma zakje om de 2 dagen, maat 57 mm',
  'Katheter Ch 16, ballon 10 ml, wissel elke 12 weken',
  'Het water is te heet. Let op.',
  'Bloedsuiker 7.8 - 12.3 - 9.1',
  'Score 0 1 2 3 4 5 6 7 8 9 10',
  'Groep A. Krijgt steunkousen klasse 2',
  'Terminaal; Midazolam 5 mg/uur subcutaan',
  'E. coli in de urine, S. aureus in de wond',
  'Dagbesteding op maandag, woensdag en Vrijdag',
  'Wil graag een vrouw. Roos op de huid van het been.',
  'I.v.m. valgevaar bed laag. N.B. Let op de drempel.',
  'Patiënt spreekt Arabisch en Berbers',
  'Z.s.m. starten, max. 2 x per dag (ochtend/avond)',
  'VAC-pomp 125 mmHg, wissel ma-wo-vr',
  'MRSA-positief, isolatie op kamer 12',
  'Katz 3, Barthel 14/20, MMSE 21-30',
  'Familie helpt. Echtgenote is overbelast.',
  'Graag contact met de casemanager Dementie',
  'Telefonisch overleg; tel. onbekend, ontslag op 12-08-2026',
  'BSN onbekend, start 12-08-2026',
  'Bekend met hartfalen NYHA III en diabetes mellitus type 2',
  'Mepilex Border 10x10 cm, Aquacel Ag, VAC -125 mmHg',
  'Ontslag gepland 28-11-2026, medicatie in baxterrol van Apotheek De Linde',
  'AGB 12345678, UZOVI 3311, kenmerk 2026-001234',
  'Gewicht 82 kg, lengte 1.78 m, BMI 25.9, HbA1c 53',
  'Thuissituatie: woont met echtgenoot, trap 14 treden',
  'Insuline: Tresiba 24E ’s avonds, Novorapid 8-10-8',
  'Palliatief, levensverwachting 2 tot 4 weken',
]

describe('what is personal is covered', () => {
  test.each(covered)('%s', (text, expected) => {
    expect(withoutPersonal(text).text).toBe(expected)
  })
})

describe('ordinary care text is left alone', () => {
  test.each(untouched)('%s', (text) => {
    expect(withoutPersonal(text)).toEqual({ text, found: [] })
  })
})

describe('a known name', () => {
  test.each<[string[], string, string]>([
    [['Johanna van der Meer'], 'Johanna van der Meer valt', '[naam] valt'],
    [['Johanna van der Meer'], 'johanna VAN DER MEER valt', '[naam] valt'],
    [['Johanna van der Meer'], 'van der meer, johanna', '[naam], [naam]'],
    [['Johanna van der Meer'], 'Meer (Johanna) wil meer hulp', '[naam] ([naam]) wil meer hulp'],
    [["van der Meer-O'Brien"], 'O’Brien belt, ook als Meer-O’Brien', '[naam] belt, ook als [naam]'],
    [['Łukasz Wójcik'], 'lukasz wojcik spreekt Pools', '[naam] spreekt Pools'],
    [['Zoë Ng'], 'zoe heeft jeuk, ng ook', '[naam] heeft jeuk, [naam] ook'],
    [['Zoe\u0308'], 'Zoë en ZOE\u0308', '[naam] en [naam]'],
    [["'t Hooft"], "hooft en 't hooft", '[naam] en [naam]'],
    [['Y'], 'Y wil geen y-vormige katheter', '[naam] wil geen y-vormige katheter'],
    [
      ['Wil de Groot'],
      'Vandaag belde Wil; wil grote wond laten zien',
      'Vandaag belde [naam]; wil grote wond laten zien',
    ],
    [['Wil de Groot'], 'de groot belt', '[naam] belt'],
    [['Jansen'], "Jansens dochter, jansen's zoon, 'Jansen'", "[naam] dochter, [naam] zoon, '[naam]'"],
    [['Jansen'], 'De Jansenstraat ligt verderop', 'De Jansenstraat ligt verderop'],
    [['J.P. Verhagen'], 'j.p. verhagen heeft p en j', 'j.p. [naam] heeft p en j'],
    [['Parkinson'], 'Heeft Parkinson', 'Heeft [naam]'],
    [[''], 'Geen naam bekend', 'Geen naam bekend'],
  ])('%j is found in "%s"', (names, text, expected) => {
    expect(withoutPersonal(text, { names }).text).toBe(expected)
  })

  test('is found wherever it stands', () => {
    const name = fc.constantFrom(
      "'t Hooft",
      'Łukasz',
      'Ng',
      'Zoë',
      "O'Brien",
      'Yılmaz',
      'Van der Meer',
      'Jean-Luc',
      'Bakker',
    )
    const around = fc.array(
      fc.constantFrom(
        'de wond',
        'mevrouw',
        '3x',
        '\n',
        '. ',
        ', ',
        ' ',
        '(',
        ')',
        '"',
        '06-12345678',
        'mw.',
        'ADL',
        ': ',
        '?',
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(name, around, around, (known, before, after) => {
        const text = `${before.join('')} ${known} ${after.join('')}`
        expect(withoutPersonal(text, { names: [known] }).text).not.toContain(known)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the spans', () => {
  const fragment = fc.constantFrom(
    ...covered.map(([text]) => text),
    ...untouched,
    '@',
    '06',
    '0',
    '-',
    ' ',
    '\n',
    'mw.',
    'Jansen',
    '(',
    "'",
    '\ud83d',
  )
  const text = fc.array(fragment, { maxLength: 8 }).map((parts) => parts.join(' '))

  test('stand in order, apart, and within the text', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (written) => {
        let place = 0
        for (const { from, to } of findPersonal(written)) {
          expect(from >= place && to > from && to <= written.length).toBe(true)
          place = to
        }
      }),
    )
  })

  test('are all that changes', () => {
    fc.assert(
      fc.property(text, (written) => {
        const kept = withoutPersonal(written).text.split(/\[[a-z-]+\]/)
        let place = 0
        for (const piece of kept) {
          expect(written.indexOf(piece, place)).toBeGreaterThanOrEqual(place)
          place = written.indexOf(piece, place) + piece.length
        }
      }),
    )
  })

  const lines = fc.array(fc.constantFrom(...covered.map(([line]) => line), ...untouched), { maxLength: 8 })

  test('are gone from the text that was covered', () => {
    fc.assert(
      fc.property(lines, (written) => {
        const once = withoutPersonal(written.join('\n')).text
        expect(withoutPersonal(once)).toEqual({ text: once, found: [] })
      }),
    )
  })

  test('other than names do not depend on the lines around them', () => {
    const impersonal = [...covered.filter(([, text]) => !text.includes('[naam]')).map(([line]) => line), ...untouched]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...impersonal), { maxLength: 8 }), (written) => {
        const apart = written.map((line) => withoutPersonal(line).text)
        expect(withoutPersonal(written.join('\n')).text).toBe(apart.join('\n'))
      }),
    )
  })

  test('name each kind once, in the order of the text', () => {
    const found = withoutPersonal('06-12345678 van mw. Jansen, 6811 AB, of 026-1234567').found
    expect(found).toEqual<PersonalKind[]>(['phone', 'name', 'postcode'])
  })

  test('point at the piece itself', () => {
    const written = 'Bel mw. Jansen op 06-12345678'
    const pieces = findPersonal(written).map(({ kind, from, to }) => [kind, written.slice(from, to)])
    expect(pieces).toEqual([
      ['name', 'Jansen'],
      ['phone', '06-12345678'],
    ])
  })
})

/**
 * Were the work to grow with the square of the length, each of these would take days. There is no timer: a search that
 * is not linear just never ends.
 */
describe('a megabyte of text made to be slow', () => {
  test.each([
    ['digits', '0'],
    ['digits in pairs', '06 '],
    ['digits that could become a phone number', '+31 6 1234567 '],
    ['plus signs', '+'],
    ['brackets', '(0'],
    ['dots and digits', '1.'],
    ['dates', '12-03-19411 '],
    ['announced dates', 'geboren '],
    ['announced numbers', 'bsn tel '],
    ['at signs', '@'],
    ['half mail addresses', 'a@a.'],
    ['dots in a mail address', 'a.'],
    ['capitals', 'A'],
    ['initials', 'A.'],
    ['words with a capital', 'Aa '],
    ['particles', 'van de '],
    ['titles', 'mw. '],
    ['relations', 'dochter ('],
    ['first names', 'Jan '],
    ['hyphens', 'a-'],
    ['only hyphens', '-'],
    ['apostrophes', "'"],
    ['apostrophes in a word', "a'"],
    ['combining accents', 'e\u0301\u0301'],
    ['streets', 'Kerkstraat '],
    ['streets and numbers', 'Laan van 1 '],
    ['dwellings', 'woont aan de '],
    ['postcodes', '1000A '],
    ['spaces', ' '],
    ['line breaks', '\n'],
    ['lone surrogates', '\ud83d'],
  ])('is read to its end: %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    const spans = findPersonal(text, { names: ['Aa van der Jan', 'Mw'] })
    expect(spans.every(({ from, to }) => from < to && to <= text.length)).toBe(true)
  })
})
