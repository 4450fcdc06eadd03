import type { ComponentChildren } from 'preact'

import type { ActKind } from '#src/domain/act.ts'
import type { Say } from '#src/text/catalogue.ts'

/** One thing that can be done: its form, folded under a button, or a form that is nothing but a button. */
export type Offer = {
  readonly kind: ActKind
  /** What the button says, where it is not the act's own words. */
  readonly words?: string
  readonly form: ComponentChildren
  readonly folded: boolean
  /** A folded one that came back: with what was typed, and what is wrong. */
  readonly open?: boolean
  /** It can't be done any more: what is said of it would cover the page that it sends to look at. */
  readonly isOver?: boolean
}

type Props = {
  readonly t: Say
  readonly offers: readonly Offer[]
  /** What to know before acting; stands over the buttons. */
  readonly lead?: ComponentChildren
}

/**
 * What can be done with a report, always in sight below it: what is needed most often first and alone in colour.
 * On a phone the others stand at the report's end, so that the bar takes no more than a thumb.
 */
export function ActBar({ t, offers, lead }: Props) {
  if (offers.length === 0)
    return (
      <p class="soft" id="acts">
        {t('desk.no_acts')}
      </p>
    )
  const [first, ...others] = inOrder(offers)
  const isPrimary = first !== undefined && !first.isOver && foremost.includes(first.kind)
  const beside = isPrimary ? others : first ? [first, ...others] : []
  return (
    <section class="act-bar" id="acts" aria-label={t('desk.acts')}>
      <div class="act-first">
        {lead}
        {isPrimary && <OfferOf t={t} offer={first} isPrimary />}
        {beside.length > 0 && (
          <a class="button quiet small act-more" href="#other-acts">
            {t(isPrimary ? 'desk.other_acts' : 'desk.acts')}
          </a>
        )}
      </div>
      <div class="act-others" id="other-acts">
        {beside.map((offer, index) => (
          <OfferOf key={index} t={t} offer={offer} isPrimary={false} />
        ))}
      </div>
    </section>
  )
}

/** What most reports need next. */
const foremost: readonly ActKind[] = ['approve', 'start', 'resolve', 'ask']
const seldom: readonly ActKind[] = ['assign', 'note']

/** The foremost first, then what came back and is over, then the rest as they come, the seldom last. */
function inOrder(offers: readonly Offer[]): readonly Offer[] {
  const open = offers.filter(({ isOver }) => !isOver)
  const isOf = (kinds: readonly ActKind[]) => open.filter(({ kind }) => kinds.includes(kind))
  const rest = open.filter(({ kind }) => !foremost.includes(kind) && !seldom.includes(kind))
  const over = offers.filter(({ isOver }) => isOver)
  return [...foremost.flatMap((kind) => isOf([kind])), ...over, ...rest, ...isOf(seldom)]
}

type OfferProps = { readonly t: Say; readonly offer: Offer; readonly isPrimary: boolean }

function OfferOf({ t, offer: { kind, words, form, folded, open = false }, isPrimary }: OfferProps) {
  if (!folded) return form
  return (
    <details name="act" class="act" open={open}>
      <summary class={isPrimary ? 'button small' : 'button quiet small'}>{words ?? t(`act.${kind}`)}</summary>
      {form}
    </details>
  )
}
