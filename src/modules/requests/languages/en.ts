import { isLocalDate } from '#kernel/dates.ts'
import { datesIn } from '#kernel/dates-in.ts'
import { formatPhone } from '#kernel/phone.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import type { RoleCode } from '#modules/people/index.ts'
import { askedNow } from '../asked-now.ts'
import type { HistoryCode, HistoryLine } from '../history.ts'
import type { ToldByMail } from '../notices.nl.ts'
import type { LookedEvent } from '../pages/history-words.nl.ts'
import { describeParticulars } from '../particulars.nl.ts'
import type { Look } from '../requested.ts'
import type { Words } from './nl.ts'

const { date, moment } = datesIn('en')

const kindsOfCare: Words['details']['kindsOfCare'] = {
  'personal-care': 'personal care (persoonlijke verzorging)',
  nursing: 'nursing (verpleging)',
  'medical-technical': 'hospital treatment at home (medisch-specialistische verpleging)',
  advice: 'explanation and advice (advies)',
  palliative: 'care in the last part of life (palliatieve zorg)',
  wound: 'wound care (wondzorg)',
  technical: 'drip, feeding tube or drain (technische handelingen)',
  respiratory: 'help with breathing (longzorg)',
  'dementia-casemanagement': 'guidance with dementia (casemanagement dementie)',
  child: 'care for a child (kinderzorg)',
  unplanned: 'help that cannot be planned, in the evening, at night and at weekends too',
  'short-stay': 'short stay somewhere else (tijdelijk verblijf)',
}

const partsOfTheDay: Words['details']['partsOfTheDay'] = {
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'night',
}

function piecesOf(pieces: readonly string[]): string {
  const names = pieces.map(
    (piece) => (({ ...partsOfTheDay, ...kindsOfCare }) as Record<string, string>)[piece] ?? piece,
  )
  const said = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return said.charAt(0).toUpperCase() + said.slice(1)
}

type Told = { title: string; more?: string }

/** What happened, as who asked reads it. */
const happenings: Record<HistoryCode, (line: HistoryLine, now: Date) => Told> = {
  submitted: () => ({ title: 'Request received' }),
  routed: sentTo,
  'sent-on': sentTo,
  'passed-to-region': ({ facts }) => ({ title: `Handed over to ${facts.region}`, more: numberThere(facts) }),
  'came-from-region': ({ facts }) => ({ title: `Sent on by ${facts.region}`, more: numberThere(facts) }),
  'partner-answers': ({ teamName }) => ({
    title: `${teamName ?? 'Another desk'} stands in`,
    more: 'The desk is closed now.',
  }),
  'desk-answers': ({ teamName }) => ({ title: `Back with ${teamName ?? 'the desk'}`, more: 'The desk is open again.' }),
  taken: ({ organizationName }) => ({ title: organizationName ? `Taken on by ${organizationName}` : 'Taken on' }),
  returned: ({ organizationName }) => ({
    title: `${organizationName ?? 'The organisation'} cannot give the care after all`,
    more: 'The team looks for another organisation at once.',
  }),
  started: () => ({ title: 'The care has started' }),
  closed: () => ({ title: 'Closed' }),
  withdrawn: () => ({ title: 'Withdrawn' }),
  supplemented: () => ({ title: 'Something was added' }),
  corrected: () => ({ title: 'Details corrected' }),
  'wishes-changed': () => ({ title: 'Wishes changed' }),
  'date-changed': ({ facts: { to } }) => ({
    title: 'Date changed',
    more: typeof to === 'string' && isLocalDate(to) ? `The care starts on ${date(to)}.` : undefined,
  }),
  escalated: ({ teamName }) => ({
    title: teamName ? `Passed on to ${teamName}` : 'Passed on',
    more: 'The agreed time was over. So another team is looking now.',
  }),
  reminded: ({ teamName }) => ({
    title: teamName ? `${teamName} was reminded` : 'Reminder sent',
    more: 'The time is almost over.',
  }),
  asked: (line, now) => ({ title: whoWasAsked(line), more: answerBy(line, now) }),
  'to-be-asked': ({ facts }, now) => ({
    title: `We ask an organisation from ${moment(new Date(String(facts.from)), now)} on`,
    more: 'Until then the teams have their rest.',
  }),
  'offers-made': (line, now) => ({ title: 'There is an offer', more: answerBy(line, now) }),
  'asked-back': ({ organizationName, facts }) => {
    if (facts.ended) return { title: 'The team itself now looks further', more: 'Whom we asked could not do it now.' }
    const more = facts.why === 'at-once' ? 'We look further at once.' : 'The team itself now looks further.'
    if (!organizationName) return { title: 'Whom we asked could not do it now', more }
    return {
      title: facts.silent ? `${organizationName} did not answer in time` : `${organizationName} cannot do it now`,
      more: 'We look further at once.',
    }
  },
  'wish-not-met': ({ organizationName, facts }) => ({
    title: organizationName ? `${organizationName} cannot give the care` : 'The preference could not be followed',
    more: reasonInDutch(facts),
  }),
  'question-asked': () => ({ title: 'Question to who asked' }),
  'question-answered': () => ({ title: 'The question was answered' }),
  'question-unanswered': () => ({ title: 'No answer to the question' }),
  redirected: ({ facts }) => ({ title: 'Referred to other help', more: redirectedWords(facts) }),
  lapsed: () => ({ title: 'Lapsed' }),
  reopened: () => ({ title: 'Opened again' }),
  'date-to-confirm': () => ({ title: 'New date to be confirmed' }),
  'date-confirmed': () => ({ title: 'New date confirmed' }),
  'consult-asked': ({ teamName }) => ({
    title: teamName ? `Advice asked from ${teamName}` : 'Advice asked',
    more: 'The request stays where it is.',
  }),
  'consult-answered': ({ teamName }) => ({ title: teamName ? `${teamName} gave advice` : 'Advice was given' }),
  split: () => ({
    title: 'The care is divided',
    more: 'More than one organisation gives the care together. One organisation keeps the overview.',
  }),
  joined: () => ({ title: 'One whole again' }),
  'part-asked': (line) => ({
    title: `${partName(line)}: ${whoWasAsked({ ...line, organizationName: null }).toLowerCase()}`,
  }),
  'part-refused': (line) => ({
    title: `${partName(line)}: ${line.organizationName ?? 'an organisation'} cannot do it`,
    more: reasonInDutch(line.facts),
  }),
  'part-taken': (line) => ({ title: `${partName(line)}: taken on by ${line.organizationName ?? 'an organisation'}` }),
  'part-returned': (line) => ({
    title: `${partName(line)}: ${line.organizationName ?? 'the organisation'} cannot do it after all`,
    more: 'The team looks for another organisation for this part at once.',
  }),
  'part-started': (line) => ({
    title: `${partName(line)}: the care has started`,
    more: line.organizationName ?? undefined,
  }),
  swapped: (line) => ({
    title: `${line.facts.partId ? `${partName(line)}: ` : ''}${line.organizationName ?? 'Another organisation'} takes over the care`,
    more: typeof line.facts.from === 'string' ? `From ${line.facts.from}.` : undefined,
  }),
  'party-invited': ({ facts: { party, until } }) => ({
    title: `${typeof party === 'string' ? party : 'Somebody else'} looks along`,
    more: typeof until === 'string' ? `Until ${date(until)}.` : undefined,
  }),
}

