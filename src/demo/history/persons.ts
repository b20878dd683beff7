import { isTestBsn } from '#kernel/bsn.ts'
import { addDays, type LocalDate } from '#kernel/dates.ts'
import type { Random } from '../random.ts'
import type { PracticePostcode } from '../region/postcodes.ts'

/** An invented person with an invented address in an existing postcode area. */
export type InventedPerson = {
  givenName: string
  familyName: string
  gender: 'female' | 'male'
  birthDate: LocalDate
  bsn: string
  postcode: string
  houseNumber: string
  street: string
  place: string
  pc4: string
  phone: string
  /** ISO 639-1, when it is not Dutch. */
  language?: string
}

/** Every number kept apart for testing that passes the eleven test: about nine thousand. */
const testBsns = Array.from({ length: 100_000 }, (_, end) => `9999${String(end).padStart(5, '0')}`).filter(isTestBsn)

const oldWomen =
  words(`Annie Truus Riet Corrie Gerda Jopie Nel Willy Greet Bep Mien Toos Rie Diny Hennie Alie Gré Wil Ans Marie
  Johanna Cornelia Wilhelmina Hendrika Petronella Elisabeth Margaretha Theodora Geertruida Antonia Jacoba Adriana Catharina`)
const oldMen =
  words(`Henk Jan Piet Gerrit Kees Wim Cor Theo Joop Bertus Teun Arie Dirk Leen Frans Sjaak Harrie Bep Herman Evert
  Johannes Hendrik Cornelis Petrus Antonius Wilhelmus Jacobus Gerardus Adrianus Theodorus Lambertus Martinus`)
const women =
  words(`Ingrid Monique Marjolein Saskia Petra Esther Mirjam Wendy Sandra Yvonne Karin Anita Bianca Daniëlle Judith
  Linda Femke Lisa Sanne Anouk Noor Roos`)
const men = words(
  `Marcel Erik Ronald Peter Rob Jeroen Dennis Edwin Patrick Mark Bas Sander Martijn Niels Tim Daan Luuk Thijs`,
)
const family =
  words(`Aalbers Bakhuis Beekman Berendsen Blankers Boerkamp Bosveld Brugman Buitenhuis Dekkers Derksema Dijkhof
  Eikelboom Elzinga Engbers Geerlings Gelderblom Groenendaal Haverkamp Heijmans Hilferink Hofman Hoogeveen Jolink Kamphuis Kersten
  Klaassens Klomp Kolkman Kuiperij Lammers Leenders Lentink Loman Mulderij Nijenhuis Oldenhof Otten Peppelman Polman Raaijmakers
  Reusken Roelofs Scheffer Schut Slotman Snijders Spekking Steenbergen Teunissen Tiemessen Uijen Veldkamp Verbeek Vermeer Vink
  Vreman Wassenaar Welling Wiggers Wolsing Zandbergen Zweers`)
const joined = [
  'van den Heuvelink',
  'van der Laar',
  'ter Horst',
  'van Beusekom',
  'de Graafland',
  'te Riele',
  'van Zwieten',
  'op den Kelder',
]

/** Names of people with roots elsewhere, each with the language some of them prefer. */
const elsewhere: readonly { language: string; women: string[]; men: string[]; family: string[]; weight: number }[] = [
  {
    language: 'tr',
    weight: 5,
    women: words('Fatma Emine Ayşe Hatice Zeliha'),
    men: words('Mehmet Hasan Mustafa İsmail Ömer'),
    family: words('Yıldırım Çetinkaya Aydoğan Korkmaz Şahinler'),
  },
  {
    language: 'ar',
    weight: 4,
    women: words('Fatiha Naima Rachida Zohra Khadija'),
    men: words('Abdellah Driss Mohammed Omar Said'),
    family: ['El Ouardi', 'Bensaïd', 'Amrani', 'Chafiki'],
  },
  {
    language: 'id',
    weight: 4,
    women: words('Marietje Wilhelmina Corry Sien'),
    men: words('Dominggus Frans Johannis Otto'),
    family: words('Latumeten Siahaya Tomasoa Pelupessy'),
  },
  {
    language: 'pl',
    weight: 1.5,
    women: words('Halina Danuta Krystyna'),
    men: words('Zbigniew Stanisław Jerzy'),
    family: words('Kowalczyk Wójcik Lisiecki'),
  },
  {
    language: 'en',
    weight: 1.5,
    women: words('Comfort Grace Margaret'),
    men: words('Samuel Joseph Ernest'),
    family: words('Mensah Owusu Campbell'),
  },
  {
    language: 'fa',
    weight: 1,
    women: words('Parvin Mahin Shirin'),
    men: words('Reza Bahram Farhad'),
    family: words('Hosseini Karimi Ahmadi'),
  },
]
const elsewhereList = elsewhere.map((roots) => [roots, roots.weight] as const)
const elsewhereShare = 0.17

