import { isLanguage, type Language } from '#kernel/languages.ts'
import type { Course } from './course.ts'

/** Clients and carers ask in their own language where the pages speak it; professionals in Dutch. */
export function askedIn({ source, languages }: Pick<Course['request'], 'source' | 'languages'>): Language {
  const [own = 'nl'] = languages
  return (source === 'client' || source === 'informal-carer') && isLanguage(own) ? own : 'nl'
}
