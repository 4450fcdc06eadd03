/** The text as it stands on the same keys of the other keyboard layout, English and Ukrainian; null when it mixes alphabets or has no letters. */
export function otherLayout(text: string): string | null {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(text)
  if (isCyrillic === /\p{Script=Latin}/u.test(text)) return null
  const keys = isCyrillic ? toLatin : toUkrainian
  return [...text.toLowerCase()].map((sign) => keys.get(sign) ?? sign).join('')
}

const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const ukrainian = 'йцукенгшщзхїфівапролджєячсмитьбю’'

const toUkrainian = new Map([...latin].map((sign, at) => [sign, ukrainian[at] ?? sign]))
/** The Russian layout differs on these keys. */
const toLatin = new Map([
  ...[...ukrainian].map((sign, at) => [sign, latin[at] ?? sign] as const),
  ...([
    ['ы', 's'],
    ['ъ', ']'],
    ['э', "'"],
    ['ё', '`'],
  ] as const),
])
