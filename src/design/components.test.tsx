import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import {
  Checkboxes,
  DataTable,
  DateField,
  ErrorSummary,
  FileField,
  Form,
  HeatGrid,
  Light,
  Link,
  plotAreas,
  Radios,
  RegionMap,
  Select,
  StepIndicator,
  SummaryList,
  TextArea,
  TextField,
} from './index.ts'

const html = (element: ReactElement) => renderToStaticMarkup(element)

/** The attributes of the first element that has this piece of text in its opening tag. */
function tagWith(markup: string, text: string): string {
  const tag = markup.match(/<[^>]+>/g)?.find((candidate) => candidate.includes(text))
  if (!tag) throw new Error(`no element with ${text} in ${markup}`)
  return tag
}

const fields = {
  TextField: (more: object) => <TextField name="name" label="Uw naam" {...more} />,
  TextArea: (more: object) => <TextArea name="name" label="Uw naam" {...more} />,
  Select: (more: object) => <Select name="name" label="Uw naam" options={[]} {...more} />,
  FileField: (more: object) => <FileField name="name" label="Uw naam" {...more} />,
}

test.each(Object.entries(fields))('%s ties its label, hint and error to the input', (_, field) => {
  const markup = html(field({ hint: 'Voornaam en achternaam', error: 'Vul uw naam in' }))
  const input = tagWith(markup, 'name="name"')
  expect(tagWith(markup, '<label')).toContain('for="name"')
  expect(input).toContain('id="name"')
  expect(input).toContain('aria-describedby="name-hint name-error"')
  expect(input).toContain('aria-invalid="true"')
  expect(markup).toMatch(/id="name-hint"[^>]*>Voornaam en achternaam/)
  expect(markup).toMatch(/id="name-error"[\s\S]*Fout: <\/span>Vul uw naam in/)
})

test.each(Object.entries(fields))('%s without hint or error points to nothing', (_, field) => {
  const input = tagWith(html(field({})), 'name="name"')
  expect(input).not.toContain('aria-describedby')
  expect(input).not.toContain('aria-invalid')
})

test.each(Object.entries(fields))('%s is required unless it says in words that it is not', (_, field) => {
  expect(tagWith(html(field({})), 'name="name"')).toContain('aria-required="true"')
  const optional = html(field({ optional: true }))
  expect(tagWith(optional, 'name="name"')).not.toContain('aria-required')
  expect(optional).toContain('(niet verplicht)')
  const unmarked = html(field({ required: false }))
  expect(tagWith(unmarked, 'name="name"')).not.toContain('aria-required')
  expect(unmarked).not.toContain('(niet verplicht)')
})

test('what was typed comes back, but a password never does', () => {
  expect(html(<TextField name="name" label="Naam" value={'Ö\'Brien <"'} />)).toContain(
    'value="Ö&#x27;Brien &lt;&quot;"',
  )
  expect(html(<TextArea name="note" label="Uitleg" value="Regel 1" />)).toContain('>Regel 1</textarea>')
  expect(html(<TextField name="secret" label="Wachtwoord" type="password" value="geheim" />)).not.toContain('geheim')
})

test('a unit behind a field is read out with it', () => {
  const markup = html(<TextField name="hours" label="Uren" hint="Per week" suffix="uur" />)
  expect(tagWith(markup, 'name="hours"')).toContain('aria-describedby="hours-hint hours-suffix"')
  expect(markup).toMatch(/id="hours-suffix"[^>]*>uur/)
})

const options = [
  { value: 'self', label: 'Voor mijzelf' },
  { value: 'other', label: 'Voor iemand anders', hint: 'Bijvoorbeeld uw moeder' },
]

test('radios are one named group that carries hint, error and obligation', () => {
  const markup = html(
    <Radios name="who" legend="Voor wie?" hint="Kies er één" error="Kies voor wie" options={options} />,
  )
  const group = tagWith(markup, '<fieldset')
  expect(group).toContain('role="radiogroup"')
  expect(group).toContain('aria-describedby="who-hint who-error"')
  expect(group).toContain('aria-required="true"')
  expect(group).toContain('aria-invalid="true"')
  expect(markup).toMatch(/<legend[^>]*>Voor wie\?<\/legend>/)
})

