import type { City } from '#src/domain/city.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Handler } from '../context.ts'
import { Picture } from '../pictures/picture.tsx'
import type { Paths } from '../routes.ts'
import { iconAddress } from './icons.ts'
import { InstallButton } from './install-offer.tsx'
import { appleSteps } from './install-pictures.tsx'

/** How to keep the city's app on a phone or a computer, in every browser, and what that is good for. */
export const install: Handler<'install'> = ({ guide, t, to, page }) =>
  page({
    title: t('install.title'),
    description: t('install.lead', { city: guide.city.name[t.locale] }),
    body: <InstallPage t={t} to={to} city={guide.city} />,
    width: 'text',
  })

type Props = { readonly t: Say; readonly to: Paths; readonly city: City }

const steps = ['share', 'sheet', 'add'] as const
const goods = ['install.good.tap', 'install.good.offline', 'install.good.share', 'install.good.badge'] as const

function InstallPage({ t, to, city }: Props) {
  return (
    <div class="stack install">
      <header class="install-head">
        <Picture src={iconAddress(to, city, 'any-192.png')} width={72} height={72} />
        <div class="stack tight">
          <h1>{t('install.title')}</h1>
          <p class="lead">{t('install.lead', { city: city.name[t.locale] })}</p>
        </div>
      </header>
      <InstallButton t={t} />
      <ul class="install-goods">
        {goods.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <section class="stack tight" aria-labelledby="apple">
        <h2 id="apple">{t('install.apple.title')}</h2>
        <ol class="install-steps">
          {steps.map((step) => {
            const Step = appleSteps[step]
            return (
              <li key={step}>
                <Step />
                <p>{t(`install.apple.${step}`)}</p>
              </li>
            )
          })}
        </ol>
      </section>
      <section class="stack tight" aria-labelledby="android">
        <h2 id="android">{t('install.android.title')}</h2>
        <p>{t('install.android.text')}</p>
      </section>
      <section class="stack tight" aria-labelledby="computer">
        <h2 id="computer">{t('install.computer.title')}</h2>
        <p>{t('install.computer.text')}</p>
      </section>
      <p class="soft">{t('install.not_needed')}</p>
    </div>
  )
}
