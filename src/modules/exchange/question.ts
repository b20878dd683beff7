import { done, type Outcome, refused } from '#kernel/outcome.ts'
import type { ResourceType } from './resources.ts'
import { splitValues } from './rules/search-values.ts'
import { commonParameters, parametersOf, references, type SearchParameter } from './search-parameters.ts'

type Where = NonNullable<ReturnType<SearchParameter['where']>>

export type Include = { from: ResourceType; name: string; to: ResourceType }
export type Question = {
  /** All of these must hold; within one, any. */
  wheres: Where[][]
  include: Include[]
  revinclude: Include[]
  count: number
  /** Only how many there are. */
  onlyCount: boolean
  /** Where the page before ended: the id of its last resource. */
  after: string | undefined
  /** What was understood, to the letter: the address of this page. */
  self: [string, string][]
}
export type QuestionRefusal = { code: 'value' | 'not-supported'; parameter: string; value: string }

const usualCount = 50
const mostCount = 200

/**
 * Understands the parameters of a search. What FHIR lets a server not know is left out, and then not in the address of the answer;
 * with `Prefer: handling=strict` it is refused. A value that cannot be read is always refused.
 */
export function readQuestion(
  type: ResourceType,
  parameters: readonly [string, string][],
  strict: boolean,
): Outcome<Question, QuestionRefusal> {
  const question: Question = {
    wheres: [],
    include: [],
    revinclude: [],
    count: usualCount,
    onlyCount: false,
    after: undefined,
    self: [],
  }
  const known = [...commonParameters, ...parametersOf[type]]
  for (const [key, value] of parameters) {
    const understood = readOne(type, question, known, key, value)
    if (understood === 'wrong') return refused({ code: 'value', parameter: key, value })
    if (understood === 'unknown') {
      if (strict) return refused({ code: 'not-supported', parameter: key, value })
      continue
    }
    if (key !== '_cursor') question.self.push([key, value])
  }
  return done(question)
}

type Understood = 'yes' | 'wrong' | 'unknown'

function readOne(
  type: ResourceType,
  question: Question,
  known: readonly SearchParameter[],
  key: string,
  value: string,
): Understood {
  const special = readSpecial(type, question, key, value)
  if (special) return special
  const [name = '', modifier] = key.split(':')
  const parameter = known.find((one) => one.name === name)
  if (!parameter) return 'unknown'
  const wheres = splitValues(value).map((one) => parameter.where(one, modifier))
  if (wheres.length === 0 || wheres.some((where) => where === undefined)) return 'wrong'
  question.wheres.push(wheres as Where[])
  return 'yes'
}

function readSpecial(type: ResourceType, question: Question, key: string, value: string): Understood | undefined {
  switch (key) {
    case '_format':
    case '_pretty':
      return 'yes'
    case '_count': {
      if (!/^\d{1,6}$/.test(value)) return 'wrong'
      question.onlyCount ||= Number(value) === 0
      question.count = Math.min(Math.max(Number(value), 1), mostCount)
      return 'yes'
    }
    case '_summary':
      question.onlyCount ||= value === 'count'
      return value === 'count' || value === 'false' ? 'yes' : 'unknown'
    case '_total':
      return 'yes'
    case '_cursor':
      question.after = value
      return /^[0-9a-f-]{36}$/.test(value) ? 'yes' : 'wrong'
    case '_include':
      return add(question.include, value, (one) => one.from === type)
    case '_revinclude':
      return add(question.revinclude, value, (one) => one.to === type)
    default:
      return undefined
  }
}

function add(list: Include[], value: string, fits: (one: Include) => boolean): Understood {
  const [from, name, target] = value.split(':')
  const found = references.filter(
    (one) => fits(one) && one.from === from && (name === '*' || one.name === name) && (!target || one.to === target),
  )
  list.push(...found)
  return found.length > 0 ? 'yes' : 'unknown'
}
