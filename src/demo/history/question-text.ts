import type { CareKind } from '#kernel/care-kinds.ts'
import type { Daypart } from '#kernel/dayparts.ts'
import { type Case, dressing, washing } from './case.ts'
import { childCases, respiratoryCases, shortStayCases, technicalCases, unplannedCases } from './question-text-rare.ts'

const medication = { code: '710153008', text: 'Begeleiden bij medicatie', frequency: '2 keer per dag' }
const position = { code: '225286008', text: 'Wisselen van houding', frequency: '4 keer per dag' }
const bandage = (frequency: string) => ({ code: '18949003', text: 'Verband vervangen', frequency })

const morning: readonly (readonly Daypart[])[] = [['morning']]
const morningAndEvening: readonly (readonly Daypart[])[] = [['morning', 'evening']]
const mostlyMorning: readonly (readonly Daypart[])[] = [
  ['morning'],
  ['morning'],
  ['morning'],
  ['afternoon'],
  ['morning', 'evening'],
]
const allDay: readonly (readonly Daypart[])[] = [['morning', 'afternoon', 'evening']]
const anyTime: readonly (readonly Daypart[])[] = [['morning'], ['afternoon']]

const personalCare: readonly Case[] = [
  {
    from: 'hospital',
    situation: 'Heup gebroken en geopereerd. Loopt met een rollator, bukken mag nog niet.',
    needs: [
      'Hulp bij wassen en aankleden in de ochtend.',
      'Hulp bij douchen en bij het aantrekken van kousen en schoenen.',
    ],
    actions: [washing, dressing],
    dayparts: morning,
    particulars: {
      diagnoses: 'Heupfractuur, geopereerd met een kophalsprothese.',
      mobility: 'Loopt met rollator. Transfer met toezicht.',
    },
  },
  {
    from: 'hospital',
    situation: 'Opgenomen geweest na een val. De conditie is achteruitgegaan, traplopen lukt alleen met hulp.',
    needs: [
      'Hulp bij opstaan, wassen en aankleden.',
      'Hulp bij douchen, drie keer per week, en elke dag bij aankleden.',
    ],
    actions: [washing, dressing],
    dayparts: mostlyMorning,
    particulars: { diagnoses: 'Val zonder breuk. Orthostatische hypotensie.', mobility: 'Traplopen met hulp.' },
  },
  {
    from: 'hospital',
    situation: 'Lichte beroerte. De rechterarm doet nog niet goed mee.',
    needs: [
      'Hulp bij wassen en aankleden, en samen oefenen om het weer zelf te doen.',
      'Hulp in de ochtend en bij het uitkleden in de avond.',
    ],
    actions: [washing, dressing],
    dayparts: [['morning'], ['morning', 'evening']],
    particulars: {
      diagnoses: 'CVA links met lichte parese van de rechterarm.',
      mobility: 'Loopt zelfstandig, kracht rechts verminderd.',
    },
  },
  {
    from: 'hospital',
    situation: 'Nieuwe knie. Mag de eerste zes weken niet knielen of draaien.',
    needs: ['Hulp bij douchen en bij de steunkousen.', 'Zes weken lang hulp bij wassen en aankleden.'],
    actions: [washing, { text: 'Elastische kousen aan- en uittrekken', frequency: '2 keer per dag' }],
    dayparts: morningAndEvening,
    particulars: { diagnoses: 'Totale knieprothese.', mobility: 'Loopt met twee krukken.' },
  },
  {
    from: 'hospital',
    situation: 'Longontsteking doorgemaakt. Slap en onzeker op de benen.',
    needs: [
      'Hulp bij wassen op de rand van het bed.',
      'Tijdelijk hulp bij wassen en aankleden, tot de kracht terug is.',
    ],
    actions: [washing],
    dayparts: morning,
    particulars: { diagnoses: 'Pneumonie, behandeld met antibiotica.', aids: 'Douchestoel is geleend.' },
  },
  {
    from: 'hospital',
    situation: 'Buikoperatie gehad. Mag zes weken niet tillen en niet bukken.',
    needs: [
      'Hulp bij wassen van het onderlichaam en bij aankleden.',
      'Hulp bij opstaan en in bed gaan, en bij wassen.',
    ],
    actions: [washing, dressing],
    dayparts: [['morning'], ['morning', 'evening']],
    particulars: { diagnoses: 'Darmresectie wegens poliepen.' },
  },
  {
    from: 'home',
    situation: 'Wassen en aankleden gaat steeds moeilijker door reuma in de handen.',
    needs: ['Hulp bij douchen, drie keer per week.', 'Elke ochtend hulp bij knopen, sluitingen en kousen.'],
    actions: [washing, dressing],
    dayparts: morning,
    particulars: { diagnoses: 'Reumatoïde artritis.', mobility: 'Loopt binnenshuis zelfstandig.' },
  },
  {
    from: 'home',
    situation: 'Wordt vergeetachtig en slaat het douchen over.',
    needs: ['Drie keer per week helpen bij douchen, met geduld.', 'Elke ochtend aansporen bij wassen en aankleden.'],
    actions: [washing],
    dayparts: morning,
    particulars: {
      diagnoses: 'Lichte cognitieve stoornis, onderzoek loopt.',
      riskNotes: 'Vergeet te eten als niemand erbij is.',
    },
  },
  {
    from: 'home',
    situation: 'De partner deed alles, maar houdt het niet meer vol.',
    needs: ['Hulp bij wassen op bed, met zijn tweeën.', 'Hulp in de ochtend, zodat de partner kan uitslapen.'],
    actions: [washing, position],
    dayparts: [['morning'], ['morning', 'evening']],
    particulars: {
      informalCare: 'De partner geeft dag en nacht zorg en is overbelast.',
      mobility: 'Komt met hulp uit bed.',
    },
  },
  {
    from: 'home',
    situation: 'Valt vaker en durft niet meer alleen onder de douche.',
    needs: ['Toezicht en hulp bij douchen, twee keer per week.', 'Hulp bij wassen en aankleden in de ochtend.'],
    actions: [washing],
    dayparts: mostlyMorning,
    daysPerWeek: 3,
    particulars: { riskNotes: 'Vier keer gevallen in drie maanden.', aids: 'Alarmering is aangevraagd.' },
  },
  {
    from: 'home',
    situation: 'Parkinson. In de ochtend duurt alles lang en is hulp nodig om op gang te komen.',
    needs: ['Elke ochtend hulp bij opstaan, wassen en aankleden, op een vast tijdstip na de medicijnen.'],
    actions: [washing, dressing, medication],
    dayparts: morning,
    particulars: {
      diagnoses: 'Ziekte van Parkinson, sinds zes jaar.',
      medication: { help: 'reminding', system: 'roll' },
    },
  },
  {
    from: 'home',
    situation: 'Woont alleen, ziet slecht en kan de steunkousen niet zelf aantrekken.',
    needs: ['Elastische kousen aan in de ochtend en uit in de avond.'],
    actions: [{ text: 'Elastische kousen aan- en uittrekken', frequency: '2 keer per dag' }],
    dayparts: morningAndEvening,
    particulars: { senses: 'Maculadegeneratie, ziet nog 20 procent.' },
  },
  {
    from: 'home',
    situation: 'Wordt snel moe na chemotherapie en vraagt tijdelijk hulp.',
    needs: ['Drie keer per week hulp bij douchen.', 'Hulp bij wassen op de dagen na de kuur.'],
    actions: [washing],
    dayparts: anyTime,
    daysPerWeek: 3,
    particulars: { diagnoses: 'Mammacarcinoom, adjuvante chemotherapie.' },
  },
]

