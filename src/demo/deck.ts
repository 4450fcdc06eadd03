import type { Dice } from './dice.ts'

/** Draws so that nothing comes twice before everything of its pile came once. */
export type Deck = <One>(pile: string, cards: readonly One[]) => One

export function deckOf(dice: Dice): Deck {
  const left = new Map<string, number[]>()
  return (pile, cards) => {
    const rest = left.get(pile)
    const order = rest && rest.length > 0 ? rest : dice.shuffled(cards.map((_, at) => at))
    const card = cards[order.pop() ?? -1]
    left.set(pile, order)
    if (card === undefined) throw new Error(`Nothing to draw for ${pile}`)
    return card
  }
}
