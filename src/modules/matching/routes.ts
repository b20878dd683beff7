import type { Routes } from '#platform/http/house.ts'
import { matchingApi } from './api.ts'
import { proposalApi } from './api-proposal.ts'
import { divisionPage } from './pages/division-page.tsx'
import { ownReplayPage } from './pages/own-replay-page.tsx'
import { shortlistPage } from './pages/shortlist-page.tsx'
import { weightsPage } from './pages/weights-page.tsx'
import { Proposer } from './proposing.ts'
import { SolverPool } from './solver/pool.ts'

export const routes: Routes = async (app, house) => {
  const proposer = new Proposer(new SolverPool(), (fault) => app.log.error({ err: fault }, 'A proposal failed'))
  app.addHook('onClose', () => proposer.close())
  await shortlistPage(app, house)
  divisionPage(app, proposer)
  weightsPage(app)
  ownReplayPage(app)
  await matchingApi(app, house)
  proposalApi(app, proposer)
}