const nursing: readonly Case[] = [
  {
    from: 'hospital',
    situation: 'Diabetes, tijdens de opname overgegaan op insuline. Kan nog niet zelf spuiten.',
    needs: [
      'Insuline spuiten en bloedsuiker meten, en leren het zelf te doen.',
      'Insuline spuiten vóór het ontbijt en het avondeten.',
    ],
    actions: [{ text: 'Insuline toedienen', frequency: '2 keer per dag' }],
    dayparts: morningAndEvening,
    particulars: {
      diagnoses: 'Diabetes mellitus type 2.',
      medication: { help: 'giving', system: 'box', injections: true, doubleCheck: true },
    },
  },
  {
    from: 'hospital',
    situation: 'Trombosebeen. Gaat naar huis met spuitjes tegen stolling.',
    needs: ['Elke dag een injectie, tien dagen lang.', 'De eerste dagen de injectie geven, daarna zelf leren.'],
    actions: [{ text: 'Injectie onder de huid geven', frequency: '1 keer per dag' }],
    dayparts: anyTime,
    particulars: { diagnoses: 'Diepe veneuze trombose.', medication: { help: 'giving', injections: true } },
  },
  {
    from: 'hospital',
    situation: 'Nieuwe blaaskatheter na een operatie.',
    needs: [
      'Katheter verzorgen, en over drie weken verwijderen.',
      'Uitleg over de nachtzak en de dagzak, en controle.',
    ],
    actions: [{ text: 'Verzorgen van de blaaskatheter', frequency: '1 keer per dag' }],
    dayparts: morning,
    particulars: { excretion: ['urinary-catheter'], diagnoses: 'Urineretentie na operatie.' },
  },
  {
    from: 'hospital',
    situation: 'Nieuw stoma. Heeft in het ziekenhuis nog niet zelf kunnen oefenen.',
    needs: ['Stoma verzorgen en leren dat zelf te doen.', 'Elke dag hulp bij het stoma, het materiaal gaat mee.'],
    actions: [{ code: '225194008', text: 'Stomazorg', frequency: '1 keer per dag' }],
    dayparts: morning,
    particulars: { excretion: ['stoma'], diagnoses: 'Rectumcarcinoom, geopereerd.' },
  },
  {
    from: 'hospital',
    situation: 'Opgenomen met hartfalen. De medicijnen zijn veranderd en er is kans op vocht vasthouden.',
    needs: [
      'Gewicht en bloeddruk meten, drie keer per week, en letten op dikke enkels.',
      'Toezien op de nieuwe medicijnen, twee keer per dag.',
    ],
    actions: [medication, { text: 'Gewicht en bloeddruk meten', frequency: '3 keer per week' }],
    dayparts: morning,
    particulars: { diagnoses: 'Decompensatio cordis.', medication: { help: 'reminding', system: 'roll' } },
  },
  {
    from: 'either',
    situation: 'Staaroperatie aan beide ogen. Druppelen lukt niet door trillende handen.',
    needs: ['Oogdruppelen, vier keer per dag, vier weken lang.'],
    actions: [{ text: 'Oogdruppels toedienen', frequency: '4 keer per dag' }],
    dayparts: allDay,
    timesPerDay: 4,
    particulars: { diagnoses: 'Cataractoperatie beiderzijds, essentiële tremor.' },
  },
  {
    from: 'home',
    situation: 'Vergeet de medicijnen of neemt ze dubbel in.',
    needs: [
      'Toezien op het innemen van medicijnen uit de medicatierol, twee keer per dag.',
      'Medicijnen aanreiken in de ochtend en de avond.',
    ],
    actions: [medication],
    dayparts: morningAndEvening,
    particulars: {
      medication: { help: 'giving', system: 'roll' },
      riskNotes: 'Medicijnen liggen op verschillende plekken in huis.',
    },
  },
  {
    from: 'home',
    situation: 'Diabetes. Ziet niet meer goed genoeg om zelf te spuiten.',
    needs: [
      'Insuline spuiten en bloedsuiker meten, vier keer per dag.',
      'Insuline spuiten, twee keer per dag op vaste tijden.',
    ],
    actions: [{ text: 'Insuline toedienen', frequency: '4 keer per dag' }],
    dayparts: allDay,
    timesPerDay: 4,
    particulars: {
      diagnoses: 'Diabetes mellitus type 2, retinopathie.',
      medication: { help: 'giving', injections: true, doubleCheck: true },
    },
  },
  {
    from: 'home',
    situation: 'Blaaskatheter die steeds verstopt raakt.',
    needs: ['Katheter spoelen, twee keer per week, en wisselen als het nodig is.'],
    actions: [{ text: 'Blaasspoelen', frequency: '2 keer per week' }],
    dayparts: anyTime,
    daysPerWeek: 2,
    particulars: { excretion: ['suprapubic-catheter'] },
  },
  {
    from: 'home',
    situation: 'De bloeddruk is onrustig sinds de nieuwe medicijnen.',
    needs: ['Drie weken lang bloeddruk meten, drie keer per week, en doorgeven aan de praktijk.'],
    actions: [{ text: 'Bloeddruk meten', frequency: '3 keer per week' }],
    dayparts: anyTime,
    daysPerWeek: 3,
    particulars: { diagnoses: 'Hypertensie.' },
  },
]

