import type { Phone } from '#src/domain/city.ts'
import type { Say } from '#src/text/catalogue.ts'

type Props = { readonly t: Say; readonly phones: readonly Phone[] }

/** The numbers to call instead of reporting: those for danger first, then those for advice. */
export function EmergencyNumbers({ t, phones }: Props) {
  const urgent = phones.filter(({ emergency }) => emergency)
  const advice = phones.filter(({ emergency }) => !emergency)
  return (
    <aside class="emergency">
      <p>
        <b>{t('emergency.title')}</b>
      </p>
      <PhoneList t={t} phones={urgent} />
      {advice.length > 0 && (
        <>
          <p>{t('emergency.other')}</p>
          <PhoneList t={t} phones={advice} />
        </>
      )}
    </aside>
  )
}

/** Numbers as links that a phone dials. */
export function PhoneList({ t, phones }: Props) {
  return (
    <ul class="phones">
      {phones.map(({ dial, shown, name }) => (
        <li key={dial}>
          <a href={`tel:${dial}`} aria-label={t('emergency.call', { number: shown, name: name[t.locale] })}>
            {shown}
          </a>{' '}
          <span>{name[t.locale]}</span>
        </li>
      ))}
    </ul>
  )
}
