import type { FastifyInstance } from 'fastify'
import { type FieldErrors, Radios, Text } from '#design/index.ts'
import type { Language } from '#kernel/languages.ts'
import { formatRequestNumber } from '#kernel/request-number.ts'
import { fieldsOf } from '#platform/http/fields.ts'
import { FormReader, type FormValues } from '#platform/http/form-reader.ts'
import type { House } from '#platform/http/house.ts'
import { getFollowed } from '../../following.ts'
import { useLanguage, wordsOf } from '../../languages/index.ts'
import { givers, letInsurerHelp } from '../../letting-insurer-help.ts'
import { OneQuestion } from '../one-question.tsx'
import { paths } from '../paths.ts'
import type { LinkParts } from './follow-page.tsx'
import { type LinkRequest, whenVerified } from './linked.tsx'

/** The client's own yes to a letter to the insurer. */
export function insurerRoutes(app: FastifyInstance, house: House, language: Language): void {
  const config = { who: 'everyone' as const, translated: true, noStore: true, limit: { calls: 60, minutes: 10 } }
  const at = paths.followInsurer(':number', ':key', language)
  app.get(at, { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link, scope }) => {
      const { mayLetInsurerHelp } = await getFollowed(scope)
      if (!mayLetInsurerHelp) return reply.seeOther(paths.follow(link.number, link.key, language))
      return reply.page(200, <InsurerPage link={link} />)
    }),
  )
  app.post(at, { config }, (request: LinkRequest, reply) =>
    whenVerified(request, reply, house, async ({ link, scope, requestId }) => {
      const form = new FormReader(request.body, language)
      const givenBy = form.choice('akkoord', givers, { required: wordsOf(language).insurer.wanted })
      if (!givenBy) return reply.page(422, <InsurerPage link={link} values={form.values} errors={form.errors} />)
      // What is not asked any more needs no answer: the page tells how it stands now.
      const outcome = await letInsurerHelp(scope, { requestId, givenBy })
      const said = outcome.ok ? '?gelukt=zorgverzekeraar' : ''
      return reply.seeOther(paths.follow(link.number, link.key, language) + said)
    }),
  )
}

type PageProps = { link: LinkParts; values?: FormValues; errors?: FieldErrors }

function InsurerPage({ link, values = {}, errors = {} }: PageProps) {
  const { language, words: speech } = useLanguage()
  const words = speech.insurer
  const { one } = fieldsOf(values, errors)
  const back = paths.follow(link.number, link.key, language)
  return (
    <OneQuestion
      title={words.asked}
      back={{ href: back, label: speech.follow.request(formatRequestNumber(link.number)) }}
      lead={
        <>
          <Text kind="lead">{words.lead}</Text>
          <Text>{words.free}</Text>
        </>
      }
      action={paths.followInsurer(link.number, link.key, language)}
      send={words.go}
      leave={words.no}
      errors={errors}
    >
      <Radios
        legend={words.who}
        options={givers.map((value) => ({ value, label: words.givers[value] }))}
        {...one('akkoord')}
      />
    </OneQuestion>
  )
}