const wound: readonly Case[] = [
  {
    from: 'hospital',
    situation: 'Operatiewond aan de buik die open is gegaan.',
    needs: ['Elke dag spoelen en verbinden. Materiaal gaat mee.', 'Wond verzorgen volgens het wondplan, om de dag.'],
    actions: [bandage('1 keer per dag')],
    dayparts: morning,
    particulars: {
      wound: {
        kind: '112633009',
        place: 'buik, midden',
        size: '6 bij 2 cm, 1 cm diep',
        policy: 'Spoelen met water, alginaat, afdekken.',
      },
    },
  },
  {
    from: 'hospital',
    situation: 'Wond aan de voet bij diabetes, een teen is weggehaald.',
    needs: [
      'Voetwond verzorgen, om de dag, en letten op roodheid.',
      'Elke dag verbinden. De voet mag niet belast worden.',
    ],
    actions: [bandage('1 keer per 2 dagen')],
    dayparts: anyTime,
    particulars: {
      wound: { kind: '371087003', place: 'linkervoet, tweede teen', size: '2 bij 2 cm' },
      diagnoses: 'Diabetische voet.',
    },
  },
  {
    from: 'hospital',
    situation: 'Doorligwond op de stuit, ontstaan op de intensive care.',
    needs: [
      'Wond verzorgen, drie keer per week, en hulp bij wisselligging.',
      'Wond beoordelen en het wondplan aanpassen.',
    ],
    actions: [bandage('3 keer per week'), position],
    dayparts: morning,
    daysPerWeek: 3,
    particulars: {
      wound: { kind: '421927004', place: 'stuit', size: '4 bij 3 cm' },
      aids: 'Traagschuimmatras is geleverd.',
    },
  },
  {
    from: 'hospital',
    situation: 'Wond met een vacuümpomp.',
    needs: ['Wissel van de vacuümpomp, drie keer per week. Ervaring daarmee is nodig.'],
    actions: [{ text: 'Vacuümpomp wisselen', frequency: '3 keer per week' }],
    dayparts: anyTime,
    daysPerWeek: 3,
    particulars: {
      wound: { kind: '112633009', place: 'lies rechts', policy: 'Negatieve druk, 125 mmHg, wissel ma-wo-vr.' },
    },
  },
  {
    from: 'home',
    situation: 'Open been dat maar niet dichtgaat.',
    needs: ['Zwachtelen van beide benen, twee keer per week.', 'Wond beoordelen, wondplan maken en zwachtelen.'],
    actions: [{ text: 'Zwachtelen van het onderbeen', frequency: '2 keer per week' }],
    dayparts: anyTime,
    daysPerWeek: 2,
    particulars: {
      wound: { kind: '95344007', place: 'linkeronderbeen', size: '5 bij 4 cm' },
      diagnoses: 'Veneuze insufficiëntie.',
    },
  },
  {
    from: 'home',
    situation: 'Doorligwond op de hiel, graad 2.',
    needs: ['Drie keer per week verbinden en advies over drukverlaging.'],
    actions: [bandage('3 keer per week')],
    dayparts: morning,
    daysPerWeek: 3,
    particulars: { wound: { kind: '420324007', place: 'hiel rechts', size: '3 bij 2 cm' } },
  },
  {
    from: 'home',
    situation: 'Scheur in de dunne huid van de onderarm na stoten.',
    needs: ['Twee keer per week verbinden, tot het dicht is.'],
    actions: [bandage('2 keer per week')],
    dayparts: anyTime,
    daysPerWeek: 2,
    particulars: { wound: { kind: '428220001', place: 'onderarm links', size: '4 cm' } },
  },
  {
    from: 'home',
    situation: 'Wond na het weghalen van een plekje op de huid.',
    needs: ['Om de dag verbinden, twee weken lang. Hechtingen eruit op dag veertien.'],
    actions: [bandage('1 keer per 2 dagen')],
    dayparts: anyTime,
    particulars: { wound: { kind: '112633009', place: 'schouder', size: '3 cm' } },
  },
]

