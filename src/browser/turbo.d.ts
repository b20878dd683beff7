/** What we use of Turbo, which brings no types of its own. */
declare module '@hotwired/turbo' {
  export const cache: { exemptPageFromCache(): void }
  export function renderStreamMessage(message: string): void
}
