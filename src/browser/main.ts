import { Application } from '@hotwired/stimulus'
import * as Turbo from '@hotwired/turbo'
import { giveToken } from './form-token.ts'
import { KeepTypedController } from './keep-typed.ts'
import { LightWeekController } from './light-week.ts'
import { watchLine } from './live-line.ts'
import { LookAgainController } from './look-again.ts'
import { MeetingController } from './meeting.ts'
import { OrderedRowsController } from './ordered-rows.ts'
import { letFormsArrive } from './sending.ts'
import { SmallPhotosController } from './small-photos.ts'
import { TabsController } from './tabs.ts'

// The script of the professional pages: quicker, never possible. Every page works without it.

// Fetching a page before it is asked for would put "has seen this client" in the log of somebody who only moved the mouse.
document.addEventListener('turbo:before-prefetch', (event) => event.preventDefault())

// A kept copy shows a list that has moved on, and a client to whoever sits at this screen next.
document.addEventListener('turbo:load', () => Turbo.cache.exemptPageFromCache())

document.addEventListener('turbo:before-stream-render', giveToken)
watchLine()
letFormsArrive()

const application = Application.start()
application.register('keep-typed', KeepTypedController)
application.register('light-week', LightWeekController)
application.register('look-again', LookAgainController)
application.register('meeting', MeetingController)
application.register('ordered-rows', OrderedRowsController)
application.register('small-photos', SmallPhotosController)
application.register('tabs', TabsController)
