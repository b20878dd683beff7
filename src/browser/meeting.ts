import { Controller } from '@hotwired/stimulus'

const often = 1_000
const keysOff = 'meeting-keys-off'

/**
 * The keyboard of a meeting and its clock. A key presses what is on the page already
 * (`data-key`), a digit chooses a party (target `party`) and Enter in it decides: so everything works without this as well.
 *
 * Targets: `party` (rows to choose from), `clock` with `time` (seconds since the item is shown),
 * `switch` (turns the keys off and on; remembered until the browser closes).
 */
export class MeetingController extends Controller<HTMLElement> {
  static override targets = ['party', 'clock', 'time', 'switch']
  declare readonly partyTargets: HTMLInputElement[]
  declare readonly clockTargets: HTMLElement[]
  declare readonly timeTargets: HTMLElement[]
  declare readonly switchTargets: HTMLElement[]
  #timer: number | undefined
  #since = 0

  override connect(): void {
    this.#timer = window.setInterval(() => this.#tick(), often)
  }

  override disconnect(): void {
    window.clearInterval(this.#timer)
  }

  clockTargetConnected(clock: HTMLElement): void {
    this.#since = Date.now() - Number(clock.dataset.seconds ?? 0) * 1000
    this.#tick()
  }

  switchTargetConnected(): void {
    this.#tellKeys()
  }

  switchKeys(): void {
    sessionStorage.setItem(keysOff, sessionStorage.getItem(keysOff) ? '' : 'yes')
    this.#tellKeys()
  }

  key(event: KeyboardEvent): void {
    if (sessionStorage.getItem(keysOff)) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target)) return
    const done = /^[1-9]$/.test(event.key) ? this.#choose(Number(event.key)) : this.#press(event.key.toLowerCase())
    if (done) event.preventDefault()
  }

  #tellKeys(): void {
    for (const button of this.switchTargets) {
      button.hidden = false
      button.textContent = sessionStorage.getItem(keysOff) ? 'Toetsen aan' : 'Toetsen uit'
    }
  }

  #choose(number: number): boolean {
    const party = this.partyTargets[number - 1]
    if (!party) return false
    party.checked = true
    party.focus()
    return true
  }

  #press(key: string): boolean {
    if (!/^[a-z]$/.test(key)) return false
    const pressed = this.element.querySelector<HTMLElement>(`[data-key="${key}"]`)
    pressed?.click()
    return pressed !== null
  }

  #tick(): void {
    const seconds = Math.max(0, Math.floor((Date.now() - this.#since) / 1000))
    for (const time of this.timeTargets)
      time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    for (const clock of this.clockTargets) {
      const bar = clock.querySelector('progress')
      if (bar) bar.value = Math.min(seconds, bar.max)
    }
  }
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'submit', 'button'].includes(target.type)
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)
}