function sentTo({ teamName, facts: { insteadWhile } }: HistoryLine): Told {
  const standsIn = 'This team stands in and looks for an organisation.'
  const more =
    insteadWhile === 'closed'
      ? `The desk is closed now. ${standsIn}`
      : insteadWhile === 'busy'
        ? `The desk is busy now. ${standsIn}`
        : 'This team looks for an organisation.'
  return { title: teamName ? `With ${teamName}` : 'With another team', more }
}

function numberThere({ number }: Record<string, unknown>): string | undefined {
  return typeof number === 'string' ? `The number there is ${formatRequestNumber(number)}.` : undefined
}

function whoWasAsked({ organizationName, facts }: HistoryLine): string {
  if (organizationName) return `${organizationName} was asked`
  const count = Number(facts.count)
  return count === 1 ? 'One organisation was asked' : `${count} organisations were asked`
}

function answerBy({ actBy }: HistoryLine, now: Date): string | undefined {
  return actBy ? `Answer at the latest ${moment(actBy, now)}.` : undefined
}

/** The reasons are a list of the region, in Dutch. */
function reasonInDutch({ label }: Record<string, unknown>): string | undefined {
  return typeof label === 'string' ? `In the words of the region: “${label}”.` : undefined
}

function redirectedWords({ house, phone, ...facts }: Record<string, unknown>): string | undefined {
  if (typeof house !== 'string') return reasonInDutch(facts)
  const call = typeof phone === 'string' ? ` Call ${formatPhone(phone)}.` : ''
  return `${reasonInDutch(facts) ?? ''} At ${house}.${call}`.trim()
}

function partName({ facts }: HistoryLine): string {
  const pieces = Array.isArray(facts.pieces) ? facts.pieces.map(String) : []
  return piecesOf(pieces) || 'A part'
}

const looks: Record<LookedEvent, string> = {
  'request.send': 'sent the request',
  'request.follow': 'looked at the page that follows it',
  'request.verify': 'filled in the date of birth on that page',
  'request.card.read': 'looked at the request without a name',
  'identity.read': 'looked at the personal details',
  'identity.open': 'looked at the personal details',
  'referral.read': 'looked at the referral',
  'attachment.read': 'opened a file',
  'attachment.add': 'added a file',
  'request.supplement': 'added something to the request',
  'request.correct': 'corrected details',
  'request.take-back-unwanted': 'changed a wish',
  'request.change-date': 'changed the date',
  'request.withdraw': 'withdrew the request',
  'request.take': 'took on the request',
  'request.return': 'gave the request back',
  'request.start': 'said that the care has started',
  'request.route': 'sent the request to a team',
  'request.ask': 'asked organisations whether they can',
  'request.answer': 'answered whether it can give the care',
  'request.choose': 'chose an organisation',
  'request.split': 'divided the care into parts',
  'request.join': 'made it one whole again',
  'request.ask-part': 'asked organisations for a part of the care',
  'request.take-part': 'took on a part of the care',
  'request.return-part': 'gave a part of the care back',
  'request.start-part': 'said that a part of the care has started',
  'request.propose-swap': 'asked another organisation to take over',
  'request.accept-swap': 'took over the care',
  'request.invite': 'invited somebody to look along',
  'request.pass-to-region': 'handed the request over to another region',
  'request.stand-in': 'passed the request on, because a desk closed or opened',
  'request.insurer-consent': 'noted that the health insurer may help',
  'request.ask-requester': 'asked the requester a question',
  'request.answer-question': 'answered a question',
  'request.assign': 'assigned the request',
  'request.stop-asking': 'stopped asking',
  'request.escalate': 'did what was agreed for when the time is over',
  'request.shortlist': 'looked which organisations can give the care',
  'request.propose': 'used the request without a name for a proposal',
  'request.proposal': 'looked at a proposal for who gives the care',
  'request.send-on': 'sent the request to another team',
  'request.redirect': 'referred to other help',
  'request.lapse': 'reported that the care is not needed any more',
  'request.reopen': 'opened the request again',
  'request.close': 'closed the request',
  'request.confirm-date': 'confirmed the new date',
  'request.pass-time': 'let the time run out, to practise',
  'invitation.read': 'looked along, when invited',
}

const actions: Record<Look['action'], string> = {
  C: 'added something',
  R: 'looked at details',
  U: 'changed details',
  D: 'removed details',
  E: 'searched or checked something',
}

const roles: Record<string, string> = {
  nurse: 'district nurse',
  'desk-worker': 'worker of the desk',
  specialist: 'specialist who gives advice',
  referrer: 'referrer',
  'organization-administrator': 'administrator of the organisation',
  'region-manager': 'region manager',
  'privacy-officer': 'privacy officer',
} satisfies Record<RoleCode, string>

/** Who looked, when it is not a professional of an organisation. */
function lookers(event: string, actorKind: string): string | undefined {
  if (event === 'invitation.read') return 'Somebody in the neighbourhood, invited'
  if (actorKind === 'user') return undefined
  return actorKind === 'link' ? 'Somebody with the link' : actorKind === 'system' ? 'The system' : 'Who asked'
}

