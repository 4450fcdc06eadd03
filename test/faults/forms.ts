import type { Dice } from '#src/demo/dice.ts'

/** A form that stands on a page: where it is sent, and the fields it has. */
export type PageForm = { readonly action: string; readonly html: string; readonly takesFiles: boolean }

/** Every form of a page that is sent by POST. */
export function formsIn(html: string): readonly PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, head = '']) => attribute(head, 'method') === 'post')
    .map(([, head = '', inside = '']) => ({
      action: attribute(head, 'action') ?? '',
      html: inside,
      takesFiles: attribute(head, 'enctype') === 'multipart/form-data',
    }))
}

/** The path of every link of a page that fits. */
export function linksIn(html: string, fits: RegExp): readonly string[] {
  return [...html.matchAll(/<a\b([^>]*)>/g)].flatMap(([, head = '']) => {
    const href = attribute(head, 'href') ?? ''
    return fits.test(href) ? [href] : []
  })
}

/**
 * What somebody in a hurry makes of a form: every field as it stands, a choice where one is to be made, `words` where
 * words are wanted, and for the rest what `own` says.
 */
export function filledIn(
  { html }: PageForm,
  dice: Dice,
  words: string,
  own: Readonly<Record<string, string>> = {},
): (readonly [string, string])[] {
  const inputs = [...html.matchAll(/<input\b([^>]*)>/g)]
    .map(([, head = '']) => head)
    .filter((head) => !['file', 'submit'].includes(attribute(head, 'type') ?? ''))
    .map((head) => [attribute(head, 'name') ?? '', attribute(head, 'value') ?? ''] as const)
  const texts = [...html.matchAll(/<textarea\b([^>]*)>/g)].map(
    ([, head = '']) => [attribute(head, 'name') ?? '', words] as const,
  )
  const choices = [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(
    ([, head = '', options = '']) => [attribute(head, 'name') ?? '', chosen(options, dice)] as const,
  )
  return [...inputs, ...texts, ...choices]
    .filter(([name]) => name !== '')
    .map(([name, value]) => [name, own[name] ?? value])
}

function chosen(options: string, dice: Dice): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, head = '']) => head)
  const selected = all.find((head) => /\bselected\b/.test(head))
  const values = all.map((head) => attribute(head, 'value') ?? '').filter(Boolean)
  const standing = selected && attribute(selected, 'value')
  return standing && dice.chance(0.7) ? standing : values.length > 0 ? dice.pick(values) : ''
}

function attribute(head: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(head)?.[1]?.replaceAll('&amp;', '&')
}
