import { type NameShown, namesShown } from '#src/domain/report.ts'
import type { Say } from '#src/text/catalogue.ts'

type Props = {
  readonly t: Say
  /** What was chosen before; what is no choice counts as hidden. */
  readonly shown: string
  readonly firstName: string | null
}

/** How the author appears to the public. Nothing of a person is shown unless they say so. */
export function NameChoice({ t, shown, firstName }: Props) {
  const chosen: NameShown = namesShown.find((one) => one === shown) ?? 'hidden'
  const words = {
    first_name: firstName ? t('form.name_first_as', { name: firstName }) : t('form.name_first'),
    hidden: t('form.name_hidden'),
  } as const satisfies Record<NameShown, string>
  return (
    <fieldset class="form-part">
      <legend>
        <h2>{t('form.name')}</h2>
      </legend>
      {namesShown.map((one) => (
        <label key={one} class="choice">
          <input type="radio" name="name_shown" value={one} checked={one === chosen} />
          <span>{words[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}
