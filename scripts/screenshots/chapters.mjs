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
let privateLink

/** Goes to the first page that this one leads to with a link like that on it, and answers its address. */
async function findLeading(page, from, leads, link) {
  const hrefsOn = () =>
    page.locator('main a').evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))
  await visit(page, from)
  for (const href of new Set((await hrefsOn()).filter((one) => leads.test(one)))) {
    await visit(page, href)
    if ((await hrefsOn()).some((one) => link.test(one))) return href
  }
  throw new Error(`${from} leads to no page with a link like ${link}`)
}

/** The address of the first request of the list with which this can be done: what moved up is asked about by the desk, for one. */
const findWith = (page, deed) =>
  findLeading(page, '/zorgvragen', new RegExp(`^/zorgvragen/${idOf}$`), new RegExp(`/${deed}$`))

export const chapters = [
  {
    title: 'For everybody',
    async walk(page, shoot) {
      await visit(page, '/')
      await shoot('front', 'The front door')
      await visit(page, '/terugbellen')
      await shoot('call-me-back', 'Be called back')
      await fillIn(page, { name: 'Aart Bosveld', phone: '06 12345678', moment: 'morning' })
      await goOn(page)
      await shoot('call-me-back-asked', 'Be called back: asked')
      await visit(page, '/privacy')
      await shoot('privacy', 'Privacy')
      await visit(page, '/toegankelijkheid')
      await shoot('accessibility', 'Accessibility')
      await visit(page, '/over')
      await shoot('about', 'About')
      await page.goto('/bestaat-niet')
      await shoot('not-found', 'A page that is not there')
    },
  },
  {
    title: 'Who works in a neighbourhood',
    async walk(page, shoot) {
      await visit(page, '/wijk')
      await shoot('find', 'Who gives care near me?')
      await visit(page, '/wijk?plaats=osterbeek&zorg=steunkousen')
      await shoot('find-plain-words', 'With a slip of the hand and in plain words')
      await visit(page, '/wijk?plaats=1012AB')
      await shoot('find-outside', 'A postcode of another region')
      await visit(page, '/wijk/6811')
      await shoot('neighbourhood', 'A neighbourhood: its people, who comes there, how to ask')
      await visit(page, '/wijk/6986')
      await shoot('neighbourhood-border', 'A neighbourhood on the border of two teams')
      await visit(page, '/en/wijk/zo-vraagt-u-zorg')
      await shoot('asking-explained', 'What the form asks, in English')
      await visit(page, '/en/wijk/6811')
      await shoot('neighbourhood-english', 'The same in English')
      await visit(page, '/wijk/organisatie/safraan')
      await shoot('provider', 'An organisation')
      await visit(page, '/wijk/vergelijken?met=rijnbocht&met=safraan&met=klok')
      await shoot('comparison', 'Three organisations side by side')
      await visit(page, '/aanvragen?voorkeur=safraan')
      await shoot('ask-preferred', 'Asking one of them')
      await visit(page, '/widget?plaats=6811')
      await shoot('widget', 'The widget on the site of a practice')
      await visit(page, '/widget/code?kleur=b3005e')
      await shoot('widget-code', 'The code of the widget')
    },
  },
  {
    title: 'Asking for care, as a client',
    async walk(page, shoot) {
      await visit(page, '/aanvragen')
      await shoot('ask', 'What it takes')
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
      await goOn(page)
      await shoot('ask-insurer', 'Step 2: insurer and GP')
      await goOn(page)
      await fillIn(page, { consent: 'ja' })
      await shoot('ask-check', 'Step 3: check and send')
      await goOn(page)
      await shoot('ask-sent', 'Sent: who is on it, and the private link')
      privateLink = await page.locator('main').evaluate((main) => /\/volg\/[\w-]+\/[\w-]+/.exec(main.outerHTML)?.[0])
      await visit(page, '/aanvragen/printen')
      await shoot('ask-print', 'The form on paper')
    },
  },
  {
    title: 'Following a request',
    async walk(page, shoot) {
      await visit(page, '/volg')
      await shoot('follow-start', 'For who has the number and the link on paper')
      await visit(page, privateLink ?? '/volg')
      await shoot('follow', 'Where it stands')
      await fillIn(page, birthDate)
      await goOn(page)
      await shoot('follow-open', 'Everything that was asked, and who looked')
      await visit(page, `${privateLink}/aanvullen`)
      await shoot('follow-supplement', 'Add something')
      await visit(page, `${privateLink}/bestand`)
      await shoot('follow-file', 'Add a file')
      await visit(page, `${privateLink}/corrigeren`)
      await shoot('follow-correct', 'Correct something')
      await visit(page, `${privateLink}/intrekken`)
      await shoot('follow-withdraw', 'Withdraw')
    },
  },
  {
    title: 'Referring, as a transfer nurse',
    as: 'Tess van Ommeren',
    async walk(page, shoot) {
      await visit(page, '/verwijzen')
      await shoot('refer', 'Refer a client')
      await visit(page, '/verwijzingen')
      await shoot('referrals', 'My referrals')
      await follow(page, new RegExp(`^/verwijzingen/${idOf}$`))
      await shoot('referral', 'One referral')
    },
  },
  {
    title: 'The meeting of a team',
    as: 'Samira El Haddaoui',
    async walk(page, shoot) {
      await visit(page, '/overleg')
      const meeting = new URL(page.url()).pathname
      await shoot('meeting', 'One screen for everyone: agenda, card, who could take it', { room: true })
      await visit(page, `${meeting}/aanwezig`)
      await shoot('meeting-attendance', 'Who is there')
      await visit(page, `${meeting}/afspraken`)
      await shoot('meeting-setting', 'Days, time, rota and stand-ins')
      await visit(page, `${meeting}/lijst`)
      await shoot('meeting-print', 'The agenda on paper')
      await visit(page, `${meeting}/verslagen`)
      await shoot('meeting-held', 'What was held')
      await follow(page, new RegExp(`^/verslagen/${idOf}$`))
      await shoot('meeting-minutes', 'What was decided, by whom, and what remains')
      await visit(page, '/overleg/gezamenlijk')
      await shoot('meeting-joint', 'What is open after 48 hours, over all teams')
      await visit(page, '/antwoordronde')
      await shoot('answer-round', 'All that was asked, answered on one page')
    },
  },
  {
    title: 'The team’s list, as a nurse',
    as: 'Marit Hofstede',
    async walk(page, shoot) {
      await visit(page, '/zorgvragen')
      await shoot('requests', 'The list of the team', { room: true })
      await follow(page, new RegExp(`^/zorgvragen/${idOf}$`))
      await shoot('request', 'The card, without identity')
      const request = new URL(page.url()).pathname
      await visit(page, `${request}/wie-kan`)
      await shoot('shortlist', 'Who can take it, and why not')
      await visit(page, '/zorgvragen/verdeling')
      await page.getByRole('button', { name: /Stel een verdeling voor|Vraag opnieuw/ }).click()
      await page.getByRole('heading', { name: 'Wat het voorstel oplevert' }).waitFor()
      await shoot('division', 'The whole list divided over all teams, with reasons')
      await visit(page, request)
      const held = await findWith(page, 'uitvragen')
      await visit(page, `${held}/uitvragen`)
      await shoot('request-ask', 'Ask other organisations')
      await visit(page, '/zorgvragen')
      await page
        .getByRole('link', { name: /^Kies een deel/ })
        .first()
        .click()
      await page.getByRole('heading', { name: /^Verdeeld in/ }).waitFor()
      await shoot('request-parts', 'A request divided over several organisations, of which one part is open')
      await visit(page, `${await findWith(page, 'verdelen')}/verdelen`)
      await shoot('request-split', 'Divide it: which part of the day for whom, and who keeps the overview')
      await visit(page, `${held}/vraag-aan-aanvrager`)
      await shoot('request-question', 'Ask the requester; the clock rests')
      await visit(page, `${held}/naar-andere-regio`)
      await shoot('request-to-region', 'Hand it over to another region that runs here')
      await visit(page, '/zorgvragen/avond-nacht-weekend')
      await shoot('out-of-hours', 'For the evening, night and weekend')
      await visit(page, '/zorgvragen?lijst=gevraagd')
      await shoot('requests-asked', 'What one’s own organisation was asked')
      await follow(page, new RegExp(`^/zorgvragen/${idOf}\\?`))
      await shoot('request-swap', 'Asked to take a client over from another organisation')
      await visit(page, '/zorgvragen?lijst=van-ons')
      await follow(page, new RegExp(`^/zorgvragen/${idOf}\\?`))
      await visit(page, `${new URL(page.url()).pathname}/uitnodigen`)
      await shoot('request-invite', 'Invite somebody from the neighbourhood to look along')
      await visit(page, request)
      const taken = page.waitForResponse((answer) => answer.request().method() === 'POST')
      await page.locator('main form[action$="/nemen"] button').first().click()
      await taken
      await visit(page, request)
      await shoot('request-taken', 'Taken: the identity is open')
      await visit(page, `${request}/teruggeven`)
      await shoot('request-return', 'Return it, with a reason')
      await findLeading(page, '/zorgvragen?lijst=van-ons', new RegExp(`^/zorgvragen/${idOf}`), /\/bsn(\?|$)/)
      await follow(page, /\/bsn(\?|$)/)
      await shoot('request-bsn', 'The BSN, on asking')
      await visit(page, `${request}/zorg-gestart`)
      await shoot('request-start', 'Confirm the start of care')
    },
  },
  {
    title: 'The stoplight of a team, as a nurse',
    as: 'Marit Hofstede',
    async walk(page, shoot) {
      await visit(page, '/capaciteit')
      await shoot('lights', 'The week of the team')
      await follow(page, new RegExp(`^/capaciteit/${idOf}/patroon$`))
      await shoot('light-pattern', 'The standing week')
      await visit(page, '/capaciteit')
      await follow(page, new RegExp(`^/capaciteit/${idOf}/\\d{4}-\\d\\d-\\d\\d/\\w+$`))
      await shoot('light', 'More about one daypart')
      await visit(page, '/capaciteit/koppelingen')
      await shoot('light-connections', 'A file, a calendar, another system')
      await visit(page, '/capaciteit/bestand/import')
      await shoot('light-import', 'Many lights at once')
    },
  },
  {
    title: 'Who has room in the region',
    as: 'Marit Hofstede',
    async walk(page, shoot) {
      await visit(page, '/stoplicht')
      await shoot('room', 'Who has room: a day')
      await visit(page, '/stoplicht?beeld=week')
      await shoot('room-week', 'Who has room: a week')
      await visit(page, '/stoplicht?beeld=kaart&dagdeel=morning')
      await shoot('room-map', 'Where there is room: the map')
      await visit(page, '/stoplicht?beeld=lijst&postcode=6811')
      await shoot('room-list', 'Who has room in one neighbourhood')
      await visit(page, '/stoplicht?postcode=9999')
      await shoot('room-nowhere', 'Nobody comes there')
      await visit(page, '/stoplicht')
      await follow(page, new RegExp(`^/stoplicht/team/${idOf}\\?dag=.*dagdeel=`))
      await shoot('room-elsewhere', 'A team without room: who nearby has')
      await visit(page, '/stoplicht/scherm')
      await shoot('room-screen', 'On the wall of a meeting room')
      await visit(page, '/stoplicht/actueel')
      await shoot('room-fresh', 'How fresh the lights are')
    },
  },
  {
    title: 'The desk',
    as: 'Gerrie Oosterhof',
    async walk(page, shoot) {
      await visit(page, '/balie')
      await shoot('desk', 'The desk: a call, what was promised, what still needs a place', { room: true })
      await findLeading(page, '/balie', new RegExp(`^/balie/gesprekken/${idOf}$`), /\/zorgvraag$/)
      await shoot('desk-call', 'One call')
      await follow(page, new RegExp(`^/balie/gesprekken/${idOf}/zorgvraag$`))
      await shoot('desk-intake', 'A request on the phone')
      await visit(page, '/balie/zoeken')
      await shoot('desk-search', 'Finding a request for who calls')
      await visit(page, '/balie/rooster')
      await shoot('desk-roster', 'Who is on duty, and who answers when the desk cannot')
    },
  },
  {
    title: 'A specialist who is asked for advice',
    as: 'Hubert van Lierop',
    async walk(page, shoot) {
      await visit(page, '/consulten')
      await shoot('consults', 'Whose advice is asked')
      await follow(page, new RegExp(`^/consulten/${idOf}$`))
      await shoot('consult', 'A question and its card, without a name')
    },
  },
  {
    title: 'An organisation’s administrator',
    as: 'Fleur Nieuwkamp',
    async walk(page, shoot) {
      await visit(page, '/organisatie')
      await shoot('organization', 'The organisation')
      await visit(page, '/organisatie/teams')
      await shoot('organization-teams', 'Its teams')
      await follow(page, new RegExp(`^/organisatie/teams/${idOf}$`))
      await shoot('organization-team', 'One team')
      await visit(page, '/organisatie/teams/import')
      await shoot('organization-import', 'Many teams at once')
      await visit(page, '/organisatie/locaties')
      await shoot('organization-locations', 'Its locations')
      await visit(page, '/organisatie/elektronische-adressen')
      await shoot('organization-endpoints', 'Where its systems are reached')
      await visit(page, '/organisatie/wijzigingen')
      await shoot('organization-changes', 'Who changed what')
      await visit(page, '/organisatie/contactpersonen')
      await shoot('organization-contacts', 'Its contact people')
      await follow(page, new RegExp(`^/contactpersonen/${idOf}$`))
      await shoot('organization-contact', 'One contact person')
      await visit(page, '/organisatie/stoplicht')
      await shoot('organization-audience', 'Who sees its lights')
      await visit(page, '/organisatie/mensen')
      await shoot('organization-people', 'Its people')
      await follow(page, new RegExp(`^/organisatie/mensen/${idOf}$`))
      await shoot('organization-person', 'One person')
      await visit(page, '/organisatie/mensen/nieuw')
      await shoot('organization-new-person', 'Add somebody')
    },
  },
  {
    title: 'The region manager',
    as: 'Annemiek Rozendal',
    async walk(page, shoot) {
      await visit(page, '/regio')
      await shoot('region', 'The region')
      await visit(page, '/regio/naam')
      await shoot('region-name', 'Name and colour')
      await visit(page, '/regio/postcodes')
      await shoot('region-areas', 'Postcodes')
      await visit(page, '/regio/postcodes/6811')
      await shoot('region-area', 'One postcode')
      await visit(page, '/regio/gemeente?naam=Arnhem')
      await shoot('region-municipality', 'One municipality')
      await visit(page, '/regio/bestanden')
      await shoot('region-files', 'Everything as a file')
      await visit(page, '/regio/werkwijze')
      await shoot('region-way-of-working', 'The way of working', { room: true })
      await visit(page, '/regio/werkwijze/wijzigen')
      await shoot('region-way-change', 'Change an agreement')
      await visit(page, '/regio/werkwijze/kiezen')
      await shoot('region-way-choose', 'Choose another way of working')
      await fillIn(page, { preset: 'switch-team' })
      await page.locator('main form[method="post"] button:not([name])').last().click()
      await page.waitForURL(/\/voorstel\//)
      await shoot('region-way-proposal', 'What it changes, and would have done last month')
      await visit(page, '/regio/werkwijze/naspelen')
      await shoot('region-replay', 'Its own months, had teams been asked at once')
      await visit(page, '/regio/stoplicht')
      await shoot('region-lights', 'Lights that tell little')
      await visit(page, '/regio/gewichten')
      await page.getByLabel('Reistijd', { exact: true }).fill('5')
      await page.getByRole('button', { name: 'Laat zien wat dit uitmaakt' }).click()
      await page.getByRole('heading', { name: /had uitgemaakt/ }).waitFor()
      await shoot('region-weights', 'What weighs in the advice, tried on last month')
      await visit(page, '/regio/verdeling')
      await shoot('region-routes', 'Which requests go to which team')
      await visit(page, '/regio/verdeling/nieuw')
      await page.getByLabel('Team', { exact: true }).selectOption('Wijkteam Renkum')
      await page.getByLabel('Postcodes').fill('6701')
      await page.getByRole('button', { name: 'Bekijk op de kaart' }).click()
      await page.waitForLoadState()
      await shoot('region-route', 'A line, tried on the map')
      await visit(page, '/regio/teams')
      await shoot('region-teams', 'Coordinating teams')
      await follow(page, new RegExp(`^/regio/teams/${idOf}$`))
      await shoot('region-team', 'One coordinating team')
      await visit(page, '/regio/teams/nieuw')
      await shoot('region-new-team', 'Add a coordinating team')
      await visit(page, '/regio/organisaties')
      await shoot('region-organizations', 'Organisations')
      await visit(page, '/regio/organisaties/nieuw')
      await shoot('region-new-organization', 'Add an organisation')
      await visit(page, '/regio/redenen')
      await shoot('region-reasons', 'Reasons')
      await visit(page, '/regio/andere-hulp')
      await shoot('region-other-help', 'Other help per municipality')
      await follow(page, new RegExp(`^/regio/andere-hulp/${idOf}$`))
      await shoot('region-other-help-municipality', 'Other help in one municipality')
      await visit(page, '/regio/opgeschaald')
      await shoot('region-escalated', 'What waited too long')
    },
  },
  {
    title: 'The privacy officer',
    as: 'Olav Kettenis',
    async walk(page, shoot) {
      await visit(page, '/inzage-log')
      await shoot('audit-log', 'Who saw what')
      await follow(page, /^\/inzage-log\/regel\/\d+/)
      await shoot('audit-entry', 'One row of the log')
      await visit(page, '/inzage-log/keten')
      await shoot('audit-chain', 'Does the chain hold')
    },
  },
  {
    title: 'Signing in',
    async walk(page, shoot) {
      await visit(page, '/inloggen')
      await shoot('sign-in', 'Sign in')
      await visit(page, '/oefenen')
      await shoot('practice', 'Choose a person of the practice region')
      await visit(page, '/oefenen/tijd')
      await shoot('practice-time', 'Let the term of a request run out')
      await visit(page, '/oefenen/post')
      await shoot('caught-mail', 'Mail that was caught')
    },
  },
  {
    title: 'One’s own account',
    as: 'Marit Hofstede',
    async walk(page, shoot) {
      await visit(page, '/account')
      await shoot('account', 'Account and sessions')
      await visit(page, '/uitloggen')
      await shoot('sign-out', 'Sign out')
    },
  },
]
