// What is looked at, by whom, in which order. `as` is a person of the practice region; without it, anyone.

/** Fills in fields by name: text, choices and lists alike. */
async function fillIn(page, fields) {
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) {
      const choice = page.locator(`:is([type="radio"], [type="checkbox"])[name="${name}"][value="${one}"]`)
      const field = page.locator(`[name="${name}"]`).first()
      if ((await choice.count()) > 0) await choice.first().check({ force: true })
      else if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(one)
      else await field.fill(one)
    }
  }
}

/** Presses the button that goes on (the way back has a name) and waits for the page that comes. */
async function goOn(page) {
  const button = page.locator('main form[method="post"] button:not([name])').last()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

async function visit(page, path) {
  const answer = await page.goto(path)
  if (answer.status() >= 400) throw new Error(`${path} answered ${answer.status()}`)
}

/** Follows the first link of the page whose address looks like this. */
async function follow(page, pattern) {
  const hrefs = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const href = hrefs.find((one) => pattern.test(one ?? ''))
  if (!href) throw new Error(`no link like ${pattern}`)
  await visit(page, href)
}

const idOf = '[0-9a-f-]{36}'
const birthDate = { 'birthDate-day': '27', 'birthDate-month': '3', 'birthDate-year': '1941' }
const kept = {}

/** The first link of the page to one of these. */
const one = (path) => new RegExp(`^${path}/${idOf}$`)

/** Keeps the address of this page for steps that lead on from it: '{request}/teruggeven'. */
const keep = (name) => (page) => {
  kept[name] = new URL(page.url()).pathname
}

/** Goes to the first page that this one leads to with a link like that on it. */
async function findLeading(page, from, leads, link) {
  const hrefsOn = () =>
    page.locator('main a').evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))
  await visit(page, from)
  for (const href of new Set((await hrefsOn()).filter((one) => leads.test(one)))) {
    await visit(page, href)
    if ((await hrefsOn()).some((one) => link.test(one))) return
  }
  throw new Error(`${from} leads to no page with a link like ${link}`)
}

/** Goes to the first request of the list with which this can be done: what moved up is asked about by the desk, for one. */
const findWith = (page, deed) => findLeading(page, '/zorgvragen', one('/zorgvragen'), new RegExp(`/${deed}$`))

/**
 * Takes the steps of a chapter. A step is where to go, the name of its picture and what it shows; an address, or how the first link
 * there looks; without a picture it only leads on. What takes more than going somewhere is a function.
 */
export async function takeSteps(page, shoot, steps) {
  for (const step of steps) {
    if (typeof step === 'function') {
      await step(page, shoot)
      continue
    }
    const [to, ...picture] = step
    if (to instanceof RegExp) await follow(page, to)
    else await visit(page, withKept(to))
    if (picture.length > 0) await shoot(...picture)
  }
}

const withKept = (address) => address.replace(/\{(\w+)\}/, (_, name) => kept[name])