const palliative: readonly Case[] = [
  {
    from: 'hospital',
    situation: 'Er is geen behandeling meer mogelijk. Wil thuis sterven.',
    needs: [
      'Verzorging op bed, drie keer per dag, en hulp in de nacht als dat nodig wordt.',
      'Dezelfde dag beginnen. Pijnpomp gaat mee.',
    ],
    actions: [washing, position, { text: 'Medicatiepomp controleren', frequency: '2 keer per dag' }],
    dayparts: [
      ['morning', 'afternoon', 'evening'],
      ['morning', 'evening', 'night'],
    ],
    timesPerDay: 3,
    particulars: {
      lines: ['pump'],
      palliative: {
        phase: 'symptom-directed',
        lifeExpectancyUnderThreeMonths: true,
        kit: 'to-order',
        placeOfDeath: 'home',
        directives: [
          { treatment: '89666000', decision: '2' },
          { treatment: '32485007', decision: '2' },
        ],
      },
    },
  },
  {
    from: 'hospital',
    situation: 'Hartfalen in het laatste stadium. Wil niet meer worden opgenomen.',
    needs: ['Twee keer per dag verzorging, en letten op benauwdheid.', 'Wassen op bed en steun voor de familie.'],
    actions: [washing, position],
    dayparts: morningAndEvening,
    particulars: {
      diagnoses: 'Eindstadium hartfalen.',
      palliative: { phase: 'symptom-directed', kit: 'present', patz: true, placeOfDeath: 'home' },
    },
  },
  {
    from: 'home',
    situation: 'Uitgezaaide kanker, gaat snel achteruit. De familie is er dag en nacht.',
    needs: [
      'Elke dag langskomen, vaker als het nodig is. Avond en nacht bereikbaar.',
      'Verzorging op bed en pijn volgen.',
    ],
    actions: [washing, position],
    dayparts: [
      ['morning', 'evening'],
      ['morning', 'evening', 'night'],
    ],
    particulars: {
      palliative: {
        phase: 'symptom-directed',
        lifeExpectancyUnderThreeMonths: true,
        kit: 'present',
        placeOfDeath: 'home',
      },
    },
  },
  {
    from: 'home',
    situation: 'Eindstadium COPD. Veel angst en benauwdheid in de nacht.',
    needs: ['Verzorging in de ochtend en de avond, en iemand die in de nacht kan komen.'],
    actions: [washing, { text: 'Benauwdheid volgen', frequency: '2 keer per dag' }],
    dayparts: [['morning', 'evening', 'night']],
    particulars: {
      lines: ['oxygen'],
      diagnoses: 'COPD GOLD 4.',
      palliative: { phase: 'symptom-directed', kit: 'to-order', placeOfDeath: 'not-discussed' },
    },
  },
  {
    from: 'home',
    situation: 'Heel oud en op. Eet en drinkt bijna niet meer.',
    needs: ['Wassen op bed, mondzorg en wisselligging, twee keer per dag.'],
    actions: [washing, position, { code: '113148007', text: 'Vochtinname bewaken', frequency: '2 keer per dag' }],
    dayparts: morningAndEvening,
    particulars: { palliative: { phase: 'dying', kit: 'present', placeOfDeath: 'home' } },
  },
]

