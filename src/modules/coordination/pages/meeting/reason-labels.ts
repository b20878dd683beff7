import { getRegion, listReasons } from '#modules/regions/index.ts'
import type { Scope } from '#platform/database/scope.ts'

/** The words of this region for why an organisation cannot, and why a request came back. */
export async function reasonLabels(scope: Scope): Promise<(code: string) => string> {
  const region = await getRegion(scope)
  const words = new Map(
    (['return', 'refusal'] as const).flatMap((list) =>
      listReasons(region, list).map(({ code, label }) => [code, label] as const),
    ),
  )
  return (code) => words.get(code) ?? code
}
