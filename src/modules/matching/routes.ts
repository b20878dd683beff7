import type { Routes } from '#platform/http/house.ts'
import { matchingApi } from './api.ts'
import { proposalApi } from './api-proposal.ts'
import { Replayer } from './own-months/replayer.ts'
import { divisionPage } from './pages/division-page.tsx'
import { ownReplayPage } from './pages/own-replay-page.tsx'
import { shortlistPage } from './pages/shortlist-page.tsx'
import { weightsPage } from './pages/weights-page.tsx'
import { Proposer } from './proposing.ts'
import { SolverPool } from './solver/pool.ts'

export const routes: Routes = async (app, house) => {
  const proposer = new Proposer(new SolverPool(), (fault) => app.log.error({ err: fault }, 'A proposal failed'))
  // A thread of its own: a meeting never waits until a region's months have been played.
  const replayer = new Replayer(new SolverPool(), (fault) => app.log.error({ err: fault }, 'A replay failed'))
  app.addHook('onClose', () => Promise.all([proposer.close(), replayer.close()]))
  await shortlistPage(app, house)
  divisionPage(app, proposer)
  weightsPage(app)
  ownReplayPage(app, replayer)
  await matchingApi(app, house)
  proposalApi(app, proposer)
}
