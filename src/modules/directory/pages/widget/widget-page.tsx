import type { Language } from '#kernel/languages.ts'
import { formatPhone } from '#kernel/phone.ts'
import type { ServedBy } from '../../finding.ts'
import { wordsOf } from '../../languages/index.ts'
import { spotName } from '../../naming.ts'
import type { Place, Spot } from '../../rules/places.ts'
import type { Desk } from '../../store.ts'
import { paths } from '../paths.ts'
import { tellHeight } from './growing.ts'
import { type WidgetSettings, widgetQuestion } from './settings.ts'

/** What the widget has to say: nothing yet, who serves this neighbourhood, which place was meant, or why there is no answer. */
export type WidgetAnswer =
  | { kind: 'nothing' | 'unknown' | 'outside' }
  | { kind: 'choose'; places: readonly Place[] }
  | { kind: 'served'; spot: Spot; teams: readonly ServedBy[]; desk: Desk | undefined }

type WidgetPageProps = {
  settings: WidgetSettings
  origin: string
  region: string
  style: string
  typed: string
  answer: WidgetAnswer
}

/**
 * A page of its own, without the frame of the product: it has to be small, and it stands in somebody else's page. Its links open beside
 * that page.
 */
export function WidgetPage({ settings, origin, region, style, typed, answer }: WidgetPageProps) {
  const { language, grows } = settings
  const { widget: words, frame } = wordsOf(language)
  return (
    <html lang={frame.lang} dir={frame.dir === 'rtl' ? 'rtl' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <title>{words.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={paths.widgetStyle(style)} />
      </head>
      <body>
        <section aria-label={words.title}>
          <h1>{words.title}</h1>
          <form method="get" action={paths.widget(language)}>
            {Object.entries(settings.asked).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <div className="field">
              <label htmlFor="plaats">{words.label}</label>
              <input id="plaats" name="plaats" defaultValue={typed} maxLength={100} autoComplete="postal-code" />
            </div>
            <button type="submit">{words.search}</button>
          </form>
          <Answer answer={answer} settings={settings} origin={origin} />
          <p className="small">
            <Outside href={origin + paths.find(language)} language={language}>
              {words.by(region)}
            </Outside>
          </p>
        </section>
        {grows && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, which the policy names by its hash
          <script dangerouslySetInnerHTML={{ __html: tellHeight }} />
        )}
      </body>
    </html>
  )
}

function Answer({ answer, settings, origin }: Pick<WidgetPageProps, 'answer' | 'settings' | 'origin'>) {
  const { language } = settings
  const { widget: words, find } = wordsOf(language)
  switch (answer.kind) {
    case 'nothing':
      return null
    case 'unknown':
      return <p role="status">{words.unknown}</p>
    case 'outside':
      return <p role="status">{words.outside}</p>
    case 'choose':
      return (
        <section>
          <h2>{find.meant}</h2>
          <ul>
            {answer.places.map(({ slug, name }) => (
              <li key={slug}>
                <a href={paths.widget(language) + widgetQuestion(settings, slug)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )
    case 'served':
      return <Served {...answer} language={language} origin={origin} />
  }
}

type ServedProps = Extract<WidgetAnswer, { kind: 'served' }> & { language: Language; origin: string }

function Served({ spot, teams, desk, language, origin }: ServedProps) {
  const words = wordsOf(language)
  const here = spotName(spot)
  return (
    <section>
      <h2>{teams.length > 0 ? `${words.widget.team}: ${here}` : `${here}. ${words.widget.noTeam}`}</h2>
      {teams.length === 0 && desk && <Reach name={desk.name} phone={desk.phone} hours={desk.phoneHours} />}
      {teams.map((team) => (
        <Reach
          key={team.id}
          name={team.name}
          phone={team.phone}
          hours={team.phoneHours}
          about={[
            ...team.people.map(({ firstName, jobTitle }) => `${firstName} (${jobTitle})`),
            ...(spot.pc4 || teams.length === 1
              ? []
              : [words.neighbourhood.firstFor((team.firstFor.length > 0 ? team.firstFor : team.alsoFor).join(', '))]),
          ]}
        />
      ))}
      <div className="actions">
        <Outside href={origin + paths.ask(language)} language={language} isButton>
          {words.widget.ask}
        </Outside>
        <Outside href={origin + paths.neighbourhood(spot.slug, language)} language={language}>
          {words.widget.more(spot.name)}
        </Outside>
      </div>
    </section>
  )
}

type ReachProps = { name: string; phone: string; hours: string; about?: readonly string[] }

function Reach({ name, phone, hours, about = [] }: ReachProps) {
  return (
    <div className="team">
      <h3>{name}</h3>
      {about.length > 0 && (
        <ul className="small">
          {about.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>
        <a className="phone" href={`tel:${phone}`}>
          {formatPhone(phone)}
        </a>{' '}
        <span className="small">{hours}</span>
      </p>
    </div>
  )
}

type OutsideProps = { href: string; language: Language; isButton?: boolean; children: string }

/** Leads out of the frame: a new tab, and it says so. */
function Outside({ href, language, isButton, children }: OutsideProps) {
  return (
    <a className={isButton ? 'button' : undefined} href={href} target="_blank" rel="noopener">
      {children}
      <span className="visually-hidden"> ({wordsOf(language).widget.newTab})</span>
    </a>
  )
}
