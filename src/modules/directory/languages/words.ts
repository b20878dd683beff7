import type { FrameWords } from '#design/index.ts'
import type { CareKind } from '#kernel/care-kinds.ts'
import type { OtherHelpKind } from '../rules/care-words.ts'
import type { Question } from '../rules/form-questions.ts'

/** A kind of care or help in plain words. `words` are what people type when they mean it, one or several words each. */
export type Explained = { name: string; explanation: string; words: readonly string[] }

export type ErrorStatus = 400 | 401 | 403 | 404 | 413 | 415 | 429 | 503

/**
 * Everything the public pages say in one language. A language is one file that holds a value of this type and a line in `index.ts`; what is
 * missing does not compile. How to add one: docs/guides/add-a-language.md.
 */
export type Words = {
  frame: FrameWords
  /** What the language calls itself. */
  name: string
  tagline: string
  navigation: { find: string; ask: string; callBack: string; signIn: string; practise: string }
  footer: { privacy: string; accessibility: string; about: string; practice: string }
  yesOrNo: { yes: string; no: string }

  care: Readonly<Record<CareKind, Explained>>
  otherHelp: Readonly<Record<OtherHelpKind, Explained>>
  /** Words that say nothing about care by themselves. */
  emptyWords: readonly string[]
  /** The faiths and cultures that organisations name, which they do in Dutch; one that is not here is shown as it is. */
  faiths: Readonly<Record<string, string>>
  /** The word for Berber, for which the platform has none in some languages. */
  berber: string
  light: { green: string; amber: string; red: string; unknown: string; what: string }

  find: {
    title: string
    lead: string
    description: string
    place: string
    placeHint: string
    care: string
    careHint: string
    search: string
    searchLabel: string
    typePlace: string
    meant: string
    unknownPlace: string
    unknownPlaceHelp: string
    outside: (pc4: string) => string
    outsideLead: string
    outsideAdvice: readonly { what: string; how: string }[]
    careMeans: (typed: string) => string
    careUnknown: (typed: string) => string
    careUnknownHelp: string
    nowPlace: string
    allPlaces: string
    whatIs: string
    whatIsLead: string
    municipality: (name: string) => string
    forSites: string
  }

  neighbourhood: {
    title: (spot: string) => string
    description: (spot: string, teams: string) => string
    lead: string
    yourTeam: string
    teamsOf: (place: string) => string
    manyTeams: string
    border: string
    borderHelp: (first: string) => string
    firstFor: (pc4s: string) => string
    alsoFor: (pc4s: string) => string
    noTeam: string
    noTeamHelp: (desk: string) => string
    call: (phone: string) => string
    people: string
    specialised: string
    specialisedLead: string
    organizations: (place: string) => string
    organizationsLead: string
    noOrganizations: string
    noOrganizationsHelp: string
    filterLabel: string
    filterCare: string
    filterLanguage: string
    filterInsurer: string
    filterAny: string
    filterDo: string
    filterNone: string
    filterAll: string
    found: (count: number, all: number) => string
    more: (name: string) => string
    speaks: string
    pick: (name: string) => string
    others: (count: number) => string
    compare: string
    compareHint: string
    otherHelp: (municipality: string) => string
    otherHelpLead: string
    noOtherHelp: string
    otherSearch: string
  }

  asking: {
    title: string
    steps: readonly string[]
    cost: string
    costs: readonly string[]
    ask: string
    callBack: string
    orCall: string
    urgent: string
    urgentHelp: string
  }

  /** What the form asks, to look at beforehand. `quotes` are the questions and buttons to the letter of the form in this language. */
  askingExplained: {
    link: string
    title: string
    lead: string
    call: string
    callHelp: string
    callBackHelp: string
    form: string
    formHelp: string
    quotes: Record<Question, string>
    questions: Record<Question, string>
    buttons: string
    buttonQuotes: readonly [begin: string, next: string, previous: string, send: string]
    buttonsHelp: readonly [string, string, string, string]
    after: string
    afterHelp: string
  }

  share: { title: string; mail: string; subject: (title: string) => string; print: string; address: string }

  organization: {
    back: string
    description: (name: string, care: string) => string
    ask: (name: string) => string
    askHelp: string
    compare: string
    gives: string
    specialisms: string
    languages: string
    faiths: string
    insurers: string
    insurersHelp: string
    areas: string
    noAreas: string
    noAreasHelp: string
    contact: string
    phone: string
    email: string
    website: string
    quality: string
    qualityLink: string
    teams: string
    locations: string
    notSaid: string
    confirmed: (date: string) => string
    gone: string
  }

  comparison: {
    title: string
    lead: string
    what: string
    none: string
    noneHelp: string
    tooMany: string
    one: string
    withoutOrganization: (name: string) => string
    unknown: string
    ask: string
    name: string
    less: string
  }

  widget: {
    title: string
    label: string
    search: string
    again: string
    team: string
    ask: string
    more: (place: string) => string
    newTab: string
    unknown: string
    outside: string
    noTeam: string
    by: (region: string) => string
  }

  widgetCode: {
    title: string
    lead: string
    colours: string
    colour: string
    colourHint: string
    ground: string
    language: string
    show: string
    preview: string
    plain: string
    plainLead: string
    growing: string
    growingLead: string
    link: string
    linkLead: string
    adjusted: string
    wrongColour: string
    facts: readonly string[]
    factsTitle: string
  }

  front: {
    pageTitle: string
    title: string
    lead: string
    ask: string
    findTitle: string
    findLead: string
    howTitle: string
    how: readonly string[]
    callTitle: string
    callBack: string
    print: string
    or: string
    urgent: string
    urgentHelp: readonly [string, string]
    practice: string
    practiceHelp: readonly [string, string, string]
    professionals: string
    professionalsHelp: (region: string) => readonly [string, string, string]
  }

  /** What went wrong, by its HTTP status; `ours` is every other fault on our side. */
  errors: Record<ErrorStatus | 'ours', { title: string; text: string }>
  errorPage: { number: string; home: string }

  privacy: { title: string; heading: string; lead: string; points: readonly string[]; rights: string }
  accessibility: { title: string; heading: string; what: string; notYet: string; help: readonly [string, string] }
  about: { title: string; what: string; openSource: (version: string) => string }
}
