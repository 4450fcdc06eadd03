/** A house's number, as this country writes them: «12», «12-А», «12/3», «12-14», «12 корп. 2». */
export type House = {
  /** As it is shown: «12А», «12/3», «12 корп. 2». */
  readonly shown: string
  /** The same for every way to write it. */
  readonly key: string
  /** What houses are counted by. */
  readonly number: number
}

/** The number that a text is, whole; null when it is none. */
export function readHouse(text: string): House | null {
  const match = whole.exec(text.normalize('NFC').trim())
  return match ? houseFrom(match) : null
}

/** Where house numbers may stand in a typed text, with what is left of the text without each. */
export function housesIn(
  text: string,
): readonly { readonly house: House; readonly rest: string; readonly last: boolean }[] {
  const bare = text.normalize('NFC').replace(inside, '')
  return [...bare.matchAll(within)].flatMap((match) => {
    const before = bare.slice(0, match.index)
    const after = bare.slice(match.index + match[0].length)
    const house = houseFrom(match)
    const rest = `${before} ${after}`
    if (!house || !/\p{L}/u.test(rest)) return []
    return [{ house, rest, last: !/[\p{L}\d]/u.test(after) }]
  })
}

const number = String.raw`(?<number>\d{1,4})`
const letter = String.raw`(?:\s*[-–]?\s*["'«]?(?<letter>[абвгґдеєжзиіїклмнопрстуфхцчшщюяabcdefghklmnoprstuv](?:-[абвгґдеєжзиіїклмнопрстуфхцчшщюяabcdefghklmnoprstuv])?)["'»]?(?![\p{L}]))?`
const second = String.raw`(?:\s*(?<between>[/-])\s*(?<second>\d{1,4})\s*(?<secondLetter>[абвгґдеєжзиікabcdefghk](?![\p{L}]))?)?`
const block = String.raw`(?:,?\s*(?:корпус|корп|кор|блок|block|bldg|building|к|k)\.?\s*(?<block>\d{1,3}|[абвгabcd](?![\p{L}])))?`

const whole = new RegExp(`^${number}${letter}${second}${block}$`, 'iu')
const within = new RegExp(
  String.raw`(?<![\p{L}\d/-])(?:(?:будинок|буд|б|дом|д|house|№|no)\.?\s*)?${number}${letter}${second}${block}(?![\p{L}\d]|-\p{L})`,
  'giu',
)
/** What people add that lies inside a house. */
const inside =
  /[,\s]*(?<!\p{L})(?:квартира|кв|під[’'ʼ]?їзд|подъезд|поверх|этаж|офіс|оф|apartment|apt|flat|entrance)\.?\s*№?\s*\d+\p{L}?/giu

function houseFrom({ groups }: RegExpExecArray | RegExpMatchArray): House | null {
  const { number: digits = '', letter: after, between, second: other, secondLetter, block: part } = groups ?? {}
  const counted = Number(digits)
  if (counted === 0) return null
  const ukrainian = (one: string | undefined) =>
    one?.toLowerCase().replace(/[a-z]/g, (sign) => letters[sign] ?? sign) ?? ''
  const base = `${counted}${ukrainian(after)}${other ? `${between}${Number(other)}${ukrainian(secondLetter)}` : ''}`
  const blockKey = part ? (/\d/.test(part) ? String(Number(part)) : ukrainian(part)) : ''
  return {
    shown: base.toUpperCase() + (blockKey ? ` корп. ${blockKey.toUpperCase()}` : ''),
    key: base + (blockKey ? `к${blockKey}` : ''),
    number: counted,
  }
}

/** A letter typed on the Latin keyboard: those that look alike stand for their looks, the others for their sound. */
// biome-ignore format: a row is enough
const letters: Readonly<Record<string, string>> = {
  a: 'а', b: 'б', c: 'с', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'г', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п', r: 'р',
  s: 'с', t: 'т', u: 'у', v: 'в',
}
