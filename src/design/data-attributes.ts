/**
 * The `data-…` attributes among the props: the hooks that a Stimulus controller or a test needs on the element itself.
 * JSX lets every hyphenated name through the type check, so components pass on these and nothing else.
 */
export function dataAttributes(props: object): Record<string, string> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => name.startsWith('data-')))
}