const advice: readonly Case[] = [
  {
    from: 'hospital',
    situation: 'Voor het eerst naar huis met een inhalator.',
    needs: ['Drie keer uitleg en oefenen thuis.'],
    actions: [{ text: 'Uitleg over inhaleren', frequency: '3 keer in totaal' }],
    dayparts: anyTime,
    daysPerWeek: 1,
  },
  {
    from: 'hospital',
    situation: 'Net begonnen met bloedverdunners en wil het spuiten zelf leren.',
    needs: ['Leren zelf te spuiten, daarna kan de zorg stoppen.'],
    actions: [{ text: 'Leren zelf te injecteren', frequency: '4 keer in totaal' }],
    dayparts: morning,
    daysPerWeek: 3,
  },
  {
    from: 'home',
    situation: 'De mantelzorger vraagt hoe zij veilig kan tillen.',
    needs: ['Uitleg aan de mantelzorger, en na twee weken kijken hoe het gaat.'],
    actions: [{ text: 'Uitleg over tillen en transfers', frequency: '2 keer in totaal' }],
    dayparts: anyTime,
    daysPerWeek: 1,
  },
  {
    from: 'home',
    situation: 'Pas diabetes vastgesteld.',
    needs: ['Leren meten en spuiten, een week of drie.', 'Uitleg over meten, eten en bewegen.'],
    actions: [{ text: 'Leren omgaan met diabetes', frequency: '2 keer per week' }],
    dayparts: morning,
    daysPerWeek: 2,
  },
  {
    from: 'home',
    situation: 'Vraagt uitleg over hulpmiddelen bij incontinentie.',
    needs: ['Een bezoek om te kijken wat helpt en wat iemand zelf kan.'],
    actions: [{ code: '710978006', text: 'Advies over incontinentie', frequency: '1 keer' }],
    dayparts: anyTime,
    daysPerWeek: 1,
    particulars: { excretion: ['incontinence'] },
  },
]

