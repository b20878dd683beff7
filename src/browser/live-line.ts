import * as Turbo from '@hotwired/turbo'

const often = 1_000
/** So many looks without a connection before it is said: a page that just came is still making it. */
const noticed = 3
/** So many looks at a stream that the browser gave up before it is opened anew. */
const patience = 5
const words = 'Geen verbinding. Dit gaat vanzelf verder.'
const askAgain = '<turbo-stream action="refresh" method="morph" scroll="preserve"></turbo-stream>'

type Source = HTMLElement & { streamSource?: EventSource }

let apart = 0
let closed = 0
/** A stream that was opened anew does not know what was missed: then the page asks for itself. */
let missed = false

/**
 * Says on every live page that what is on the screen stands still, and brings it back. A connection that breaks off the browser
 * makes again by itself, and is told what it missed; one that it gave up, because something between answered instead of the
 * server, is opened here.
 */
export function watchLine(): void {
  document.addEventListener('turbo:load', () => {
    apart = 0
    closed = 0
    missed = false
  })
  window.setInterval(look, often)
}

function look(): void {
  const source = document.querySelector<Source>('turbo-stream-source')
  const state = source?.streamSource?.readyState
  if (!source || state === undefined) return
  apart = state === EventSource.OPEN ? 0 : apart + 1
  tell(apart >= noticed)
  if (state === EventSource.OPEN && missed) {
    missed = false
    Turbo.renderStreamMessage(askAgain)
  }
  closed = state === EventSource.CLOSED ? closed + 1 : 0
  if (closed < patience) return
  closed = 0
  missed = true
  source.replaceWith(source.cloneNode())
}

/** In the place a page has for it (`data-live-lost`), or below everything. */
function tell(lost: boolean): void {
  const sign = document.querySelector<HTMLElement>('[data-live-lost]') ?? (lost ? makeSign() : undefined)
  if (sign) sign.hidden = !lost
}

function makeSign(): HTMLElement {
  const sign = document.createElement('p')
  sign.className = 'live-lost'
  sign.setAttribute('role', 'status')
  sign.dataset.liveLost = ''
  sign.textContent = words
  document.body.append(sign)
  return sign
}