/** What the e-mail says of each step: nothing about who it is for or which care it is. */
const notices: Record<ToldByMail, { subject: string; body: string }> = {
  submitted: {
    subject: 'We have received your request',
    body: 'We have received your request for care. The page below shows who is working on it, with the phone number, and when you hear more.',
  },
  routed: {
    subject: 'Your request is now with another team',
    body: 'Another team is looking at your request now. The page below shows which team that is and how to reach it.',
  },
  'sent-on': {
    subject: 'Your request is now with another team',
    body: 'Your request was sent on to a team that fits it better. The page below shows which team that is and how to reach it.',
  },
  'passed-to-region': {
    subject: 'Your request is now with another region',
    body: 'Your request was handed over to another region. It has a new number there. The page below shows which region that is, and how you follow it there.',
  },
  taken: {
    subject: 'There is an organisation for your request',
    body: 'An organisation has taken on your request. The page below shows which organisation that is and how to reach it.',
  },
  returned: {
    subject: 'Your request is with the team again',
    body: 'The organisation that had taken on your request cannot give the care after all. The team looks for another organisation at once.',
  },
  started: {
    subject: 'The care has started',
    body: 'The organisation says that the care has begun. Is that not right? Then call the organisation. The number is on the page below.',
  },
  closed: {
    subject: 'Your request is closed',
    body: 'Your request is closed. The page below stays open for another 60 days.',
  },
  withdrawn: {
    subject: 'Your request has been withdrawn',
    body: 'The request has been withdrawn. Nobody goes on with it. Did you not mean this? Then call the team. The number is on the page below.',
  },
  supplemented: {
    subject: 'We have received what you added',
    body: 'What you added is with the request. Who is working on it sees it at once. Did you not add anything? Then call the team.',
  },
  corrected: {
    subject: 'Your details have been corrected',
    body: 'The correction is with the request. Did you not correct anything? Then call the team. The number is on the page below.',
  },
  'wishes-changed': {
    subject: 'The wishes with your request have changed',
    body: 'A wish about who gives the care has been changed, as you agreed. Is that not right? Then call the team. The number is on the page below.',
  },
  'date-changed': {
    subject: 'The date of the request has changed',
    body: 'The new date is with the request. Who is working on it sees it at once.',
  },
  escalated: {
    subject: 'Your request was passed on',
    body: 'No organisation was found within the agreed time. So another team is looking at your request now. The page below shows which team that is.',
  },
  'offers-made': {
    subject: 'There is an offer for your request',
    body: 'One or more organisations can give the care. The page below shows whether you may choose yourself, and until when.',
  },
  'wish-not-met': {
    subject: 'The organisation that you prefer cannot do it',
    body: 'The organisation that you prefer cannot give the care. The page below shows why. The team looks further at once.',
  },
  'question-asked': {
    subject: 'We have a question about your request',
    body: 'The team needs something from you to go on. The question is on the page below. Answer it there, or call the team.',
  },
  'question-answered': {
    subject: 'We have received your answer',
    body: 'Your answer is with the request. The team goes on.',
  },
  'question-unanswered': {
    subject: 'We have no answer yet',
    body: 'We asked you a question and have no answer yet. The team goes on with what it knows, and calls you if it can.',
  },
  redirected: {
    subject: 'Your request was referred to other help',
    body: 'Other help fits your request better. The page below shows where you were referred to.',
  },
  lapsed: {
    subject: 'Your request has lapsed',
    body: 'The request has lapsed, because care at home is not needed any more. Is that not right? Then call the team.',
  },
  split: {
    subject: 'The care is divided',
    body: 'The team looks for more than one organisation, which give the care together. The page below shows for each part which organisation that is. One organisation keeps the overview.',
  },
  joined: {
    subject: 'The care is not divided any more',
    body: 'The team looks for one organisation for all of the care again.',
  },
  'part-taken': {
    subject: 'There is an organisation for a part of the care',
    body: 'An organisation has taken on a part of the care. The page below shows which part, and how to reach the organisation.',
  },
  'part-returned': {
    subject: 'A part of the care is with the team again',
    body: 'An organisation cannot give its part of the care after all. The team looks for another one at once. The other parts stay as they are.',
  },
  'part-started': {
    subject: 'A part of the care has started',
    body: 'An organisation says that its part of the care has begun. Is that not right? Then call the organisation. The number is on the page below.',
  },
  swapped: {
    subject: 'Another organisation takes over the care',
    body: 'The care goes over to another organisation. It will contact you. The page below shows which organisation that is and how to reach it.',
  },
  'party-invited': {
    subject: 'Somebody else looks along with your request',
    body: 'The team has invited somebody in the neighbourhood to think along. The page below shows who that is and what they may see.',
  },
  reopened: {
    subject: 'Your request is open again',
    body: 'The team looks for an organisation for your request again.',
  },
}

