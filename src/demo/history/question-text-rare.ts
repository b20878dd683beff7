import { type Case, dressing, washing } from './case.ts'

/** The kinds of care that are asked for less often. */
export const technicalCases: readonly Case[] = [
  {
    from: 'hospital',
    situation: 'Gaat naar huis met sondevoeding via de neus.',
    needs: ['Sondevoeding aansluiten en afkoppelen, twee keer per dag, en de partner leren het zelf te doen.'],
    actions: [{ text: 'Sondevoeding toedienen', frequency: '2 keer per dag' }],
    dayparts: [['morning', 'evening']],
    particulars: { lines: ['feeding-tube'], diagnoses: 'Slikstoornis na beroerte.' },
  },
  {
    from: 'hospital',
    situation: 'De wonddrain blijft nog een week zitten.',
    needs: ['Drain controleren en elke dag de opbrengst meten.'],
    actions: [{ code: '258646005', text: 'Wonddrain verzorgen', frequency: '1 keer per dag' }],
    dayparts: [['morning']],
    particulars: { lines: ['wound-drain'] },
  },
  {
    from: 'hospital',
    situation: 'Buikvliesdialyse, kan de wissels niet alleen doen.',
    needs: ['Wissels van de dialyse, vier keer per dag. Ervaring is nodig.'],
    actions: [{ text: 'Wisselen van dialysevloeistof', frequency: '4 keer per dag' }],
    dayparts: [['morning', 'afternoon', 'evening']],
    timesPerDay: 4,
  },
  {
    from: 'either',
    situation: 'Halsbuisje sinds de operatie. Uitzuigen is nodig.',
    needs: ['Uitzuigen en verzorgen van het halsbuisje, twee keer per dag en bij benauwdheid.'],
    actions: [{ text: 'Halsbuisje verzorgen', frequency: '2 keer per dag' }],
    dayparts: [['morning', 'evening']],
    particulars: { technicalNotes: 'Uitzuigapparaat en materiaal zijn thuis aanwezig.' },
  },
  {
    from: 'home',
    situation: 'Sonde in de buik. De partner kan het aansluiten niet meer doen.',
    needs: ['Sondevoeding aansluiten in de avond en afkoppelen in de ochtend.'],
    actions: [{ text: 'Sondevoeding toedienen', frequency: '2 keer per dag' }],
    dayparts: [['morning', 'evening']],
    particulars: { lines: ['feeding-tube'] },
  },
]

export const respiratoryCases: readonly Case[] = [
  {
    from: 'hospital',
    situation: 'COPD. Gaat voor het eerst naar huis met zuurstof.',
    needs: ['Uitleg over zuurstof en veiligheid, en controle van het zuurstofgehalte.'],
    actions: [{ text: 'Zuurstofgehalte meten', frequency: '1 keer per dag' }],
    dayparts: [['morning']],
    particulars: { lines: ['oxygen'], diagnoses: 'COPD GOLD 3.' },
  },
  {
    from: 'hospital',
    situation: 'Longontsteking bij COPD. Leert vernevelen.',
    needs: ['Helpen bij vernevelen, vier keer per dag, tot het zelf lukt.'],
    actions: [{ text: 'Vernevelen', frequency: '4 keer per dag' }],
    dayparts: [['morning', 'afternoon', 'evening']],
    timesPerDay: 4,
    particulars: { diagnoses: 'Pneumonie bij COPD.' },
  },
  {
    from: 'hospital',
    situation: 'Longfibrose. Heeft bij lopen veel zuurstof nodig.',
    needs: ['Longverpleegkundige op huisbezoek, in de eerste maand elke week.'],
    actions: [{ text: 'Begeleiden bij benauwdheid', frequency: '1 keer per week' }],
    dayparts: [['afternoon']],
    daysPerWeek: 1,
    particulars: { lines: ['oxygen'] },
  },
  {
    from: 'home',
    situation: 'COPD, steeds vaker benauwd en angstig.',
    needs: ['Plan maken voor wat te doen bij benauwdheid, samen met de mantelzorger.'],
    actions: [{ text: 'Begeleiden bij benauwdheid', frequency: '1 keer per week' }],
    dayparts: [['morning'], ['afternoon']],
    daysPerWeek: 1,
  },
  {
    from: 'home',
    situation: 'Gebruikt zuurstof en is onzeker over het apparaat.',
    needs: ['Uitleg en controle, twee keer in de eerste week.'],
    actions: [{ text: 'Uitleg over zuurstof', frequency: '2 keer in totaal' }],
    dayparts: [['morning']],
    daysPerWeek: 2,
    particulars: { lines: ['oxygen'] },
  },
]

