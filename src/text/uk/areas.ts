import type { AreaKind } from '#src/domain/area.ts'

/** Districts and neighbourhoods of a city. */
export const areas = {
  'area.label': 'Район, мікрорайон',
  'area.any': 'Усе місто',
  'area.kind.district': 'Райони',
  'area.kind.neighbourhood': 'Мікрорайони',
  'area.approximate': 'Межі приблизні',
  'area.sources': 'Межі: {sources}',
} as const satisfies Record<`area.kind.${AreaKind}`, string> & Record<string, string>