/** Plain English (B1), for who lives here and does not read Dutch. Care has the Dutch word beside it that will stand on letters. */
export const en: Words = {
  locale: 'en',
  urgent: {
    title: 'Is it urgent now?',
    text: 'When a life is in danger, call [112](emergency). Otherwise call your general practitioner (huisarts). Is the practice closed? Then call the out-of-hours doctors (huisartsenpost).',
  },
  otherDoor: {
    title: (region) => `This postcode belongs to ${region}`,
    text: 'That region has a door of its own. {link}. What you filled in here does not go with you.',
  },

  relation: {
    partner: 'Partner',
    child: 'Daughter or son',
    family: 'Other family',
    neighbour: 'Friend or neighbour',
    representative: 'Legal representative',
    other: 'Something else',
  },
  care: {
    'personal-care': {
      label: 'Washing, dressing or compression stockings',
      hint: 'Also help with using the toilet or getting out of bed. In Dutch: persoonlijke verzorging',
    },
    nursing: {
      label: 'Medicines, injections, catheter or stoma',
      hint: 'Also eye drops, or putting medicines ready. In Dutch: verpleging',
    },
    wound: { label: 'Care for a wound', hint: 'In Dutch: wondzorg' },
    technical: { label: 'A drip, feeding tube or drain', hint: 'In Dutch: infuus, sonde of drain' },
    'medical-technical': {
      label: 'A treatment that the specialist prescribed',
      hint: 'For example medicines through the blood, at home instead of in hospital. In Dutch: medisch-specialistische verpleging',
    },
    respiratory: { label: 'Help with breathing or oxygen', hint: 'For example with COPD. In Dutch: longzorg' },
    palliative: { label: 'Care in the last part of life', hint: 'In Dutch: palliatieve zorg' },
    'dementia-casemanagement': {
      label: 'Guidance with dementia',
      hint: 'One case manager who stays with you and thinks with you. In Dutch: casemanager dementie',
    },
    child: { label: 'Care for a sick child', hint: 'In Dutch: kinderthuiszorg' },
    advice: { label: 'Explanation and advice', hint: 'For example learning to give yourself an injection' },
    unplanned: {
      label: 'Help that you cannot plan',
      hint: 'For example after a fall, in the evening and at night too',
    },
    'short-stay': {
      label: 'Living somewhere else for a short time',
      hint: 'Because it does not go at home for a while. In Dutch: tijdelijk verblijf',
    },
    unknown: {
      label: 'I do not know exactly',
      hint: 'No problem. The district nurse (wijkverpleegkundige) finds out together with you.',
    },
  },
  daypart: { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening', night: 'Night' },
  start: {
    tomorrow: 'Today or tomorrow',
    'two-days': 'Within two days',
    'this-week': 'Within a week',
    later: 'Later, or on a fixed day',
  },
  location: {
    home: 'At home',
    hospital: 'In hospital',
    rehabilitation: 'In a rehabilitation centre',
    'nursing-home': 'In a nursing home',
    hospice: 'In a hospice',
  },
  gender: { female: 'Woman', male: 'Man', other: 'Other' },

  wrong: {
    name: 'Use only letters in a name, such as Van der Meer',
    phone: 'Fill in a phone number, such as 06 12345678 or 026 1234567',
    email: 'Fill in an e-mail address, such as name@example.com',
    postcode: 'Fill in a postcode, such as 6811 AB',
    noPostcode: 'Fill in the postcode',
    outsideRegion: 'This postcode is outside our region. Below you read where you can ask.',
    houseNumber: 'Fill in a house number, such as 12 or 12 A',
    noHouseNumber: 'Fill in the house number',
    forWhom: 'Choose for whom you ask for care',
    noFamilyName: 'Fill in the family name',
    noBirthDate: 'Fill in the date of birth',
    notBornYet: 'This date has not been yet. Look at the year again.',
    tooOld: 'Look at the year of birth again',
    location: 'Choose where you are now, or where the person is who needs care',
    noPhone: 'Fill in your phone number',
    noContactName: 'Fill in the name of the person we may call',
    noContactPhone: 'Fill in the phone number of the person we may call',
    noOwnName: 'Fill in your name',
    relation: 'Choose who you are to the person who needs care',
    callWho: 'Choose whom we call first',
    noClientPhone: 'Fill in the phone number of the person who needs care',
    urgent: 'Choose whether it is urgent now',
    care: 'Choose which care is needed',
    noQuestion: 'Tell in a few words what is needed',
    start: 'Choose when the care must begin',
    noStartOn: 'Fill in from which day the care is needed',
    bsn: 'This is not a citizen service number (BSN). Look at it again, or leave it empty.',
    dayBehind: 'This day has been. Fill in today or a later day.',
    dayFarAhead: 'This day is more than a year away. Look at the year again.',
    consent: 'Tick the box. Without your permission we may not pass the request on.',
    noEmail: 'Fill in your e-mail address',
    unwantedIsPreferred: 'You chose this organisation above as the one you prefer. Choose another one, or none.',
  },

  begin: {
    title: 'Ask for care',
    lead: 'Do you need help at home, or does somebody you look after? Ask for home nursing (wijkverpleging) here. It takes about five minutes. You do not need an account.',
    closed:
      'In this region you ask for care by phone, or through your general practitioner (huisarts) or the hospital.',
    call: 'Call: {desk}',
    orCallBack: 'Or [have us call you back](callback). Then we fill in the request together.',
    preferred: (name) => `You would like care from ${name}`,
    preferredHelp:
      'That is filled in for you. Has {name} no room? Then you hear so and we look for another organisation. [I have no preference after all](ask).',
    unknown: 'We do not know the organisation that you chose',
    unknownHelp: 'You can choose an organisation in the form. You do not have to.',
    begin: 'Start asking for care',
    handyTitle: 'Good to have with you',
    handy: [
      'The postcode and house number of the place where care is needed',
      'The date of birth of the person who needs care',
      'The name of the health insurer and the general practitioner (huisarts), if you know them',
    ],
    rather: 'Rather not on a computer?',
    callBack: '[Have us call you back](callback). Then we fill in the request together.',
    callYourself: 'Call yourself: {desk}',
    print: '[Print the empty form](print) and fill it in with a pen.',
    otherHelp:
      'Help with cleaning, shopping or transport is arranged by your municipality (gemeente). Ask there for the Wmo desk (Wmo-loket).',
  },
  gone: {
    title: 'This request is not here any more',
    text: 'We keep a request that was not sent for 14 days. After that we throw it away. It can also be that the link was not copied whole.',
    begin: 'Start a new request',
    orCallBack: 'Or [have us call you back](callback).',
  },

  form: {
    steps: ['For whom and where', 'Which care', 'Check'],
    next: 'Next',
    previous: 'Previous',
    keepAndReturn: 'Save and go back',
    stuck: 'Are you stuck? [Call me back](callback).',
    stuckOrCall: 'Are you stuck? [Call me back](callback), or call yourself: {desk}.',
    later: 'Go on later? [Keep your request](keep). Your answers stay for 14 days.',
    dontKnow: 'I do not know',
  },
  forWhom: {
    title: 'For whom do you ask for care?',
    self: 'For myself',
    other: 'For somebody else',
    otherHint: 'For example your partner, mother or neighbour',
  },
  person: {
    titleSelf: 'Who are you?',
    title: 'Who needs care?',
    leadSelf: 'Only the organisation that is going to help you sees your name.',
    lead: 'Fill in the details of the person who needs care. Only the organisation that is going to help sees the name.',
    givenName: 'First name or initials',
    familyName: 'Family name',
    familyNameHint: 'For example: van der Meer',
    birthDate: 'Date of birth',
    birthDateHint: 'Day, month, year. For example 27 3 1941',
    gender: 'Woman or man?',
  },
  place: {
    title: 'Where is the care needed?',
    lead: 'With the postcode we find the district nurses (wijkverpleegkundigen) near you.',
    postcode: 'Postcode',
    postcodeHint:
      'For example 6811 AB. Is the care needed at another address, such as with family? Then fill in that address.',
    houseNumber: 'House number',
    houseNumberHint: 'With the letter or addition, such as 12 A',
    locationSelf: 'Where are you now?',
    location: 'Where is the person who needs care now?',
    dischargeOn: 'Not at home? On which day to go home?',
    dischargeOnHintSelf: 'Fill this in only if you are not at home now and know the day.',
    dischargeOnHint: 'Only if they are not at home now and you know the day.',
  },
  outside: {
    askThere: 'Ask for the care there',
    title: 'This postcode belongs to another region',
    lead: 'Did you type the postcode well? Then we cannot arrange the care there. This is what you can do:',
    advice: [
      {
        what: 'Call the general practitioner (huisarts).',
        how: 'They know the district nurses in that area.',
      },
      {
        what: 'Call the health insurer',
        how: 'and ask for “zorgbemiddeling”. They look for an organisation, for free.',
      },
      {
        what: 'Is it about help in the house, such as cleaning?',
        how: 'Call the municipality (gemeente) and ask for the Wmo desk (Wmo-loket).',
      },
    ],
    kept: 'Your answers stay. You can change the postcode below.',
  },
  reach: {
    title: 'How do we reach you?',
    lead: 'We call you when we need to know something.',
    phone: 'Your phone number',
    email: 'Your e-mail address',
    emailHint: 'Then you get a message when there is news. The e-mail says nothing about your health.',
    contact: 'May we call somebody else too?',
    contactHelp: 'For example your daughter or a neighbour. Leave this empty if there is no need.',
    contactName: 'Name',
    contactRelation: 'Who is that?',
    contactRelationHint: 'For example: daughter',
    contactPhone: 'Phone number',
  },
  carer: {
    title: 'Who are you?',
    lead: 'We keep you informed about the request.',
    name: 'Your name',
    relation: 'Who are you to the person who needs care?',
    phone: 'Your phone number',
    email: 'Your e-mail address',
    emailHint: 'Then you get a message when there is news. The e-mail says nothing about their health.',
    callWho: 'Whom do we call first?',
    me: 'Me',
    client: 'The person who needs care',
    clientPhone: 'Phone number of the person who needs care',
    mayI: 'May I ask for care for somebody else?',
    mayIHelp:
      'Yes, if they agree. Can they no longer say so themselves? Then you may if you are the partner, family or legal representative. Not sure? [Have us call you back](callback).',
  },
  urgentNow: {
    title: 'Is it urgent now?',
    called: 'Did you call?',
    no: 'No, it is not urgent',
    yes: 'Yes, something serious is happening now',
    calledAlready: 'I have called already and now ask for care too',
    when: 'By urgent we mean for example: pain in the chest, trouble with breathing, losing a lot of blood, being confused all of a sudden, or a fall with a lot of pain. Then do not wait for this form.',
    callNow: 'Call now. Do not wait for this form.',
    advice: [
      'Is somebody’s life in danger? Call [112](emergency).',
      'Can it not wait, but is no life in danger? Call the general practitioner (huisarts). Press 1 when it is urgent.',
      'Is the practice closed? Call the out-of-hours doctors (huisartsenpost). The answering machine of the practice tells the number.',
    ],
    kept: 'Your answers stay. After that you can go on here.',
  },
  whichCare: {
    titleSelf: 'What do you need help with?',
    title: 'What is help needed with?',
    lead: 'You can choose more than one thing.',
  },
  story: {
    title: 'Tell in your own words what is needed',
    label: 'What does not go any more? How is it now?',
    hint: 'A few sentences are enough. You may write in English. Do not give names, phone numbers or addresses here.',
    whoReads: 'Who reads this?',
    whoReadsHelp:
      'The district nurses in the area read this without knowing who it is about. Is there a name or number in it after all? Then we take it out. The organisation that is going to help reads everything.',
  },
  when: {
    title: 'When is the care needed?',
    start: 'When must the care begin?',
    startOn: 'From which day?',
    startOnHint: 'Only if you chose “later” above.',
    dayparts: 'In which part of the day?',
    dontKnow: 'Do you not know? Then leave this empty.',
    timesPerWeek: 'How often a week?',
    timesPerWeekHint: 'Once every day is 7. Twice a day is 14. Do you not know? Then leave this empty.',
    times: 'times',
  },
  wishes: {
    title: 'What matters to you?',
    lead: 'We follow this as much as we can. You do not have to fill in anything.',
    existingSelf: 'Do you already get care from an organisation?',
    existing: 'Is there already care from an organisation?',
    noExisting: 'No, or it is not in the list',
    preferred: 'Is there an organisation that you prefer?',
    preferredHint: 'Has that organisation no room? Then you hear so and we look for another one.',
    noPreferred: 'No preference',
    unwanted: 'Is there an organisation from which you would rather not have care?',
    unwantedHint: 'Then we do not ask that organisation. It does not see what you chose.',
    noUnwanted: 'None',
    carerGender: 'Who would you like to come and help?',
    anyGender: 'It does not matter',
    woman: 'A woman',
    man: 'A man',
    language: 'In which language is talking easiest?',
    dutch: 'Dutch',
    faith: 'Is there something of faith or culture that we should know?',
    faithHint: 'For example: times of prayer, or shoes off',
  },
  cover: {
    title: 'Health insurance and general practitioner',
    lead: 'This saves a phone call later. Do you not know? Then leave it empty.',
    insurerSelf: 'Which is your health insurer (zorgverzekeraar)?',
    insurer: 'Which health insurer (zorgverzekeraar)?',
    insurerHint: 'You find the name on the card of the health insurance.',
    otherInsurer: 'Another insurer',
    gpSelf: 'Who is your general practitioner (huisarts)?',
    gp: 'Who is the general practitioner (huisarts)?',
    gpHint: 'The name of the doctor or of the practice',
    bsn: 'Citizen service number (BSN)',
    bsnHint:
      '9 digits, on the passport, identity card, residence permit or driving licence. Only the organisation that is going to help sees this number.',
    whyBsn: 'Why do we ask for the BSN?',
    whyBsnHelp:
      'A care organisation must know the BSN before the care begins. So it is sure who it is about. You may leave it empty now and give it later.',
  },
  check: {
    title: 'Is everything right?',
    lead: 'Look at your answers. After that you send the request.',
    send: 'Send the request',
    whoSees: 'Who gets to see what?',
    sharing: [
      {
        what: 'Now:',
        how: 'the district nurses of the organisations in the area see which care is needed, about which age, and the neighbourhood. They see no name, address, phone number or BSN.',
      },
      {
        what: 'As soon as an organisation takes on the care:',
        how: 'only that organisation sees everything that you filled in. It needs that to help.',
      },
      { what: 'Calling:', how: 'we may call when something is not clear.' },
    ],
    consent: 'Permission',
    yesCarer: 'Yes, you may. The person who needs care agrees, or I may decide for them.',
    yes: 'Yes, you may. Share my request like this.',
    regret: 'Do you change your mind? You can always withdraw the request with the link that you get, or by phone.',
    notFilledIn: 'Not filled in',
    number: (postcode, houseNumber) => `${postcode}, number ${houseNumber}`,
    homeOn: (date) => `, going home on ${date}`,
    other: 'Somebody else',
    self: 'Myself',
    you: 'You',
    clientAt: (phone) => `The person who needs care (${phone})`,
    from: (date) => `From ${date}`,
    timesPerWeek: (times) => `${times} times a week`,
    existing: (name) => `care from ${name} already`,
    preferred: (name) => `preferably ${name}`,
    unwanted: (name) => `rather not from ${name}`,
    carerGender: { female: 'preferably a woman', male: 'preferably a man' },
    lines: {
      forWhom: ['Request for', 'for whom you ask for care'],
      name: ['Name', 'the name'],
      born: ['Born', 'the date of birth'],
      address: ['Address', 'the address'],
      location: ['Is now', 'where you are now'],
      reach: ['To reach at', 'how we reach you'],
      contact: ['Also call', 'whom we may call too'],
      carer: ['You are', 'your details'],
      callFirst: ['We first call', 'whom we call'],
      care: ['Help with', 'which care is needed'],
      story: ['In your own words', 'your own words'],
      start: ['Start', 'when the care begins'],
      when: ['When', 'in which part of the day'],
      wishes: ['Wishes', 'your wishes'],
      insurer: ['Health insurer', 'the health insurer'],
      gp: ['General practitioner', 'the general practitioner'],
      bsn: ['BSN', 'the citizen service number'],
    },
  },
  sent: {
    title: 'Your request has been sent',
    lead: 'You do not have to do anything now. We keep you informed.',
    number: 'Your number is',
    say: (spoken) => `Say this number when you call: ${spoken}.`,
    holder: 'Who has your request now',
    hear: 'You hear something',
    asked: 'We already asked who can. Answer',
    by: (moment) => `by ${moment} at the latest`,
    next: 'What happens now?',
    steps: [
      'The district nurses in the area look together who can give the care.',
      'One organisation takes on the care. Only then does that organisation see who it is about.',
      'That organisation calls to get to know you and to make an appointment.',
      'Does it not work out in time? Then your request goes by itself to somebody who looks further.',
    ],
    follow: 'Follow your request',
    followHelp: (link) =>
      `On this page you can always see how things stand. You can also add something there, or withdraw the request. Keep the link well: ${link}`,
  },
  keep: {
    title: 'Keep your request',
    back: 'Back to the request',
    mailed: 'The link is on its way',
    mailedHelp: 'Look in your e-mail. Do you see nothing? Look in the junk mail too.',
    tooOften: 'We have mailed the link a few times already',
    tooOftenHelp: 'Write down the link below, or have us call you back.',
    until: (date) => `Your answers stay until ${date}. With this link you go on:`,
    careful: 'Whoever has the link can read your answers. So give it only to somebody who helps you.',
    mailMe: 'Mail the link to myself',
    mailMeHint: 'Only the link is in the e-mail. We do not keep your address with the request for this.',
    mail: 'Mail me the link',
    letter: {
      subject: 'Go on with your request',
      body: (link, days) => [
        'With this link you go on with the request that you started:',
        link,
        `The link works for ${days} days. Whoever has the link can read your answers. So do not just pass it on.`,
        'Did you not start a request? Then somebody made a typing error. You do not have to do anything.',
      ],
    },
  },
  paper: {
    title: 'Form to print',
    heading: 'Ask for care: form on paper',
    how: 'Print this page (with Ctrl and P, or from the menu of your browser) and fill in the form with a pen.',
    done: 'Done? Then call {desk}. You read out your answers and we fill them in. Or fill in the request yourself at {address}.',
    step1: '1. For whom and where',
    step2: '2. Which care, when, and wishes',
    step3: '3. Permission',
    givenName: 'First name or initials of the person who needs care',
    dateHint: 'day – month – year',
    gender: 'Woman or man? (optional)',
    postcode: 'Postcode and house number of the place where care is needed',
    clientPhone: 'Phone number of the person who needs care',
    email: 'E-mail address (optional)',
    forAnother: 'Do you ask for care for somebody else?',
    care: 'What is help needed with? You can choose more than one thing.',
    existing: 'From which organisation do you get care already? (optional)',
    preferred: 'Which organisation do you prefer? (optional)',
    insurer: 'Health insurer (zorgverzekeraar) (optional)',
    gp: 'General practitioner (huisarts) (optional)',
    bsn: 'Citizen service number (BSN) (optional)',
    sharing: [
      'The district nurses in the area see which care is needed. They see no name, address, phone number or BSN.',
      'The organisation that takes on the care sees everything that you filled in.',
    ],
    allowed: 'Is that all right?',
    yes: 'Yes, you may',
    signature: 'Date and signature',
  },
  callback: {
    title: 'Call me back',
    lead: 'Would you rather talk to somebody? Leave your number. We call you and fill in the request together. Tell us if you want to speak English.',
    name: 'Your name',
    wrongName: 'Fill in a name with only letters, such as J. de Vries',
    phone: 'Your phone number',
    moment: 'When can we best call you?',
    moments: { any: 'It does not matter', morning: 'In the morning', afternoon: 'In the afternoon' },
    note: 'Do you want to tell us something already?',
    noteHint: 'For example who it is about. Medical details are not needed yet.',
    go: 'Call me back',
    callYourself: 'You can also call yourself: {desk}',
    asked: 'We call you back',
    by: (moment) => `You will be called, by ${moment} at the latest`,
    whoCalls: '{desk} calls you. Keep your phone with you. An unknown number can be ours.',
    deskCalls: 'The desk calls you. Keep your phone with you. An unknown number can be ours.',
    notCalled: 'Have you not been called by then?',
    callUs: 'Feel free to call us: {desk}',
    askAgain: 'Then please ask once more.',
  },
  follow: {
    title: 'Follow your request',
    request: (number) => `Request ${number}`,
    heading: 'How does the request stand?',
    state: ({ state, holder, passedOn, history }, now) => {
      if (passedOn) return `The request has been handed over to ${passedOn.regionName}.`
      const who = holder?.name ?? 'The team'
      const asked = askedNow({ state, history }, now)
      switch (state) {
        case 'submitted':
          return 'We have received the request. We are looking which team it belongs to.'
        case 'triage':
          return `${who} is looking at the request.`
        case 'listed':
          return asked?.from
            ? `From ${moment(asked.from, now)} on we ask an organisation. You need not do anything.`
            : `${who} is looking for an organisation that can give the care.`
        case 'offered':
          return asked?.name
            ? `We asked ${asked.name} whether they can give the care. If not, we look further at once.`
            : `${who} has asked organisations whether they can give the care.`
        case 'proposed':
          return 'There is a proposal. The team will contact you.'
        case 'assigned':
          return `${who} is going to give the care and will contact you.`
        case 'started':
          return `The care has started. ${who} gives the care.`
        case 'closed':
          return 'The request is closed.'
        case 'redirected':
          return 'The request was referred to other help.'
        case 'withdrawn':
          return 'The request has been withdrawn. Nobody goes on with it.'
      }
    },
    history: (line, now) => happenings[line.code](line, now),
    look: ({ event, action, actorKind, organizationName, role }) => ({
      who:
        lookers(event, actorKind) ?? `${organizationName ?? 'Unknown organisation'}, ${roles[role ?? ''] ?? 'worker'}`,
      what: (looks as Record<string, string>)[event] ?? actions[action],
    }),
    part: ({ dayparts, careKinds }, by) => piecesOf(by === 'care-kind' ? careKinds : dayparts),
    whichPart: 'Who gives which part?',
    say: (number, spoken) => `Do you call? Then say this number: ${number} (${spoken}).`,
    happened: 'What happened so far',
    giver: 'Who gives the care',
    holder: 'Who is working on it',
    afterwards: 'For questions',
    phone: 'Phone',
    startConfirmedBefore: 'The start is confirmed before',
    answerBefore: 'There is an answer before',
    askedAnswerBefore: 'Whom we asked answers before',
    behind: (moment) => `${moment} (past: feel free to call)`,
    parts:
      'More than one organisation gives the care together. A question about all of it? Call who keeps the overview.',
    noTakerYet: 'We are still looking for an organisation',
    keepsOverview: 'Keeps the overview',
    begunOn: (date) => `Started on ${date}`,
    beginsOn: (date) => `Starts on ${date}`,
    seeAll: 'See everything, add something or withdraw',
    seeAllAfter: 'See what was asked',
    tooOften: 'A wrong date too often',
    tryAgainAfter: (time) => `You can try again after ${time}. In a hurry? Call the number above.`,
    birthDate: 'Date of birth of the person who gets the care',
    birthDateHint: 'So we know that it is you. We show the details for half an hour.',
    showAll: 'Show everything',
    done: {
      aangevuld: 'What you added is with the request',
      bestand: 'The file has been added',
      verbeterd: 'Your details have been corrected',
      wens: 'Your wish has been changed. From now on we may ask that organisation as well.',
      ingetrokken: 'The request has been withdrawn',
      zorgverzekeraar: 'Thank you. We may now ask the health insurer to help.',
      gekozen: 'You chose an organisation. It will contact you.',
      beantwoord: 'Your answer has been sent. The team goes on.',
      'nieuwe-link': 'This is your new link. The old one does not work any more',
    },
    asksYou: 'The team has a question for you',
    asksYouHelp: 'The clock stands still until you answer.',
    readQuestion: 'Read the question and answer',
    choose: 'You can choose',
    chooseHelp: 'There are organisations that can give the care.',
    chooseGo: 'Choose an organisation',
    passedOn: (region) => `Your request is now with ${region}`,
    passedOnHelp: 'That region is now looking for an organisation. Nothing more happens here.',
    passedOnNumber: (number, spoken) => `The number there is [${number}](number) (${spoken}).`,
    passedOnFollow: (region) => `Follow the request at ${region}`,
    what: 'What do you want to do?',
    add: 'Add something',
    addFile: 'Add a file',
    correct: 'Correct details',
    withdraw: 'Withdraw the request',
    asked: 'What you asked',
    files: 'Files',
    supplements: 'Added later',
    whoLooked: 'Who has looked?',
    whoLookedHelp:
      'Each time that somebody opens your request, we write it down. Without names: the organisation and the role.',
    period: 'Period',
    periods: { week: 'Week', month: 'Month', quarter: '3 months', year: 'Year', all: 'All' },
    lookTable: { caption: 'Who looked or changed something', who: 'Who', what: 'What', at: 'When' },
    nobodyLooked: 'Nobody has looked in this period.',
    otherHasLink: 'Does somebody else have your link?',
    otherHasLinkHelp: 'Then make a new link. The old one does not work after that. New e-mails get the new link.',
    newLink: 'Make a new link',
    wrongBirthDate: (triesLeft, mostTries) =>
      triesLeft === 0
        ? 'This date is not right. Try again in a quarter of an hour, or call the team.'
        : `This date is not right. You can try ${triesLeft} of the ${mostTries} times more.`,
    tooLate: 'This is no longer possible: the request was started, withdrawn or closed. Call the team.',
  },
  followStart: {
    lead: 'You follow a request with the link that you got when you sent it. The link is also in each e-mail from us.',
    link: 'Paste the whole link here',
    linkHint: 'The link begins with the address of this website and holds the word ‘volg’.',
    open: 'Open the request',
    wrongLink: 'This is not the whole link. Copy it from the e-mail, or from the page after sending.',
    noLink: 'Paste the link here',
    lost: 'Lost the link?',
    lostHelp: 'With only the number we cannot show anything. So nobody else can look along.',
    lostCall: 'Call {desk} and say the number.',
    notAsked: 'Have you not asked for care yet? [Ask for care here](ask).',
  },
  noSuchLink: {
    title: 'This link does not work',
    lead: 'Perhaps the link was not copied whole, a new link was made, or the request was closed more than 60 days ago.',
    text: 'Look in the last e-mail from us. It holds the newest link.',
    orCall: 'Or call {desk}.',
  },
  unwanted: {
    link: 'Care from that organisation after all',
    title: 'Care from that organisation after all?',
    lead: 'You said that you would rather not have care from this organisation. Did you change your mind? Then we may ask it too.',
    which: 'Which organisation may give care after all?',
    none: 'Tick an organisation, or go back',
    tooLate: 'This is not possible any more: the care has begun or the request has ended. Call the team.',
  },
  change: {
    dont: 'Do not do this',
    add: 'Add',
    keep: 'Save',
    supplementLead: 'Has something changed, or did you forget something? Write it here.',
    supplement: 'What do you want to add?',
    onlyGivers: 'Only who gives the care reads this.',
    noSupplement: 'Fill in what you want to add',
    withdrawLead: 'Is the care not needed any more? Then we stop looking. You can always ask for care again later.',
    withdraw: 'Withdraw the request',
    why: 'Why do you withdraw the request?',
    noWhy: 'Choose why you withdraw the request',
    reasonText: 'Explanation',
    reasonTextHint: 'Needed with ‘Something else’.',
    noReasonText: 'Fill in an explanation',
    reasons: {
      arranged: 'The care was arranged in another way',
      'not-needed': 'The care is not needed any more',
      admitted: 'Admitted to a hospital, nursing home or hospice',
      deceased: 'The client has died',
      other: 'Something else',
    },
    correctLead:
      'Change what is not right. Leave the rest. Is the name or the date of birth wrong? Then call the team.',
    client: 'Who gets the care',
    contact: 'Contact person',
    requester: 'Who asked for the care',
    requesterHint: 'We send messages to this e-mail address.',
    theRequest: 'The request',
    phone: 'Phone',
    email: 'E-mail',
    postcode: 'Postcode',
    houseNumber: 'House number',
    name: 'Name',
    question: 'What is help needed with?',
    wrongEmail: 'Fill in an e-mail address, such as name@example.com',
    wrongName: 'Fill in a name with only letters',
    noContactName: 'Fill in the name of the contact person',
    noQuestion: 'Fill in what help is needed with',
    elsewhere: 'This is another neighbourhood. Call the team, then they look who gives care there.',
  },
  file: {
    lead: 'For example a list of medicines or a photo of the wound. Only who gives the care can open the file.',
    choose: 'Choose one or more files',
    hint: 'A pdf, photo (jpg or png) or text. A file is 10 MB at most.',
    none: 'Choose a file',
    refused: {
      empty: (name) => `The file ‘${name}’ is empty. Choose another file.`,
      'too-large': (name) => `The file ‘${name}’ is larger than 10 MB. Choose a smaller file.`,
      'type-not-allowed': (name) => `The file ‘${name}’ is not a pdf, jpeg, png or plain text.`,
      'not-what-it-says': (name) => `What is in ‘${name}’ does not fit its kind of file. Save it again.`,
    },
    tooMany: 'A request holds 10 files. Choose fewer.',
    size: (bytes) =>
      bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
  },
  question: {
    title: 'A question from the team',
    back: 'Back to the request',
    by: (moment) => `Answer by ${moment} at the latest. After that the team goes on with what it knows.`,
    answer: 'Your answer',
    noAnswer: 'Fill in your answer',
    send: 'Send the answer',
    notNow: 'Not now',
  },
  insurer: {
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
  },
  details: {
    client: 'Client',
    name: 'Name',
    birthDate: 'Date of birth',
    bsn: 'BSN',
    bsnEnds: (end) => `ends in ${end}`,
    gender: 'Gender',
    genders: { female: 'woman', male: 'man', other: 'other', unknown: 'not known' },
    address: 'Address',
    addressWithoutStreet: (area, houseNumber) => `${area}, house number ${houseNumber}`,
    careAddress: 'Temporary address for care',
    phone: 'Phone',
    email: 'E-mail',
    contactRoles: {
      'informal-carer': 'family carer',
      representative: 'legal representative',
      contact: 'contact person',
    },
    care: 'Care',
    question: 'Request',
    careKinds: 'Kind of care',
    kindsOfCare,
    nursingActions: 'Nursing actions',
    dayparts: 'Parts of the day',
    partsOfTheDay,
    howOften: 'How often',
    timesPerWeek: (times) => `${times} times a week`,
    hours: 'Hours',
    hoursPerWeek: (hours) => `${hours} hours a week`,
    priority: 'How soon',
    priorities: {
      today: 'today',
      'within-24-hours': 'within 24 hours',
      'within-48-hours': 'within 48 hours',
      'this-week': 'this week',
      planned: 'planned',
    },
    location: 'Where the client is now',
    locations: {
      home: 'at home',
      hospital: 'in hospital',
      rehabilitation: 'in a rehabilitation centre',
      'nursing-home': 'in a nursing home',
      hospice: 'in a hospice',
    },
    dischargeOn: 'Day of discharge',
    startOn: 'Start of the care',
    certainties: { certain: 'certain', expected: 'expected', unknown: 'not known yet' },
    duration: 'How long',
    durations: {
      short: 'shorter than 3 months',
      long: 'longer than 3 months',
      terminal: 'last part of life',
      unknown: 'not known yet',
    },
    alerts: 'Please note',
    alertNames: {
      fall: 'may fall',
      delirium: 'delirium',
      wandering: 'wanders',
      aggression: 'aggression',
      'smoking-with-oxygen': 'smokes near oxygen',
      mrsa: 'MRSA',
      vre: 'VRE',
      cre: 'CRE',
    },
    carers: 'Number of carers',
    twoCarers: 'two at once',
    palliative: 'Palliative',
    yes: 'yes',
    financing: 'Paid by',
    financings: {
      zvw: 'health insurance (Zvw)',
      wlz: 'long-term care (Wlz)',
      wmo: 'municipality (Wmo)',
      youth: 'youth care (Jeugdwet)',
      private: 'own account',
      unknown: 'not known yet',
    },
    insurer: 'Health insurer',
    indication: 'Assessment (indicatie)',
    indications: { present: 'done', 'to-do': 'still to be done' },
    preferred: 'Preferably from',
    existing: 'Gets care already from',
    unwanted: 'Rather not from',
    language: 'Language',
    faith: 'Faith or culture',
    carerGender: 'Carer',
    carerGenders: { female: 'rather a woman', male: 'rather a man' },
    warmHandover: 'Personal handover',
    pleaseCall: 'please call',
    particulars: ({ generalPractitioner, ...others }) => [
      ...(generalPractitioner
        ? [
            {
              title: 'General practitioner (huisarts)',
              rows: [{ label: 'General practitioner', value: generalPractitioner }],
            },
          ]
        : []),
      // What professionals wrote about the care: in their words.
      ...describeParticulars(others).map((part) => ({ ...part, isDutch: true })),
    ],
    requester: 'Who asked',
    reachable: 'To reach',
    attachmentKinds: {
      'discharge-letter': 'letter of discharge',
      'medication-list': 'list of medicines',
      'wound-plan': 'wound plan',
      'wound-photo': 'photo of a wound',
      'execution-request': 'request to carry out (uitvoeringsverzoek)',
      other: 'other document',
    },
  },
  written: {
    callCarerFirst: 'Please call me first.',
    callClientFirst: 'Please call the client first.',
    unknownCare: 'Does not know exactly which care is needed.',
  },
  letter: (code, number, link) => {
    const { subject, body } = notices[code]
    return {
      subject: `${subject} (${formatRequestNumber(number)})`,
      body: `Dear reader,\n\n${body}\n\nLook at the request here:\n${link}\n\nThere are no personal details in this e-mail. Do not pass it on: whoever has the link can see how the request stands.\n`,
    }
  },
}