const streets =
  words(`Eikvarenstraat Populierenhof Merelweide Korenbloempad Zandoogje Wilgenroosje Kastanjeplein Lijsterbeslaan Vossenpad
  Heideweg Pimpernelstraat Meidoornhof Zonnedauw Klaprooslaan Beekrand Oeverpad Steenuilweg Berkenzoom Notarisappel Bongerdhof
  Krekelpad Zwaluwplein Esdoorndreef Grasklokje Hazelaarsteeg Kamperfoelie Dotterbloem Wolverlei Molenkolk Jasmijnhof`)
const letters = 'ABCDEFGHJKLMNPRSTVWXZ'

/** Ages as they are in home nursing: most people are between 70 and 92. */
const ageBands: readonly (readonly [readonly [number, number], number])[] = [
  [[1, 17], 1.2],
  [[18, 44], 4],
  [[45, 64], 13],
  [[65, 74], 19],
  [[75, 84], 35],
  [[85, 94], 25],
  [[95, 101], 2.8],
]

export type PersonWishes = { child?: boolean; pc4s?: readonly string[]; language?: string }

/**
 * @param among where people live
 * @param count the how-many-eth person this is: test numbers are dealt out in turn, so the first nine thousand differ
 */
export function inventPerson(
  random: Random,
  among: readonly PracticePostcode[],
  on: LocalDate,
  count: number,
  wishes: PersonWishes = {},
): InventedPerson {
  const [youngest, oldest] = wishes.child ? ([0, 17] as const) : random.weighted(ageBands)
  const age = random.whole(youngest, oldest)
  const birthDate = addDays(on, -Math.floor(age * 365.25) - random.whole(1, 364))
  const gender = random.chance(age > 80 ? 0.64 : 0.55) ? 'female' : 'male'
  const roots = wishes.language
    ? elsewhere.find(({ language }) => language === wishes.language)
    : random.chance(elsewhereShare) && random.weighted(elsewhereList)
  const own = gender === 'female' ? (age > 64 ? oldWomen : women) : age > 64 ? oldMen : men
  const area = placeOf(random, among, wishes.pc4s)
  return {
    givenName: random.pick(roots ? (gender === 'female' ? roots.women : roots.men) : own),
    familyName: random.pick(roots ? roots.family : random.chance(0.12) ? joined : family),
    gender,
    birthDate,
    bsn: testBsns[(count * 2963) % testBsns.length] ?? '',
    postcode: `${area.pc4}${random.pick([...letters])}${random.pick([...letters])}`.replace(/S[ADS]$/, 'SN'),
    houseNumber: `${random.whole(1, 180)}${random.chance(0.12) ? random.pick(['A', 'B', '-2', '-14']) : ''}`,
    street: random.pick(streets),
    place: area.place,
    pc4: area.pc4,
    phone: `+3160000${String(random.whole(2000, 9999))}`,
    ...(roots && (wishes.language || random.chance(0.45)) ? { language: roots.language } : {}),
  }
}

function placeOf(random: Random, among: readonly PracticePostcode[], pc4s: readonly string[] | undefined) {
  const wished = pc4s ? among.filter(({ pc4 }) => pc4s.includes(pc4)) : among
  return random.weighted(wished.map((area) => [area, area.weight] as const))
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}
