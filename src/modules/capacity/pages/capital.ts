/** 'ma 23 nov' at the beginning of a line: 'Ma 23 nov'. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