const dementia: readonly Case[] = [
  {
    from: 'hospital',
    situation: 'Delier gehad tijdens de opname, bij beginnende dementie.',
    needs: ['Elke ochtend hulp bij opstaan, medicijnen en ontbijt, en overzicht geven.'],
    actions: [medication, washing],
    dayparts: morning,
    particulars: {
      diagnoses: 'Delier, in herstel. Alzheimer, beginnend.',
      riskNotes: 'Kan in de nacht onrustig zijn.',
    },
  },
  {
    from: 'home',
    situation: 'Dementie vastgesteld in het geheugencentrum. De kinderen weten niet waar te beginnen.',
    needs: ['Begeleiding door een casemanager en hulp bij de dagstructuur.'],
    actions: [medication],
    dayparts: morning,
    daysPerWeek: 2,
    particulars: { diagnoses: 'Ziekte van Alzheimer.' },
  },
  {
    from: 'home',
    situation: 'Woont alleen met dementie, zet het gas aan en vergeet het.',
    needs: [
      'Samen bekijken hoe het thuis veilig blijft, en elke dag iemand die langskomt.',
      'Twee keer per dag langs voor eten, drinken en medicijnen.',
    ],
    actions: [medication, { code: '113148007', text: 'Vochtinname bewaken', frequency: '2 keer per dag' }],
    dayparts: morningAndEvening,
    particulars: { diagnoses: 'Vasculaire dementie.', riskNotes: 'Gas is afgesloten op verzoek van de familie.' },
  },
  {
    from: 'home',
    situation: 'De partner slaapt niet meer door onrust in de nacht.',
    needs: ['Hulp in de ochtend en ontlasting van de mantelzorger, ook een plek voor overdag.'],
    actions: [washing, medication],
    dayparts: morning,
    particulars: { diagnoses: 'Lewy-body-dementie.', informalCare: 'Partner is overbelast.' },
  },
]

