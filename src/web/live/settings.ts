/** What the browser needs to keep a page fresh: it travels in the `data-live` attribute. */
export type LiveSettings = {
  /** Address of the stream. */
  readonly stream: string
  /** The number up to which the page knows what happened; null: until it was asked for. */
  readonly since: number | null
  /** Address of this page, also where a form came back instead of it. */
  readonly page: string
  /** The report that the page is about. */
  readonly report: number | null
  /** It offers acts, which a change may have taken away. */
  readonly offersActs: boolean
  /** Those who work here want to know at once, and what left their list stays in sight. */
  readonly isDesk: boolean
  readonly words: LiveWords
}

export type LiveWords = {
  /** By the form that a figure asks for; the figure in it is an example. */
  readonly fresh: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>
  readonly changed: string
  readonly updated: string
  readonly left: string
}
