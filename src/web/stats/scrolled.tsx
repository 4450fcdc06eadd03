import type { ComponentChildren } from 'preact'

type Props = { readonly what: 'table' | 'chart'; readonly name: string; readonly children: ComponentChildren }

/** What is too wide for a phone scrolls within itself, by keyboard too. */
export function Scrolled({ what, name, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section class={`${what}-scroll`} tabIndex={0} aria-label={name}>
      {children}
    </section>
  )
}
