import type { FastifyInstance } from 'fastify'
import { Heading, Notice, Screen, SummaryList, Text } from '#design/index.ts'
import type { House } from '#platform/http/house.ts'
import { type ChainState, verifyChain } from '../chain.ts'
import { LogTabs } from './log-page.tsx'
import { exactMoment } from './moment.ts'
import { paths } from './paths.ts'

export function chainPage(app: FastifyInstance, house: House): void {
  app.get(paths.chain, { config: { who: 'audit.read' } }, async (request, reply) =>
    reply.page(200, <ChainPage state={await verifyChain(request.scope, house.anchorFile)} />),
  )
}

const howText = {
  changed: 'Deze regel, of de verzegeling ervan, is later gewijzigd of weggehaald.',
  'cut-off': 'Vanaf hier zijn regels weggehaald die buiten de database al als verzegeld bekend waren.',
  rewritten: 'De verzegeling is hier anders dan wat buiten de database is bewaard.',
}

function ChainPage({ state }: { state: ChainState }) {
  return (
    <Screen title="Controle van het log" density="professional" script>
      <LogTabs current={paths.chain} />
      <Heading level={1}>Controle van het log</Heading>
      <Verdict state={state} />
      <SummaryList
        rows={[
          { label: 'Verzegelde regels', value: String(state.newest?.position ?? 0) },
          { label: 'Laatst verzegeld', value: state.newest ? exactMoment(state.newest.at) : 'nog niet' },
          { label: 'Wacht op verzegeling', value: `${state.waiting} (dit gebeurt elke minuut)` },
          {
            label: 'Bewaard buiten de database',
            value: state.anchor
              ? `tot en met regel ${state.anchor.position}, op ${exactMoment(state.anchor.at)}`
              : 'nog niet',
          },
          {
            label: 'Alle regels nagerekend',
            value: state.walked
              ? `tot en met regel ${state.walked.position}, op ${exactMoment(state.walked.at)}`
              : 'nog niet (dit gebeurt elke nacht)',
          },
        ]}
      />
      <Text kind="soft">
        Elke regel draagt een kenmerk dat van de regel zelf en van alle regels ervoor afhangt. Het nieuwste kenmerk
        staat ook in een bestand buiten de database.{' '}
        {state.recalculatedAfter === 0
          ? 'Deze pagina heeft zojuist alle regels nagerekend.'
          : `Deze pagina heeft zojuist alle regels na ${state.recalculatedAfter} nagerekend; de oudere worden elke nacht nagerekend.`}
      </Text>
    </Screen>
  )
}

function Verdict({ state: { broken, newest } }: { state: ChainState }) {
  if (broken) {
    return (
      <Notice kind="error" title={`De keten klopt niet vanaf verzegelde regel ${broken.position}`}>
        <Text>{howText[broken.how]} Bel de beheerder van dit systeem en bewaar wat er nu is.</Text>
      </Notice>
    )
  }
  if (!newest) return <Notice kind="info" title="Er is nog niets verzegeld" />
  return <Notice kind="good" title={`De keten klopt tot en met regel ${newest.position}, ${exactMoment(newest.at)}`} />
}