test('the first choice has the id that the error summary links to, and each choice its own label and hint', () => {
  const markup = html(<Radios name="who" legend="Voor wie?" options={options} value="other" />)
  expect(tagWith(markup, 'value="self"')).toContain('id="who"')
  expect(tagWith(markup, 'value="self"')).not.toContain('checked')
  expect(tagWith(markup, 'value="other"')).toContain('id="who-2"')
  expect(tagWith(markup, 'value="other"')).toContain('checked')
  expect(tagWith(markup, 'value="other"')).toContain('aria-describedby="who-2-option-hint"')
  expect(markup).toContain('for="who-2"')
})

test('checkboxes keep every value that was chosen, and claim nothing that a plain group may not', () => {
  const markup = html(
    <Checkboxes name="care" legend="Wat is er nodig?" error="Kies iets" options={options} values={['self']} />,
  )
  expect(tagWith(markup, 'value="self"')).toContain('checked')
  expect(tagWith(markup, 'value="other"')).not.toContain('checked')
  const group = tagWith(markup, '<fieldset')
  expect(group).toContain('aria-describedby="care-error"')
  expect(group).not.toContain('aria-required')
  expect(group).not.toContain('aria-invalid')
})

test('a date is three labelled boxes of digits under one legend; the first can be linked to by its name', () => {
  const markup = html(
    <DateField
      name="birth"
      legend="Geboortedatum"
      hint="Bijvoorbeeld 27 3 1941"
      value={{ day: '31', month: '2' }}
      error="Fout"
      birthDate
    />,
  )
  expect(tagWith(markup, '<fieldset')).toContain('aria-describedby="birth-hint birth-error"')
  expect(tagWith(markup, 'name="birth-day"')).toMatch(/id="birth" .*inputMode="numeric"/)
  expect(tagWith(markup, 'name="birth-day"')).toContain('value="31"')
  expect(tagWith(markup, 'name="birth-month"')).toContain('autoComplete="bday-month"')
  expect(tagWith(markup, 'name="birth-year"')).toContain('aria-invalid="true"')
  for (const id of ['birth', 'birth-month', 'birth-year']) expect(markup).toContain(`for="${id}"`)
})

test('the error summary lists what to mend in page order, links to each field and takes the focus', () => {
  const markup = html(<ErrorSummary errors={{ who: 'Kies voor wie', name: 'Vul uw naam in' }} />)
  const summary = tagWith(markup, 'role="alert"')
  expect(summary).toContain('tabindex="-1"')
  expect(summary).toContain('autofocus')
  expect(markup.match(/href="#\w+"/g)).toEqual(['href="#who"', 'href="#name"'])
})

test('without errors there is no summary', () => {
  expect(html(<ErrorSummary errors={{}} />)).toBe('')
})

test.each([
  <TextField key="text" name="field" label="Veld" />,
  <TextArea key="area" name="field" label="Veld" />,
  <Select key="select" name="field" label="Veld" options={[]} />,
  <Radios key="radios" name="field" legend="Veld" options={options} />,
  <Checkboxes key="checkboxes" name="field" legend="Veld" options={options} />,
  <DateField key="date" name="field" legend="Veld" />,
  <FileField key="file" name="field" label="Veld" />,
])('a link of the error summary ends on an input that can be filled in (%#)', (field) => {
  expect(tagWith(html(field), 'id="field"')).toMatch(/^<(input|select|textarea) /)
})

test('a form posts with its token and leaves the checking to the server', () => {
  const markup = html(
    <Form action="/hulp" csrf="bewijs">
      inhoud
    </Form>,
  )
  const form = tagWith(markup, '<form')
  for (const attribute of ['method="post"', 'action="/hulp"', 'noValidate=""']) expect(form).toContain(attribute)
  expect(markup).toContain('<input type="hidden" name="_csrf" value="bewijs"/>')
})

test('a form with a file is sent in parts', () => {
  expect(
    html(
      <Form action="/" csrf="x" multipart>
        inhoud
      </Form>,
    ),
  ).toContain('encType="multipart/form-data"')
})

test('the steps show where you are and lead back to what was answered', () => {
  const markup = html(
    <StepIndicator
      steps={[{ label: 'Wie', href: '/wie' }, { label: 'Welke hulp' }, { label: 'Nakijken' }]}
      current={2}
    />,
  )
  expect(markup).toContain('Stap 2 van 3')
  expect(markup).toMatch(/<a [^>]*href="\/wie"[\s\S]*Wie[\s\S]*\(klaar\)/)
  expect(markup.match(/aria-current="step"/g)).toHaveLength(1)
  expect(markup).toMatch(/aria-current="step"[\s\S]*Welke hulp/)
})

