let sending = false

/**
 * A live refresh that begins while a form is on its way would stop the form: its answer stays unread, and whoever pressed sees nothing
 * happen. The refresh is passed over; what the form answers is newer.
 */
export function letFormsArrive(): void {
  document.addEventListener('turbo:submit-start', () => {
    sending = true
  })
  // Before Turbo follows the answer, which may lead to this same page.
  document.addEventListener('turbo:before-fetch-response', ({ target }) => {
    if (target instanceof HTMLFormElement) sending = false
  })
  document.addEventListener('turbo:submit-end', () => {
    sending = false
  })
  document.addEventListener('turbo:before-visit', (event) => {
    if (sending && (event as CustomEvent<{ url: string }>).detail.url === location.href) event.preventDefault()
  })
}
