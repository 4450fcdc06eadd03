import type { Dice } from './dice.ts'

/** One of the ways a text can be said: `{this|that|}` becomes one of them, `{3..12}` a number, `{street}` its name. */
export function vary(text: string, dice: Dice, names: Readonly<Record<string, string>> = {}): string {
  const said = text.replaceAll(/\{([^{}]*)\}/g, (_, inside: string) => {
    const name = Object.hasOwn(names, inside) ? names[inside] : undefined
    if (name !== undefined) return name
    const range = /^(\d+)\.\.(\d+)$/.exec(inside)
    return range ? String(dice.whole(Number(range[1]), Number(range[2]))) : dice.pick(inside.split('|'))
  })
  return said
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ([,.!?])/g, '$1')
    .trim()
}

/** How a person writes on a phone: with care, in haste, loudly, or without looking back. */
export const hands = ['careful', 'hasty', 'loud', 'slipping'] as const
export type Hand = (typeof hands)[number]

/** The same text as this hand would have left it. */
export function written(text: string, hand: Hand, dice: Dice): string {
  switch (hand) {
    case 'careful':
      return text
    case 'hasty':
      return text.replaceAll(/(^|[.!?] )(\p{Lu})/gu, (whole) => whole.toLowerCase()).replace(/\.$/, '')
    case 'loud':
      return text.replace(/[.!]$/, dice.pick(['!', '!!!', '!!']))
    case 'slipping':
      return slips(text, dice)
  }
}

/** One or two letters changed places or were left out, an apostrophe and a comma forgotten. */
function slips(text: string, dice: Dice): string {
  const words = text.replaceAll('’', '').split(' ')
  for (let slip = 0; slip < 2; slip++) {
    const at = dice.whole(0, words.length - 1)
    const word = words[at] ?? ''
    if (!/^\p{Ll}{6,}$/u.test(word)) continue
    const place = dice.whole(2, word.length - 3)
    const [one = '', other = ''] = word.slice(place, place + 2)
    words[at] = word.slice(0, place) + (dice.chance(0.5) ? other + one : one) + word.slice(place + 2)
  }
  const comma = words.findIndex((word) => word.endsWith(','))
  if (comma >= 0) words[comma] = (words[comma] ?? '').slice(0, -1)
  return words.join(' ')
}
