import type { CareKind } from '#kernel/care-kinds.ts'

/**
 * What requests say in words, without anything that tells who it is about: a situation, what is needed, and at times
 * something to know. A test reads every sentence for personal words.
 */
export type QuestionText = {
  /** After an admission. */
  afterHospital: readonly string[]
  /** From home: family doctor, case manager, client. */
  fromHome: readonly string[]
  needs: readonly string[]
  /** Nursing actions with how often; SNOMED CT where the Dutch lists give one. */
  actions: readonly { text: string; frequency: string; code?: string }[]
}

const washing = { code: '386420003', text: 'Helpen bij wassen', frequency: '1 keer per dag' }
const dressing = { code: '313332003', text: 'Helpen bij aankleden', frequency: '1 keer per dag' }
const bandage = { code: '18949003', text: 'Verband vervangen', frequency: '3 keer per week' }

export const questionTexts: Readonly<Record<CareKind, QuestionText>> = {
  'personal-care': {
    afterHospital: [
      'Heup gebroken en geopereerd. Loopt met een rollator, bukken mag nog niet.',
      'Opgenomen geweest na een val. Conditie is achteruitgegaan, traplopen lukt met hulp.',
      'Lichte beroerte. De rechterarm doet nog niet goed mee.',
      'Opgenomen met hartfalen. Snel moe en kortademig bij inspanning.',
      'Nieuwe knie. Mag de eerste zes weken niet knielen of draaien.',
      'Longontsteking doorgemaakt. Slap en onzeker op de benen.',
      'Buikoperatie gehad. Mag zes weken niet tillen.',
    ],
    fromHome: [
      'Wassen en aankleden gaat steeds moeilijker door reuma in de handen.',
      'Wordt vergeetachtig en slaat het douchen over.',
      'De partner deed alles, maar houdt het niet meer vol.',
      'Valt vaker en durft niet meer alleen onder de douche.',
      'Parkinson. In de ochtend duurt alles lang en is hulp nodig om op gang te komen.',
      'Woont alleen, ziet slecht en kan de steunkousen niet zelf aantrekken.',
      'Wordt snel moe na chemotherapie en vraagt tijdelijk hulp.',
    ],
    needs: [
      'Hulp bij wassen en aankleden in de ochtend.',
      'Hulp bij douchen, drie keer per week, en elke dag bij aankleden.',
      'Elastische kousen aan in de ochtend en uit in de avond.',
      'Hulp bij opstaan, wassen en naar het toilet gaan.',
      'Hulp bij wassen op bed, met zijn tweeën.',
      'Hulp bij uitkleden en naar bed gaan.',
    ],
    actions: [
      washing,
      dressing,
      { text: 'Elastische kousen aan- en uittrekken', frequency: '2 keer per dag' },
      { text: 'Helpen bij toiletgang', frequency: '3 keer per dag' },
    ],
  },
  nursing: {
    afterHospital: [
      'Diabetes, tijdens de opname overgegaan op insuline. Kan nog niet zelf spuiten.',
      'Trombosebeen. Gaat naar huis met spuitjes tegen stolling.',
      'Nieuwe blaaskatheter na een operatie.',
      'Nieuw stoma. Heeft in het ziekenhuis nog niet zelf kunnen oefenen.',
      'Opgenomen met hartfalen. De medicijnen zijn veranderd.',
      'Staaroperatie aan beide ogen. Druppelen lukt niet door trillende handen.',
    ],
    fromHome: [
      'Vergeet de medicijnen of neemt ze dubbel in.',
      'Diabetes. Ziet niet meer goed genoeg om zelf te spuiten.',
      'Blaaskatheter die steeds verstopt raakt.',
      'Bloeddruk is onrustig sinds de nieuwe medicijnen.',
      'Gewicht loopt op bij hartfalen, dagelijks meten is nodig.',
      'Kan de oogdruppels niet zelf toedienen.',
    ],
    needs: [
      'Insuline spuiten en bloedsuiker meten, vier keer per dag.',
      'Toezien op het innemen van medicijnen uit de medicatierol, twee keer per dag.',
      'Elke dag een injectie, tien dagen lang.',
      'Katheter verzorgen en zo nodig spoelen.',
      'Stoma verzorgen en leren dat zelf te doen.',
      'Oogdruppelen, vier keer per dag, vier weken lang.',
      'Gewicht en bloeddruk meten, drie keer per week.',
    ],
    actions: [
      { code: '710153008', text: 'Toezien op innemen van medicijnen', frequency: '2 keer per dag' },
      { text: 'Insuline toedienen', frequency: '4 keer per dag' },
      { code: '225194008', text: 'Stomazorg', frequency: '1 keer per dag' },
      { text: 'Verzorgen van de blaaskatheter', frequency: '1 keer per dag' },
      { text: 'Oogdruppels toedienen', frequency: '4 keer per dag' },
    ],
  },
  'medical-technical': {
    afterHospital: [
      'Ernstige infectie. Gaat naar huis met antibiotica via een infuus.',
      'Onvoldoende voeding via de darm. Krijgt vocht en voeding via een infuus.',
      'Behandeling met een injectie van de internist, de kuur loopt thuis door.',
      'Bloedarmoede. Krijgt thuis ijzer via een infuus.',
    ],
    fromHome: [
      'Kreeg tot nu toe de injecties in de praktijk, maar komt de deur niet meer uit.',
      'Heeft een infuus nodig bij een infectie en wil liever niet naar het ziekenhuis.',
      'Diepe lijn die elke week verzorgd moet worden.',
    ],
    needs: [
      'Infuus met antibiotica, drie keer per dag op vaste tijden.',
      'Diepe lijn verzorgen en doorspuiten, een keer per week.',
      'Injectie in de spier, een keer per vier weken.',
      'Infuus aansluiten in de avond en afkoppelen in de ochtend.',
    ],
    actions: [
      { code: '52124006', text: 'Infuus verzorgen', frequency: '3 keer per dag' },
      { text: 'Diepe lijn doorspuiten', frequency: '1 keer per week' },
    ],
  },
  advice: {
    afterHospital: [
      'Net begonnen met spuiten van bloedverdunners en wil dat zelf leren.',
      'Nieuw stoma. Wil alles zelf leren doen.',
      'Voor het eerst naar huis met een inhalator.',
    ],
    fromHome: [
      'Mantelzorger vraagt hoe zij veilig kan tillen.',
      'Pas diabetes vastgesteld. Wil leren meten en spuiten.',
      'Vraagt uitleg over hulpmiddelen bij incontinentie.',
      'Wil zelfstandig blijven en vraagt advies over hulpmiddelen in huis.',
    ],
    needs: [
      'Drie keer uitleg en oefenen thuis.',
      'Een bezoek om te kijken wat iemand zelf kan leren.',
      'Uitleg aan de mantelzorger, en na twee weken kijken hoe het gaat.',
      'Leren zelf te spuiten, daarna kan de zorg stoppen.',
    ],
    actions: [{ text: 'Uitleg geven en samen oefenen', frequency: '3 keer in totaal' }],
  },
  palliative: {
    afterHospital: [
      'Er is geen behandeling meer mogelijk. Wil thuis sterven.',
      'Uitgezaaide kanker. Gaat naar huis met een pomp tegen de pijn.',
      'Hartfalen in het laatste stadium. Wil niet meer worden opgenomen.',
    ],
    fromHome: [
      'Uitgezaaide kanker, gaat snel achteruit. De familie is er dag en nacht.',
      'Eindstadium COPD. Veel angst en benauwdheid in de nacht.',
      'Heel oud en op. Eet en drinkt bijna niet meer.',
      'Laatste levensfase. De familie wil het thuis volhouden en heeft hulp nodig.',
    ],
    needs: [
      'Verzorging op bed, drie keer per dag, en hulp in de nacht als dat nodig wordt.',
      'Pijn en benauwdheid volgen, medicijnpomp verzorgen.',
      'Wassen op bed en wisselligging, steun voor de familie.',
      'Elke dag langskomen, vaker als het nodig is. Avond en nacht bereikbaar.',
    ],
    actions: [
      { code: '225286008', text: 'Wisselen van houding', frequency: '4 keer per dag' },
      { text: 'Pijn meten en medicijnpomp controleren', frequency: '2 keer per dag' },
      washing,
    ],
  },
  wound: {
    afterHospital: [
      'Operatiewond aan de buik die open is gegaan.',
      'Huidtransplantaat op het onderbeen na een val.',
      'Wond aan de voet bij diabetes, een teen is weggehaald.',
      'Doorligwond op de stuit, ontstaan in de tijd op de intensive care.',
      'Wond met een vacuümpomp.',
    ],
    fromHome: [
      'Open been dat maar niet dichtgaat.',
      'Doorligwond op de hiel, graad 2.',
      'Scheur in de dunne huid van de onderarm na stoten.',
      'Voetwond bij diabetes, roodheid om de wond.',
      'Wond na het weghalen van een plekje op de huid.',
    ],
    needs: [
      'Wond verzorgen volgens het wondplan, drie keer per week.',
      'Zwachtelen van beide benen, twee keer per week.',
      'Elke dag spoelen en verbinden. Materiaal gaat mee.',
      'Wissel van de vacuümpomp, drie keer per week. Ervaring daarmee is nodig.',
      'Wond beoordelen en een wondplan maken.',
    ],
    actions: [
      bandage,
      { code: '182531007', text: 'Verband aanleggen', frequency: '1 keer per dag' },
      { text: 'Zwachtelen van het onderbeen', frequency: '2 keer per week' },
    ],
  },
  technical: {
    afterHospital: [
      'Gaat naar huis met sondevoeding via de neus.',
      'Wonddrain blijft nog een week zitten.',
      'Buikvliesdialyse, kan de wissels niet alleen doen.',
      'Halsbuisje sinds de operatie. Uitzuigen is nodig.',
    ],
    fromHome: [
      'Sonde in de buik. De partner kan het aansluiten niet meer doen.',
      'Pomp met voeding in de nacht, gaat vaak in alarm.',
      'Halsbuisje dat elke dag verzorgd moet worden.',
    ],
    needs: [
      'Sondevoeding aansluiten en afkoppelen, twee keer per dag.',
      'Drain controleren en elke dag de opbrengst meten.',
      'Uitzuigen en verzorgen van het halsbuisje. Ervaring is nodig.',
      'Wissels van de dialyse, vier keer per dag.',
    ],
    actions: [
      { text: 'Sondevoeding toedienen', frequency: '2 keer per dag' },
      { code: '258646005', text: 'Wonddrain verzorgen', frequency: '1 keer per dag' },
      { text: 'Halsbuisje verzorgen', frequency: '2 keer per dag' },
    ],
  },
  respiratory: {
    afterHospital: [
      'COPD. Gaat voor het eerst naar huis met zuurstof.',
      'Longontsteking bij COPD. Leert vernevelen.',
      'Longfibrose. Heeft bij lopen veel zuurstof nodig.',
    ],
    fromHome: [
      'COPD, steeds vaker benauwd en angstig.',
      'Gebruikt zuurstof en is onzeker over het apparaat.',
      'Derde longaanval dit jaar. Ziet de signalen te laat.',
    ],
    needs: [
      'Uitleg over zuurstof en veiligheid, en controle van het zuurstofgehalte.',
      'Helpen bij vernevelen, vier keer per dag.',
      'Plan maken voor wat te doen bij benauwdheid.',
      'Longverpleegkundige op huisbezoek, in de eerste maand elke week.',
    ],
    actions: [
      { text: 'Vernevelen', frequency: '4 keer per dag' },
      { text: 'Zuurstofgehalte meten', frequency: '1 keer per dag' },
    ],
  },
  'dementia-casemanagement': {
    afterHospital: [
      'Delier gehad tijdens de opname, bij beginnende dementie. Thuis is overzicht nodig.',
      'Bekend met dementie. De opname heeft veel verwarring gegeven.',
    ],
    fromHome: [
      'Dementie vastgesteld in het geheugencentrum. De kinderen weten niet waar te beginnen.',
      'Woont alleen met dementie, zet het gas aan en vergeet het.',
      'De partner slaapt niet meer door onrust in de nacht.',
      'Verdwaalt op weg naar de winkel.',
    ],
    needs: [
      'Begeleiding door een casemanager en hulp bij de dagstructuur.',
      'Elke ochtend hulp bij opstaan, medicijnen en ontbijt.',
      'Samen bekijken hoe het thuis veilig blijft, en ontlasting van de mantelzorger.',
    ],
    actions: [
      { code: '710153008', text: 'Toezien op innemen van medicijnen', frequency: '2 keer per dag' },
      { code: '113148007', text: 'Letten op eten en drinken', frequency: '2 keer per dag' },
    ],
  },
  child: {
    afterHospital: [
      'Te vroeg geboren baby met sondevoeding, de ouders leren het nu zelf.',
      'Kind met een halsbuisje, voor het eerst naar huis.',
      'Tiener met een infuus tegen een infectie in het bot.',
    ],
    fromHome: [
      'Kind met een ernstige aandoening, de ouders zijn uitgeput.',
      'Kind met diabetes, hulp op school is nodig.',
    ],
    needs: [
      'Kinderverpleegkundige voor sondevoeding, twee keer per dag.',
      'Zorg in de nacht, twee nachten per week, zodat de ouders slapen.',
      'Hulp bij spuiten op school, rond het middaguur.',
    ],
    actions: [{ text: 'Sondevoeding toedienen', frequency: '4 keer per dag' }],
  },
  unplanned: {
    afterHospital: ['Verhoogde kans op vallen na de opname. Heeft een alarmknop nodig en iemand die kan komen.'],
    fromHome: [
      'Valt in de avond en nacht, heeft dan hulp nodig om op te staan.',
      'Heeft een alarmknop, maar niemand in de buurt die kan komen.',
    ],
    needs: ['Opvolging van de alarmknop, dag en nacht.', 'Bereikbaar in de nacht voor hulp naar het toilet.'],
    actions: [{ text: 'Komen bij een oproep', frequency: 'als het nodig is' }],
  },
  'short-stay': {
    afterHospital: [
      'Kan nog niet naar huis: een gipsbeen en drie trappen. Over zes weken wel.',
      'Moet nog aansterken na een zware operatie en woont alleen.',
    ],
    fromHome: [
      'De mantelzorger wordt zelf opgenomen, er is twee weken niemand thuis.',
      'Thuis gaat het even niet, er is elke nacht toezicht nodig.',
    ],
    needs: ['Tijdelijk verblijf met verzorging, daarna zorg thuis.', 'Twee weken een bed, dicht bij de familie.'],
    actions: [washing, dressing],
  },
}

/** Something to know, for any kind of care. */
export const extras: readonly string[] = [
  'Er is een sleutelkluis.',
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
]

/** How a client or a carer says it; `{naam}` is kept from the card. */
export const carerSentences: readonly string[] = [
  'Ik ben de dochter en kan het niet meer alleen.',
  'Mijn moeder wil zo lang mogelijk thuis blijven wonen.',
  'Mijn man is ziek en ik slaap slecht.',
  'U kunt mij het best na vijf uur bellen.',
  'U kunt ook mijn zus {naam} bellen.',
  'Mijn moeder {naam} is hier erg zenuwachtig over.',
]
