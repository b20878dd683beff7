import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainRoute, type Routable, type Route, routeFor } from './routing.ts'

const route = (given: Partial<Route>): Route => ({
  id: 'r1',
  priority: 100,
  coordinatingTeamId: 'team',
  pc4s: null,
  careKinds: null,
  sources: null,
  ...given,
})
const asked: Routable = { pc4: '6811', careKinds: ['nursing'], palliative: false, source: 'hospital' }

const pc4 = fc.constantFrom('6811', '6812', '6841', '6861')
const careKind = fc.constantFrom('nursing', 'wound', 'palliative', 'technical')
const source = fc.constantFrom('client', 'gp', 'hospital')
const listOf = (one: fc.Arbitrary<string>) => fc.option(fc.uniqueArray(one, { maxLength: 4 }), { nil: null })
const anyRoute: fc.Arbitrary<Route> = fc.record({
  id: fc.uuid(),
  priority: fc.integer({ min: 1, max: 4 }).map((step) => step * 10),
  coordinatingTeamId: fc.constantFrom('noord', 'zuid', 'wound'),
  pc4s: listOf(pc4),
  careKinds: listOf(careKind),
  sources: listOf(source),
})
const anyRoutes = fc.uniqueArray(anyRoute, { maxLength: 12, selector: ({ id }) => id })
const anyRequest = fc.record({
  pc4,
  careKinds: fc.uniqueArray(careKind, { minLength: 1, maxLength: 3 }),
  palliative: fc.boolean(),
  source,
})

/** Said once more in another way: does this line let this request through? */
function letsThrough({ pc4s, careKinds, sources }: Route, request: Routable): boolean {
  const kinds = new Set([...request.careKinds, ...(request.palliative ? ['palliative'] : [])])
  return (
    (pc4s === null || pc4s.includes(request.pc4)) &&
    (careKinds === null || careKinds.some((kind) => kinds.has(kind))) &&
    (sources === null || sources.includes(request.source))
  )
}

describe('where a request goes', () => {
  test('postcode, care kind and source must all fit', () => {
    expect(routeFor([route({ pc4s: ['6812'] })], asked)).toBeUndefined()
    expect(routeFor([route({ pc4s: ['6811'], careKinds: ['wound'] })], asked)).toBeUndefined()
    expect(routeFor([route({ pc4s: ['6811'], sources: ['gp'] })], asked)).toBeUndefined()
    expect(routeFor([route({ pc4s: ['6811'], careKinds: ['nursing'], sources: ['hospital'] })], asked)?.id).toBe('r1')
  })

  test('an exception is a line with a lower number', () => {
    const area = route({ id: 'area', pc4s: ['6811'] })
    const exception = route({ id: 'exception', priority: 10, sources: ['hospital'] })
    expect(routeFor([area, exception], asked)?.id).toBe('exception')
  })

  test('of equal priority the line that asks for most goes first, then the one with the fewest postcodes', () => {
    const wide = route({ id: 'a', pc4s: ['6811', '6812'] })
    const narrow = route({ id: 'b', pc4s: ['6811'] })
    const both = route({ id: 'c', pc4s: ['6811', '6812'], careKinds: ['nursing'] })
    expect(routeFor([wide, narrow], asked)?.id).toBe('b')
    expect(routeFor([wide, narrow, both], asked)?.id).toBe('c')
  })

  test('marked palliative goes to the palliative team, whatever else is asked', () => {
    const palliative = route({ id: 'p', priority: 10, careKinds: ['palliative'] })
    expect(routeFor([palliative], asked)).toBeUndefined()
    expect(routeFor([palliative], { ...asked, palliative: true })?.id).toBe('p')
  })

  test('an empty list lets nothing through', () => {
    expect(routeFor([route({ pc4s: [] })], asked)).toBeUndefined()
  })

  test('the chosen line fits, and no line that fits has a lower number', () => {
    fc.assert(
      fc.property(anyRoutes, anyRequest, (routes, request) => {
        const fitting = routes.filter((one) => letsThrough(one, request))
        const chosen = routeFor(routes, request)
        if (!chosen) return fitting.length === 0
        return fitting.includes(chosen) && fitting.every((one) => one.priority >= chosen.priority)
      }),
      { numRuns: 2_000 },
    )
  })

  test('the order of the lines never matters', () => {
    const shuffled = anyRoutes.chain((routes) =>
      fc.tuple(fc.constant(routes), fc.shuffledSubarray(routes, { minLength: routes.length })),
    )
    fc.assert(
      fc.property(shuffled, anyRequest, ([routes, others], request) => {
        expect(routeFor(others, request)).toEqual(routeFor(routes, request))
      }),
    )
  })
})

describe('why it is there', () => {
  test('names only what the line looked at', () => {
    expect(explainRoute(route({ pc4s: ['6811'] }), asked)).toEqual({ by: 'route', pc4: '6811' })
    expect(explainRoute(route({ careKinds: ['wound', 'nursing'] }), asked)).toEqual({
      by: 'route',
      careKinds: ['nursing'],
    })
    expect(explainRoute(route({}), asked)).toEqual({ by: 'route' })
  })

  test('without a line it is with the desk of the region', () => {
    expect(explainRoute(undefined, asked)).toEqual({ by: 'fallback', pc4: '6811' })
  })
})
