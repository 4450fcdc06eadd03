import type { ComponentChildren } from 'preact'

/** A wide table that scrolls within itself, by keyboard too. */
export function Scrolled({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1)
    <section class="table-scroll" tabIndex={0} aria-label={name}>
      {children}
    </section>
  )
}
