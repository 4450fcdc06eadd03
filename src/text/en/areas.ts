/** Districts and neighbourhoods of a city. */
export const areas = {
  'area.label': 'District, neighbourhood',
  'area.any': 'The whole city',
  'area.kind.district': 'Districts',
  'area.kind.neighbourhood': 'Neighbourhoods',
  'area.approximate': 'Boundaries are approximate',
  'area.sources': 'Boundaries: {sources}',
} as const
