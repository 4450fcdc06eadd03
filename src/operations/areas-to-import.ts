import type { AreaShape } from '#src/domain/area.ts'
import type { Guide } from '#src/domain/guide.ts'
import { overlap } from '#src/domain/overlap.ts'
import { ok, type Result, refuse } from '#src/domain/result.ts'
import { ruleWithoutArea } from '#src/domain/routing.ts'

/** The areas of a file that lie in the city, and how many do not; or, in a sentence, why they can't be its areas. */
export function areasToImport(
  { city, outline, rules }: Guide,
  told: readonly AreaShape[],
): Result<{ readonly shapes: readonly AreaShape[]; readonly outside: number }, string> {
  const shapes = told.filter(({ shape }) => overlap(shape, outline))
  if (shapes.length === 0) return refuse(`No area of ${city.name.en} is in these files: nothing was changed.`)

  const lost = ruleWithoutArea(rules, shapes)
  if (lost)
    return refuse(`A rule of ${city.name.en} names the area "${lost}", which these files lack: nothing was changed.`)
  return ok({ shapes, outside: told.length - shapes.length })
}