const medicalTechnical: readonly Case[] = [
  {
    from: 'hospital',
    situation: 'Ernstige infectie. Gaat naar huis met antibiotica via een infuus.',
    needs: [
      'Infuus met antibiotica, drie keer per dag op vaste tijden.',
      'Elke dag een nieuwe pomp met antibiotica aansluiten.',
    ],
    actions: [{ code: '52124006', text: 'Infuus verzorgen', frequency: '3 keer per dag' }],
    dayparts: allDay,
    timesPerDay: 3,
    particulars: {
      lines: ['central-line'],
      executionRequest: { act: 'Antibiotica intraveneus toedienen', executorLevel: 'specialised' },
    },
  },
  {
    from: 'hospital',
    situation: 'Te weinig voeding via de darm. Krijgt voeding via een infuus.',
    needs: ['Infuus aansluiten in de avond en afkoppelen in de ochtend.'],
    actions: [{ text: 'Voeding via infuus aansluiten', frequency: '2 keer per dag' }],
    dayparts: morningAndEvening,
    particulars: { lines: ['central-line', 'pump'] },
  },
  {
    from: 'home',
    situation: 'Kreeg tot nu toe de injecties in de praktijk, maar komt de deur niet meer uit.',
    needs: ['Injectie in de spier, een keer per vier weken.'],
    actions: [{ text: 'Injectie in de spier geven', frequency: '1 keer per 4 weken' }],
    dayparts: anyTime,
    daysPerWeek: 1,
    particulars: { executionRequest: { act: 'Vitamine B12 intramusculair', executorLevel: 'level-4' } },
  },
  {
    from: 'either',
    situation: 'Diepe lijn die elke week verzorgd moet worden.',
    needs: ['Diepe lijn verzorgen en doorspuiten, een keer per week.'],
    actions: [{ text: 'Diepe lijn doorspuiten', frequency: '1 keer per week' }],
    dayparts: anyTime,
    daysPerWeek: 1,
    particulars: { lines: ['central-line'] },
  },
]

export const cases: Readonly<Record<CareKind, readonly Case[]>> = {
  'personal-care': personalCare,
  nursing,
  'medical-technical': medicalTechnical,
  advice,
  palliative,
  wound,
  technical: technicalCases,
  respiratory: respiratoryCases,
  'dementia-casemanagement': dementia,
  child: childCases,
  unplanned: unplannedCases,
  'short-stay': shortStayCases,
}

/** Something to know, for any kind of care. */
export const extras: readonly string[] = [
  'Woont op de vierde verdieping, er is een lift.',
  'Er is een kleine hond.',
  'Slechthorend, graag rustig en duidelijk praten.',
  'De familie helpt in het weekend.',
  'Liefst niet vóór 9 uur.',
  'Er staat een hoog-laagbed.',
  'Een tillift is aangevraagd.',
  'Graag een vast gezicht.',
  'De huisarts is op de hoogte.',
  'Parkeren kan voor de deur.',
  'Rookt in huis.',
  'Er komt ook hulp in het huishouden.',
  'Graag vooraf bellen.',
  'Doet zelf open, dat duurt even.',
  'Op dinsdag en donderdag naar de dagbesteding.',
]

/** How a carer says it; `{naam}` is kept from the card. */
export const carerSentences: readonly string[] = [
  'Ik kan het niet meer alleen.',
  'Wij wonen zelf een uur rijden verderop.',
  'Ik werk vier dagen per week.',
  'Ik slaap slecht en maak mij zorgen.',
  'U kunt mij het best na vijf uur bellen.',
  'U kunt ook mijn zus {naam} bellen.',
]
