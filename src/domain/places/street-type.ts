import { fold } from './fold.ts'

/** What a street is, whichever language says it. */
export const streetTypes = [
  'street',
  'avenue',
  'lane',
  'boulevard',
  'square',
  'descent',
  'passage',
  'highway',
  'embankment',
  'dead_end',
  'quarter',
  'line',
] as const

export type StreetType = (typeof streetTypes)[number]

/** How people write the types: Ukrainian, English, old Russian, and Ukrainian in Latin letters. Some stand for several. */
// biome-ignore format: a row a type
const written: Readonly<Record<StreetType, string>> = {
  street: 'вулиця вулиці вулиця вул вулю улица улице ул street str st vulytsia vulitsa vulytsya vul ulitsa ulica ul',
  avenue: 'проспект просп пр-т пр-кт прт пр проспекті avenue ave av prospekt prospect prosp pr',
  lane: 'провулок провулку провул пров пров-к про пер переулок пр lane ln provulok prov pereulok pereulok per',
  boulevard: 'бульвар бульв бул б-р бульварі boulevard blvd bulvar bul',
  square: 'площа площі пл майдан майдані май-н м-н площадь square sq ploshcha ploscha maidan maydan ploshchad pl',
  descent: 'узвіз узв спуск descent uzviz spusk',
  passage: 'проїзд пр-д проезд drive dr proizd proyizd proezd пр',
  highway: 'шосе шоссе highway hwy shose shosse',
  embankment: 'набережна наб набережная embankment emb naberezhna',
  dead_end: 'тупик туп cul-de-sac tupyk tupik',
  quarter: 'мікрорайон мкр мкрн мікр микрорайон м-н neighbourhood neighborhood mikroraion mikrorayon mkr',
  line: 'лінія линия line',
}

const byWord = new Map<string, StreetType[]>()
for (const type of streetTypes) {
  for (const word of written[type].split(' ')) {
    const known = byWord.get(word) ?? []
    if (!known.includes(type)) byWord.set(word, [...known, type])
  }
}

/** The types that a word, without a dot at its end, may stand for; null when it is part of a name. */
export function streetTypesOf(word: string): readonly StreetType[] | null {
  return byWord.get(word.toLowerCase()) ?? null
}

/** The word that stands for a type where names are searched. */
export function typeKey(type: StreetType): string {
  return fold(written[type].split(' ')[0] ?? type)
}

/** A street's name with its type written out before it: registers have «Київська вул.» */
export function writtenOut(name: string): string {
  const pieces = name.split(/\s+/)
  const at = pieces.findIndex((piece) => /\p{Ll}/u.test(piece) && streetTypesOf(piece.replace(/\.$/, '')))
  const [type] = streetTypesOf(pieces[at]?.replace(/\.$/, '') ?? '') ?? []
  if (!type) return name
  return [written[type].split(' ')[0], ...pieces.toSpliced(at, 1)].join(' ')
}