export const chapters = [
  {
    title: 'For everybody',
    steps: [
      ['/', 'front', 'The front door'],
      ['/terugbellen', 'call-me-back', 'Be called back'],
      async (page, shoot) => {
        await fillIn(page, { name: 'Aart Bosveld', phone: '06 12345678', moment: 'morning' })
        await goOn(page)
        await shoot('call-me-back-asked', 'Be called back: asked')
      },
      ['/privacy', 'privacy', 'Privacy'],
      ['/toegankelijkheid', 'accessibility', 'Accessibility'],
      ['/over', 'about', 'About'],
      async (page, shoot) => {
        await page.goto('/bestaat-niet')
        await shoot('not-found', 'A page that is not there')
      },
    ],
  },
  {
    title: 'Who works in a neighbourhood',
    steps: [
      ['/wijk', 'find', 'Who gives care near me?'],
      ['/wijk?plaats=osterbeek&zorg=steunkousen', 'find-plain-words', 'With a slip of the hand and in plain words'],
      ['/wijk?plaats=1012AB', 'find-outside', 'A postcode of another region'],
      ['/wijk/6811', 'neighbourhood', 'A neighbourhood: its people, who comes there, how to ask'],
      ['/wijk/6986', 'neighbourhood-border', 'A neighbourhood on the border of two teams'],
      ['/en/wijk/zo-vraagt-u-zorg', 'asking-explained', 'What the form asks, in English'],
      ['/en/wijk/6811', 'neighbourhood-english', 'The same in English'],
      ['/wijk/organisatie/safraan', 'provider', 'An organisation'],
      ['/wijk/vergelijken?met=rijnbocht&met=safraan&met=klok', 'comparison', 'Three organisations side by side'],
      ['/aanvragen?voorkeur=safraan', 'ask-preferred', 'Asking one of them'],
      ['/widget?plaats=6811', 'widget', 'The widget on the site of a practice'],
      ['/widget/code?kleur=b3005e', 'widget-code', 'The code of the widget'],
    ],
  },
  {
    title: 'Asking for care, as a client',
    steps: [
      ['/aanvragen', 'ask', 'What it takes'],
      async (page, shoot) => {
        await goOn(page)
        await shoot('ask-for-whom', 'Step 1: for whom')
        await fillIn(page, { forWhom: 'self' })
        await goOn(page)
        await fillIn(page, { givenName: 'Willemijn', familyName: 'Zandstra', ...birthDate, gender: 'female' })
        await shoot('ask-who', 'Step 1: who')
        await fillIn(page, { familyName: '', 'birthDate-month': '13' })
        await goOn(page)
        await shoot('ask-wrong', 'Step 1: what is not right yet')
        await fillIn(page, { familyName: 'Zandstra', ...birthDate })
        await goOn(page)
        await fillIn(page, { postcode: '6811 AB', houseNumber: '12', location: 'home' })
        await shoot('ask-where', 'Step 1: where')
        await goOn(page)
        await fillIn(page, { phone: '06 12345678', email: 'willemijn@example.nl' })
        await shoot('ask-contact', 'Step 1: how to reach')
        await goOn(page)
        await shoot('ask-urgent', 'Step 2: is it urgent')
        await fillIn(page, { urgent: 'no' })
        await goOn(page)
        await fillIn(page, { careKinds: ['personal-care'] })
        await shoot('ask-care', 'Step 2: which care')
        const careful = page.url()
        await visit(page, new URL(careful).pathname.replace('stap-2/zorg', 'bewaren'))
        await shoot('ask-keep', 'Keep it for later')
        await visit(page, careful)
        await fillIn(page, { careKinds: ['personal-care'] })
        await goOn(page)
        await fillIn(page, { question: 'Wassen en aankleden lukt niet meer alleen.' })
        await shoot('ask-question', 'Step 2: in one’s own words')
        await goOn(page)
        await fillIn(page, { start: 'two-days', dayparts: ['morning'], timesPerWeek: '7' })
        await shoot('ask-when', 'Step 2: when')
        await goOn(page)
        await shoot('ask-wishes', 'Step 2: wishes')
        await fillIn(page, { unwantedOrganizationId: 'Safraan Thuiszorg' })
        await goOn(page)
        await shoot('ask-insurer', 'Step 2: insurer and GP')
        await goOn(page)
        await fillIn(page, { consent: 'ja' })
        await shoot('ask-check', 'Step 3: check and send')
        await goOn(page)
        await shoot('ask-sent', 'Sent: who is on it, and the private link')
        kept.link = await page.locator('main').evaluate((main) => /\/volg\/[\w-]+\/[\w-]+/.exec(main.outerHTML)?.[0])
      },
      ['/aanvragen/printen', 'ask-print', 'The form on paper'],
      ['/en/aanvragen', 'ask-english', 'The same form in English'],
      async (page, shoot) => {
        await goOn(page)
        await shoot('ask-english-for-whom', 'Step 1 in English, with the way to the Dutch page')
      },
    ],
  },
  {
    title: 'Following a request',
    steps: [
      ['/volg', 'follow-start', 'For who has the number and the link on paper'],
      ['{link}', 'follow', 'Where it stands'],
      ['/en{link}', 'follow-english', 'The same in English'],
      ['{link}'],
      async (page, shoot) => {
        await fillIn(page, birthDate)
        await goOn(page)
        await shoot('follow-open', 'Everything that was asked, and who looked')
      },
      ['{link}/aanvullen', 'follow-supplement', 'Add something'],
      ['{link}/bestand', 'follow-file', 'Add a file'],
      ['{link}/corrigeren', 'follow-correct', 'Correct something'],
      ['{link}/liever-niet', 'follow-unwanted', 'Care from that organisation after all'],
      ['{link}/intrekken', 'follow-withdraw', 'Withdraw'],
    ],
  },
  {
    title: 'Referring, as a transfer nurse',
    as: 'Tess van Ommeren',
    steps: [
      ['/verwijzen', 'refer', 'Refer a client'],
      ['/verwijzingen', 'referrals', 'My referrals'],
      [one('/verwijzingen'), 'referral', 'One referral'],
    ],
  },
  {
    title: 'The meeting of a team',
    as: 'Samira El Haddaoui',
    steps: [
      ['/overleg', 'meeting', 'One screen for everyone: agenda, card, who could take it', { room: true }],
      keep('meeting'),
      ['{meeting}/aanwezig', 'meeting-attendance', 'Who is there'],
      ['{meeting}/afspraken', 'meeting-setting', 'Days, time, rota and stand-ins'],
      ['{meeting}/lijst', 'meeting-print', 'The agenda on paper'],
      ['{meeting}/verslagen', 'meeting-held', 'What was held'],
      [one('/verslagen'), 'meeting-minutes', 'What was decided, by whom, and what remains'],
      ['/overleg/gezamenlijk', 'meeting-joint', 'What is open after 48 hours, over all teams'],
      ['/antwoordronde', 'answer-round', 'All that was asked, answered on one page'],
    ],
  },
  {
    title: 'The team’s list, as a nurse',
    as: 'Marit Hofstede',
    steps: [
      ['/zorgvragen', 'requests', 'The list of the team', { room: true }],
      [one('/zorgvragen'), 'request', 'The card, without identity'],
      keep('request'),
      ['{request}/wie-kan', 'shortlist', 'Who can take it, and why not'],
      ['/zorgvragen/verdeling'],
      async (page, shoot) => {
        await page.getByRole('button', { name: /Stel een verdeling voor|Vraag opnieuw/ }).click()
        await page.getByRole('heading', { name: 'Wat het voorstel oplevert' }).waitFor()
        await shoot('division', 'The whole list divided over all teams, with reasons')
      },
      (page) => findWith(page, 'uitvragen'),
      keep('held'),
      ['{held}/uitvragen', 'request-ask', 'Ask other organisations'],
      ['/zorgvragen'],
      async (page, shoot) => {
        const parts = page.getByRole('link', { name: /^Kies een deel/ })
        await parts.first().click()
        await page.getByRole('heading', { name: /^Verdeeld in/ }).waitFor()
        await shoot('request-parts', 'A request divided over several organisations, of which one part is open')
      },
      (page) => findWith(page, 'verdelen'),
      keep('whole'),
      ['{whole}/verdelen', 'request-split', 'Divide it: which part of the day for whom, and who keeps the overview'],
      ['{held}/vraag-aan-aanvrager', 'request-question', 'Ask the requester; the clock rests'],
      ['{held}/tijdelijk-verblijf', 'request-to-bed', 'To a bed for a while: which house has room, and its number'],
      ['{held}/naar-andere-regio', 'request-to-region', 'Hand it over to another region that runs here'],
      ['/zorgvragen/avond-nacht-weekend', 'out-of-hours', 'For the evening, night and weekend'],
      ['/zorgvragen?lijst=gevraagd', 'requests-asked', 'What one’s own organisation was asked'],
      [new RegExp(`^/zorgvragen/${idOf}\\?`), 'request-swap', 'Asked to take a client over from another organisation'],
      ['/zorgvragen?lijst=van-ons'],
      [new RegExp(`^/zorgvragen/${idOf}\\?`)],
      keep('own'),
      ['{own}/uitnodigen', 'request-invite', 'Invite somebody from the neighbourhood to look along'],
      ['{request}'],
      async (page) => {
        const taken = page.waitForResponse((answer) => answer.request().method() === 'POST')
        await page.locator('main form[action$="/nemen"] button').first().click()
        await taken
      },
      ['{request}', 'request-taken', 'Taken: the identity is open'],
      ['{request}/teruggeven', 'request-return', 'Return it, with a reason'],
      (page) => findLeading(page, '/zorgvragen?lijst=van-ons', new RegExp(`^/zorgvragen/${idOf}`), /\/bsn(\?|$)/),
      [/\/bsn(\?|$)/, 'request-bsn', 'The BSN, on asking'],
      ['{request}/zorg-gestart', 'request-start', 'Confirm the start of care'],
    ],
  },
  {
    title: 'The list of the wound team, as a nurse',
    as: 'Naomi Pattiasina',
    steps: [
      ['/zorgvragen/verdeling'],
      async (page, shoot) => {
        await page.getByRole('button', { name: /Stel een verdeling voor|Vraag opnieuw/ }).click()
        await page.getByRole('heading', { name: 'Wat het voorstel oplevert' }).waitFor()
        await shoot('division-together', 'A request that no team gives as a whole, for two teams together')
      },
      [
        new RegExp(`^/zorgvragen/${idOf}/verdelen$`),
        'request-split-proposed',
        'Where it is divided, filled in already',
      ],
    ],
  },
  {
    title: 'The stoplight of a team, as a nurse',
    as: 'Marit Hofstede',
    steps: [
      ['/capaciteit', 'lights', 'The week of the team'],
      [new RegExp(`^/capaciteit/${idOf}/patroon$`), 'light-pattern', 'The standing week'],
      ['/capaciteit'],
      [new RegExp(`^/capaciteit/${idOf}/\\d{4}-\\d\\d-\\d\\d/\\w+$`), 'light', 'More about one daypart'],
      ['/capaciteit/koppelingen', 'light-connections', 'A file, a calendar, another system'],
      ['/capaciteit/bestand/import', 'light-import', 'Many lights at once'],
    ],
  },
  {
    title: 'Who has room in the region',
    as: 'Marit Hofstede',
    steps: [
      ['/stoplicht', 'room', 'Who has room: a day'],
      ['/stoplicht?beeld=week', 'room-week', 'Who has room: a week'],
      ['/stoplicht?beeld=kaart&dagdeel=morning', 'room-map', 'Where there is room: the map'],
      ['/stoplicht?beeld=lijst&postcode=6811', 'room-list', 'Who has room in one neighbourhood'],
      ['/stoplicht?postcode=9999', 'room-nowhere', 'Nobody comes there'],
      ['/stoplicht'],
      [
        new RegExp(`^/stoplicht/team/${idOf}\\?dag=.*dagdeel=`),
        'room-elsewhere',
        'A team without room: who nearby has',
      ],
      ['/stoplicht/scherm', 'room-screen', 'On the wall of a meeting room'],
      ['/stoplicht/actueel', 'room-fresh', 'How fresh the lights are'],
    ],
  },
  {
    title: 'The desk',
    as: 'Gerrie Oosterhof',
    steps: [
      ['/balie', 'desk', 'The desk: a call, what was promised, what still needs a place', { room: true }],
      async (page, shoot) => {
        await findLeading(page, '/balie', one('/balie/gesprekken'), /\/zorgvraag$/)
        await shoot('desk-call', 'One call')
      },
      [new RegExp(`^/balie/gesprekken/${idOf}/zorgvraag$`), 'desk-intake', 'A request on the phone'],
      ['/balie/zoeken', 'desk-search', 'Finding a request for who calls'],
      ['/balie/rooster', 'desk-roster', 'Who is on duty, and who answers when the desk cannot'],
    ],
  },
  {
    title: 'A specialist who is asked for advice',
    as: 'Hubert van Lierop',
    steps: [
      ['/consulten', 'consults', 'Whose advice is asked'],
      [one('/consulten'), 'consult', 'A question and its card, without a name'],
    ],
  },
  {
    title: 'An organisation’s administrator',
    as: 'Fleur Nieuwkamp',
    steps: [
      ['/organisatie', 'organization', 'The organisation'],
      ['/organisatie/teams', 'organization-teams', 'Its teams'],
      [one('/organisatie/teams'), 'organization-team', 'One team'],
      ['/organisatie/teams/import', 'organization-import', 'Many teams at once'],
      ['/organisatie/locaties', 'organization-locations', 'Its locations'],
      ['/organisatie/elektronische-adressen', 'organization-endpoints', 'Where its systems are reached'],
      ['/organisatie/wijzigingen', 'organization-changes', 'Who changed what'],
      ['/organisatie/contactpersonen', 'organization-contacts', 'Its contact people'],
      [one('/contactpersonen'), 'organization-contact', 'One contact person'],
      ['/organisatie/stoplicht', 'organization-audience', 'Who sees its lights'],
      ['/organisatie/mensen', 'organization-people', 'Its people'],
      [one('/organisatie/mensen'), 'organization-person', 'One person'],
      ['/organisatie/mensen/nieuw', 'organization-new-person', 'Add somebody'],
    ],
  },
  {
    title: 'The region manager',
    as: 'Annemiek Rozendal',
    steps: [
      ['/regio', 'region', 'The region'],
      ['/regio/naam', 'region-name', 'Name and colour'],
      ['/regio/postcodes', 'region-areas', 'Postcodes'],
      ['/regio/postcodes/6811', 'region-area', 'One postcode'],
      ['/regio/gemeente?naam=Arnhem', 'region-municipality', 'One municipality'],
      ['/regio/bestanden', 'region-files', 'Everything as a file'],
      ['/regio/werkwijze', 'region-way-of-working', 'The way of working', { room: true }],
      ['/regio/werkwijze/wijzigen', 'region-way-change', 'Change an agreement'],
      ['/regio/werkwijze/kiezen', 'region-way-choose', 'Choose another way of working'],
      async (page, shoot) => {
        await fillIn(page, { preset: 'switch-team' })
        await page.locator('main form[method="post"] button:not([name])').last().click()
        await page.waitForURL(/\/voorstel\//)
        await shoot('region-way-proposal', 'What it changes, and would have done last month')
      },
      ['/regio/werkwijze/naspelen'],
      async (page, shoot) => {
        // It looks again by itself every five seconds.
        await page.getByRole('heading', { name: 'Wat echt is en wat niet' }).waitFor({ timeout: 180_000 })
        await shoot('region-replay', 'Its own months, had teams been asked at once')
      },
      ['/regio/stoplicht', 'region-lights', 'Lights that tell little'],
      ['/regio/gewichten'],
      async (page, shoot) => {
        await page.getByLabel('Reistijd', { exact: true }).fill('5')
        await page.getByRole('button', { name: 'Laat zien wat dit uitmaakt' }).click()
        await page.getByRole('heading', { name: /had uitgemaakt/ }).waitFor()
        await shoot('region-weights', 'What weighs in the advice, tried on last month')
      },
      ['/regio/verdeling', 'region-routes', 'Which requests go to which team'],
      ['/regio/verdeling/nieuw'],
      async (page, shoot) => {
        await page.getByLabel('Team', { exact: true }).selectOption('Wijkteam Renkum')
        await page.getByLabel('Postcodes').fill('6701')
        await page.getByRole('button', { name: 'Bekijk op de kaart' }).click()
        await page.waitForLoadState()
        await shoot('region-route', 'A line, tried on the map')
      },
      ['/regio/teams', 'region-teams', 'Coordinating teams'],
      [one('/regio/teams'), 'region-team', 'One coordinating team'],
      ['/regio/teams/nieuw', 'region-new-team', 'Add a coordinating team'],
      ['/regio/organisaties', 'region-organizations', 'Organisations'],
      ['/regio/organisaties/nieuw', 'region-new-organization', 'Add an organisation'],
      ['/regio/redenen', 'region-reasons', 'Reasons'],
      ['/regio/andere-hulp', 'region-other-help', 'Other help per municipality'],
      [one('/regio/andere-hulp'), 'region-other-help-municipality', 'Other help in one municipality'],
      ['/regio/opgeschaald', 'region-escalated', 'What waited too long'],
    ],
  },
  {
    title: 'The privacy officer',
    as: 'Olav Kettenis',
    steps: [
      ['/inzage-log', 'audit-log', 'Who saw what'],
      [/^\/inzage-log\/regel\/\d+/, 'audit-entry', 'One row of the log'],
      ['/inzage-log/keten', 'audit-chain', 'Does the chain hold'],
    ],
  },
  {
    title: 'Signing in',
    steps: [
      ['/inloggen', 'sign-in', 'Sign in'],
      ['/oefenen', 'practice', 'Choose a person of the practice region'],
      ['/oefenen/tijd', 'practice-time', 'Let the term of a request run out'],
      ['/oefenen/post', 'caught-mail', 'Mail that was caught'],
    ],
  },
  {
    title: 'One’s own account',
    as: 'Marit Hofstede',
    steps: [
      ['/account', 'account', 'Account and sessions'],
      ['/uitloggen', 'sign-out', 'Sign out'],
    ],
  },
]
