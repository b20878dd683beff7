import { toListQuestion, toQuery } from '../list-question.ts'
import { paths } from './paths.ts'

/** The list as the visitor left it: pages of one request carry its question in their own address. */
export function backToList(query: unknown): { href: string; label: string; query: string } {
  const asked = toQuery(toListQuestion(query))
  return { href: paths.requests + asked, label: 'Terug naar de lijst', query: asked }
}
