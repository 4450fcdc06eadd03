import type { CityId } from '#src/domain/id.ts'
import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'

type Props = { readonly t: Say; readonly to: Paths; readonly city: CityId }

/**
 * Offers to keep the app at hand, once there is something to wait for. A link without a script; with one a button where
 * the browser can install, and nothing where that is done already or was declined.
 */
export function InstallOffer({ t, to, city }: Props) {
  return (
    <div class="notice install-offer" data-install-offer>
      <p>{t('install.offer')}</p>
      <p class="install-ways">
        <button type="button" class="button small" data-install hidden>
          {t('install.do')}
        </button>
        <a class="button quiet small" href={to.install(city)}>
          {t('install.how')}
        </a>
        <button type="button" class="button quiet small" data-install-not hidden>
          {t('install.not_now')}
        </button>
      </p>
    </div>
  )
}

/** Where the browser can install by itself: shown by a script alone. */
export function InstallButton({ t }: { readonly t: Say }) {
  return (
    <button type="button" class="button install-button" data-install hidden>
      {t('install.do')}
    </button>
  )
}