/** Asks for a nurse for children and for one for wounds: no team of the practice region has both. */
export const childWithBurns: Case = {
  from: 'hospital',
  situation: 'Kind met brandwonden aan arm en been, door heet water. Het verband wisselen doet pijn en maakt bang.',
  needs: ['Twee keer per dag wondzorg, samen met een kinderverpleegkundige.'],
  actions: [{ text: 'Verband wisselen bij een kind', frequency: '2 keer per dag' }],
  dayparts: [['morning', 'evening']],
}

export const childCases: readonly Case[] = [
  {
    from: 'hospital',
    situation: 'Te vroeg geboren baby met sondevoeding. De ouders leren het nu zelf.',
    needs: ['Kinderverpleegkundige voor sondevoeding, twee keer per dag, de eerste weken.'],
    actions: [{ text: 'Sondevoeding toedienen', frequency: '2 keer per dag' }],
    dayparts: [['morning', 'evening']],
    particulars: { lines: ['feeding-tube'] },
  },
  {
    from: 'hospital',
    situation: 'Tiener met een infuus tegen een infectie in het bot.',
    needs: ['Infuus verzorgen, twee keer per dag, vóór en na school.'],
    actions: [{ code: '52124006', text: 'Infuus verzorgen', frequency: '2 keer per dag' }],
    dayparts: [['morning', 'afternoon']],
    particulars: { lines: ['central-line'] },
  },
  {
    from: 'home',
    situation: 'Kind met een ernstige aandoening. De ouders zijn uitgeput.',
    needs: ['Zorg in de nacht, twee nachten per week, zodat de ouders slapen.'],
    actions: [{ text: 'Toezicht en verzorging in de nacht', frequency: '2 nachten per week' }],
    dayparts: [['night']],
    daysPerWeek: 2,
  },
  {
    from: 'home',
    situation: 'Kind met diabetes. Op school is hulp nodig.',
    needs: ['Hulp bij meten en spuiten op school, rond het middaguur.'],
    actions: [{ text: 'Insuline toedienen', frequency: '1 keer per dag' }],
    dayparts: [['afternoon']],
    daysPerWeek: 5,
  },
]

export const unplannedCases: readonly Case[] = [
  {
    from: 'either',
    situation: 'Grote kans op vallen, en niemand in de buurt die kan komen.',
    needs: ['Opvolging van de alarmknop, dag en nacht.'],
    actions: [{ text: 'Komen bij een oproep', frequency: 'als het nodig is' }],
    dayparts: [['evening', 'night']],
  },
  {
    from: 'home',
    situation: 'Valt in de avond en nacht en komt dan niet zelf overeind.',
    needs: ['Bereikbaar in de avond en de nacht voor hulp bij opstaan en naar het toilet gaan.'],
    actions: [{ text: 'Komen bij een oproep', frequency: 'als het nodig is' }],
    dayparts: [['evening', 'night']],
  },
]

export const shortStayCases: readonly Case[] = [
  {
    from: 'hospital',
    situation: 'Kan nog niet naar huis: een gipsbeen en drie trappen. Over zes weken wel.',
    needs: ['Tijdelijk verblijf met verzorging, daarna zorg thuis.'],
    actions: [washing, dressing],
    dayparts: [['morning', 'evening']],
    particulars: {
      diagnoses: 'Onderbeenfractuur, gips.',
      home: { kind: 'FLATW', notes: 'Derde verdieping zonder lift.' },
    },
  },
  {
    from: 'hospital',
    situation: 'Moet nog aansterken na een zware operatie en woont alleen.',
    needs: ['Enkele weken verblijf, liefst dicht bij huis.'],
    actions: [washing],
    dayparts: [['morning', 'evening']],
  },
  {
    from: 'home',
    situation: 'De mantelzorger wordt zelf opgenomen. Er is twee weken niemand thuis.',
    needs: ['Twee weken een bed, dicht bij de familie.'],
    actions: [washing, dressing],
    dayparts: [['morning', 'afternoon', 'evening', 'night']],
  },
  {
    from: 'home',
    situation: 'Thuis gaat het even niet, er is elke nacht toezicht nodig.',
    needs: ['Tijdelijk verblijf, en samen kijken wat daarna thuis kan.'],
    actions: [washing],
    dayparts: [['evening', 'night']],
  },
]
