import { Controller } from '@hotwired/stimulus'

const order = ['green', 'amber', 'red', 'unknown']
const keys: Record<string, string> = { g: 'green', o: 'amber', r: 'red', n: 'unknown' }
const arrows: Record<string, [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/**
 * Sets a week of lights in seconds: a tap or the space bar steps a light, dragging or shift extends it, arrows go from place
 * to place and g, o, r and n set one. It only chooses the radios that are there without script as well; nothing is saved
 * before the form is sent.
 *
 * Targets: `cell` (a fieldset of radios), `why` (the reason), `count` (how many places differ), `scripted` (only with script).
 */
export class LightWeekController extends Controller<HTMLElement> {
  static override targets = ['cell', 'why', 'count', 'scripted']
  declare readonly cellTargets: HTMLElement[]
  declare readonly whyTargets: HTMLElement[]
  declare readonly countTargets: HTMLElement[]
  declare readonly scriptedTargets: HTMLElement[]
  #anchor: HTMLElement | undefined
  #drag: { from: HTMLElement; value: string; moved: boolean } | undefined
  #pointed = false

  override connect(): void {
    this.element.setAttribute('data-quick', '')
    for (const element of this.scriptedTargets) element.hidden = false
    this.#tell()
  }

  override disconnect(): void {
    this.element.removeAttribute('data-quick')
  }

  press(event: PointerEvent): void {
    const cell = this.#cellOf(event.target)
    if (!cell || event.button !== 0) return
    this.#pointed = true
    if (event.shiftKey && this.#anchor) {
      this.#extend(this.#anchor, cell, lightOf(this.#anchor))
      this.#drag = undefined
      return
    }
    // A finger is caught by the place it touches; let go, so that the places it passes are told.
    if (event.target instanceof Element && event.target.hasPointerCapture(event.pointerId))
      event.target.releasePointerCapture(event.pointerId)
    this.#drag = { from: cell, value: lightOf(cell), moved: false }
  }

  move(event: PointerEvent): void {
    const drag = this.#drag
    const cell = drag && this.#cellOf(document.elementFromPoint(event.clientX, event.clientY))
    if (!drag || !cell || (cell === drag.from && !drag.moved)) return
    drag.moved = true
    this.#extend(drag.from, cell, drag.value)
  }

  release(): void {
    const drag = this.#drag
    this.#drag = undefined
    if (!drag) return
    this.#anchor = drag.from
    if (!drag.moved) this.#step(drag.from)
  }

  /** The finger scrolls the page: nothing was chosen. */
  cancel(): void {
    this.#drag = undefined
    this.#pointed = false
  }

  /** After a pointer the light has been stepped already; a click without one comes from assistive technology. */
  click(event: MouseEvent): void {
    const cell = this.#cellOf(event.target)
    if (!cell) return
    event.preventDefault()
    const pointed = this.#pointed
    this.#pointed = false
    radioOf(cell, lightOf(cell))?.focus({ preventScroll: true })
    // The browser puts a refused radio back after this call, so the step waits for that.
    if (!pointed) setTimeout(() => this.#step(cell))
  }

  key(event: KeyboardEvent): void {
    const cell = this.#cellOf(event.target)
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return
    const value = keys[event.key.toLowerCase()]
    const arrow = arrows[event.key]
    if (value) this.#set(cell, value)
    else if (event.key === ' ') this.#step(cell)
    else if (arrow) this.#go(cell, arrow, event.shiftKey)
    else return
    event.preventDefault()
    this.#tell()
  }

  /** The lights of one day for all days after it. */
  copyDay(event: Event): void {
    event.preventDefault()
    const day = (event.currentTarget as HTMLElement).dataset.day ?? ''
    const source = new Map(
      this.cellTargets.filter((cell) => cell.dataset.day === day).map((cell) => [cell.dataset.part, cell]),
    )
    for (const cell of this.cellTargets) {
      const from = source.get(cell.dataset.part)
      if (!from || (cell.dataset.day ?? '') <= day) continue
      this.#set(cell, lightOf(from), fromOf(from)?.value || (changed(from) ? '' : day))
    }
    this.#tell()
  }

  /** What was said of the same days a week ago. */
  lastWeek(event: Event): void {
    event.preventDefault()
    for (const cell of this.cellTargets) {
      const { last, lastDay } = cell.dataset
      if (last) this.#set(cell, last, lastDay)
    }
    this.#tell()
  }

  reset(event: Event): void {
    event.preventDefault()
    for (const cell of this.cellTargets) this.#set(cell, cell.dataset.initial ?? 'unknown')
    this.#tell()
  }

  #cellOf(target: EventTarget | null): HTMLElement | undefined {
    const choices = target instanceof Element ? target.closest('.light-field__choices') : null
    const cell = choices?.closest<HTMLElement>('.light-field')
    return cell && this.cellTargets.includes(cell) ? cell : undefined
  }

  #step(cell: HTMLElement): void {
    const place = order.indexOf(lightOf(cell))
    this.#set(cell, order[(place + 1) % order.length] ?? 'unknown')
    this.#tell()
  }

  #set(cell: HTMLElement, value: string, from = ''): void {
    const radio = radioOf(cell, value)
    if (!radio) return
    const focused = cell.contains(document.activeElement)
    radio.checked = true
    if (focused) radio.focus({ preventScroll: true })
    const source = fromOf(cell)
    if (source) source.value = from
  }

  /** All places in the rectangle between two get this light. */
  #extend(from: HTMLElement, to: HTMLElement, value: string): void {
    const [a, b] = [from.getBoundingClientRect(), to.getBoundingClientRect()]
    const [left, right] = [Math.min(a.left, b.left) - 1, Math.max(a.right, b.right) + 1]
    const [top, bottom] = [Math.min(a.top, b.top) - 1, Math.max(a.bottom, b.bottom) + 1]
    for (const cell of this.cellTargets) {
      const box = cell.getBoundingClientRect()
      const inside = box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom
      if (inside && cell !== from) this.#set(cell, value)
    }
    this.#tell()
  }

  /** To the nearest place in a direction, as it is laid out now; with shift it takes its light along. */
  #go(cell: HTMLElement, [x, y]: [number, number], extend: boolean): void {
    const here = middleOf(cell)
    const ahead = this.cellTargets
      .map((other) => ({ other, ...awayFrom(here, middleOf(other), x, y) }))
      .filter(({ other, along, aside }) => other !== cell && along > 4 && aside < 24)
      .sort((one, next) => one.along - next.along)[0]?.other
    if (!ahead) return
    if (extend) this.#set(ahead, lightOf(cell))
    radioOf(ahead, lightOf(ahead))?.focus()
  }

  /** How many places differ from what was there, and whether a reason is needed. */
  #tell(): void {
    let count = 0
    let why = false
    for (const cell of this.cellTargets) {
      const differs = changed(cell)
      cell.toggleAttribute('data-changed', differs)
      if (!differs) continue
      count += 1
      const value = lightOf(cell)
      if ((value === 'amber' || value === 'red') && !fromOf(cell)?.value) why = true
    }
    for (const element of this.countTargets)
      element.textContent = count === 0 ? '' : `${count} ${count === 1 ? 'wijziging' : 'wijzigingen'}`
    for (const element of this.whyTargets) element.hidden = !why
  }
}

function radioOf(cell: HTMLElement, value: string): HTMLInputElement | null {
  return cell.querySelector<HTMLInputElement>(`input[type="radio"][value="${value}"]`)
}

function lightOf(cell: HTMLElement): string {
  return cell.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.value ?? 'unknown'
}

function changed(cell: HTMLElement): boolean {
  return lightOf(cell) !== cell.dataset.initial
}

/** The day that a copied light comes from: its reason comes along. */
function fromOf(cell: HTMLElement): HTMLInputElement | null {
  return cell.querySelector<HTMLInputElement>('input[data-from]')
}

function middleOf(cell: HTMLElement): [number, number] {
  const { left, right, top, bottom } = cell.getBoundingClientRect()
  return [(left + right) / 2, (top + bottom) / 2]
}

function awayFrom([fromX, fromY]: [number, number], [toX, toY]: [number, number], x: number, y: number) {
  const [dx, dy] = [toX - fromX, toY - fromY]
  return { along: dx * x + dy * y, aside: Math.abs(x === 0 ? dx : dy) }
}