test.each(['green', 'amber', 'red', 'unknown'] as const)('a %s light is a word and a shape of its own', (value) => {
  const markup = html(<Light value={value} label="ruimte" />)
  expect(markup).toContain('ruimte')
  expect(markup).toContain(`light--${value}`)
  expect(markup).toMatch(/<svg[^>]*aria-hidden="true"/)
})

test('no two lights share a shape', () => {
  const shape = (value: 'green' | 'amber' | 'red' | 'unknown') =>
    html(<Light value={value} label="" />).match(/<svg.*<\/svg>/)?.[0]
  expect(new Set([shape('green'), shape('amber'), shape('red'), shape('unknown')]).size).toBe(4)
})

const columns = [
  { key: 'number', label: 'Zorgvraag' },
  { key: 'hours', label: 'Uren', numeric: true },
  { key: 'action', label: 'Wat u kunt doen', labelHidden: true },
]

test('every cell of a table knows its label, so that it can be a card', () => {
  const markup = html(
    <DataTable
      caption="Werklijst"
      columns={columns}
      rows={[{ key: 'a', href: '/a', cells: { number: 'K7', hours: 0 } }]}
    />,
  )
  expect(markup).toContain('<caption class="table__caption">Werklijst</caption>')
  expect(markup).toMatch(/<th scope="row"[^>]*data-label="Zorgvraag"[^>]*><a [^>]*href="\/a">K7<\/a>/)
  expect(markup).toMatch(/<td [^>]*data-label="Uren"[^>]*>0<\/td>/)
  expect(markup).toMatch(/<td class="table__cell--action"[^>]*>–<\/td>/)
})

test('a table keeps its meaning when it is laid out as cards', () => {
  const markup = html(<DataTable caption="Werklijst" columns={columns} rows={[{ key: 'a', cells: {} }]} />)
  for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']) {
    expect(markup).toContain(`role="${role}"`)
  }
})

test('an empty table makes place for what it was given to say', () => {
  expect(html(<DataTable caption="Werklijst" columns={columns} rows={[]} empty={<p>Niets</p>} />)).toBe('<p>Niets</p>')
})

test('a link to change an answer says which one', () => {
  expect(
    html(<SummaryList rows={[{ label: 'Naam', value: 'Jansen', change: { href: '/naam', what: 'uw naam' } }]} />),
  ).toMatch(/Wijzig<span class="visually-hidden"> uw naam<\/span>/)
})

test('a link that leaves says so and takes nothing along', () => {
  const markup = html(
    <Link href="https://www.thuisarts.nl/" external>
      Thuisarts
    </Link>,
  )
  expect(markup).toContain('rel="external noreferrer"')
  expect(markup).toContain('(andere website)')
})

test('HeatGrid says each light in a word and a shape, close together as well', () => {
  const columns = [{ key: 'morning', label: 'ochtend', short: 'o' }]
  const cells = { 'mo.morning': { value: 'red', word: 'geen ruimte', href: '#elders' } } as const
  const rows = [{ key: 'a', label: 'Team Oost', cells }]
  for (const days of [['mo'], ['mo', 'tu']]) {
    const markup = html(
      <HeatGrid
        caption="Ruimte"
        rowLabel="Team"
        groups={days.map((key) => ({ key, label: key, columns }))}
        rows={rows}
      />,
    )
    expect(markup).toMatch(/<a[^>]*href="#elders"[^>]*>\s*<svg[\s\S]*?<rect[\s\S]*?geen ruimte/)
    expect(markup).toContain('scope="row"')
  }
})

test('RegionMap has a title and a description, and its areas their words', () => {
  const plot = plotAreas([{ key: '6811', group: 'a', latitude: 52, longitude: 5.9 }])
  const areas = new Map([['6811', { light: 'green' as const, words: '6811: ruimte', href: '#6811', count: 3 }]])
  const markup = html(<RegionMap id="kaart" title="Waar?" description="Per gebied." plot={plot} areas={areas} />)
  expect(tagWith(markup, 'class="map"')).toContain('aria-labelledby="kaart-titel"')
  expect(tagWith(markup, 'class="map"')).toContain('aria-describedby="kaart-uitleg"')
  expect(tagWith(markup, 'map__area--green')).toContain('aria-label="6811: ruimte"')
  expect(markup).toMatch(/map__count[^>]*>3</)
})
