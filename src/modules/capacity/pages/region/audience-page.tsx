import type { FastifyInstance } from 'fastify'
import {
  Button,
  ErrorSummary,
  type FieldErrors,
  Heading,
  HiddenField,
  Notice,
  PostForm,
  Radios,
  Screen,
  Text,
} from '#design/index.ts'
import { OrganizationTabs, ownOrganization } from '#modules/organizations/index.ts'
import { paths as organizationPaths } from '#modules/organizations/pages/paths.ts'
import { FormReader } from '#platform/http/form-reader.ts'
import { type AudienceSetting, getAudience, saveAudience } from '../../keeping.ts'
import { audienceText } from '../../region-text.nl.ts'
import { type Audience, audiences, isAudience, reachOf } from '../../rules/audience.ts'
import { regionPaths } from './paths.ts'

const config = { who: 'organization.administer' } as const

/** For the administrator of an organisation: who sees its lights, as far as the region agreed. */
export function audiencePage(app: FastifyInstance): void {
  app.get(regionPaths.audience, { config }, async (request, reply) => {
    const setting = await getAudience(request.scope, ownOrganization(request))
    const saved = (request.query as { bewaard?: unknown }).bewaard === 'ja'
    return reply.page(200, <AudiencePage setting={setting} chosen={setting.own ?? 'public'} saved={saved} />)
  })

  app.post(regionPaths.audience, { config }, async (request, reply) => {
    const organizationId = ownOrganization(request)
    const form = new FormReader(request.body)
    const version = form.integer('version', { min: 0, max: 999_999_999, required: 'Ververs de pagina' }) ?? 0
    const audience = form.line('audience', { required: 'Kies wie het stoplicht ziet', max: 20 }) ?? ''
    if (form.ok && !isAudience(audience)) form.refuse('audience', 'Kies wie het stoplicht ziet')
    if (!form.ok || !isAudience(audience)) {
      const setting = await getAudience(request.scope, organizationId)
      return reply.page(422, <AudiencePage setting={setting} chosen={undefined} errors={form.errors} />)
    }
    const outcome = await saveAudience(request.scope, { organizationId, audience, version })
    if (outcome.ok) return reply.seeOther(`${regionPaths.audience}?bewaard=ja`)
    const setting = await getAudience(request.scope, organizationId)
    return reply.page(409, <AudiencePage setting={setting} chosen={audience} changed />)
  })
}

type Props = {
  setting: AudienceSetting
  chosen: Audience | undefined
  errors?: FieldErrors
  saved?: boolean
  changed?: boolean
}

const choiceText: Record<Audience, string> = {
  team: 'Alleen organisaties waarmee wij in een wijkteam zitten',
  professionals: 'Alle teams van de regio',
  referrers: 'De teams en de verwijzers',
  public: 'Iedereen voor wie de regio het stoplicht openstelt',
}

function AudiencePage({ setting, chosen, errors = {}, saved, changed }: Props) {
  return (
    <Screen
      title="Wie ziet ons stoplicht?"
      density="professional"
      script
      error={Object.keys(errors).length > 0}
      tabs={<OrganizationTabs current={organizationPaths.lights} />}
    >
      <ErrorSummary errors={errors} />
      {saved && (
        <Notice kind="good" title="Bewaard">
          <Text>Uw stoplicht is nu te zien voor {audienceText[reachOf(setting.region, setting.own)]}.</Text>
        </Notice>
      )}
      {changed && (
        <Notice kind="attention" title="Iemand anders heeft dit intussen gewijzigd">
          <Text>
            Nu geldt: {choiceText[setting.own ?? 'public'].toLowerCase()}. Bewaar opnieuw als uw keuze moet gelden.
          </Text>
        </Notice>
      )}
      <Heading level={1}>Wie ziet ons stoplicht?</Heading>
      <Text>
        In deze regio is afgesproken: {audienceText[setting.region]}. U kunt dat voor uw eigen organisatie kleiner
        maken, niet groter. Uw eigen mensen en de regiomanager zien uw stoplicht altijd.
      </Text>
      <PostForm action={regionPaths.audience}>
        <HiddenField name="version" value={String(setting.version)} />
        <Radios
          name="audience"
          legend="Wie mag het zien?"
          options={audiences.map((value) => ({ value, label: choiceText[value] }))}
          value={chosen}
          error={errors.audience}
        />
        <Button>Bewaar</Button>
      </PostForm>
    </Screen>
  )
}
