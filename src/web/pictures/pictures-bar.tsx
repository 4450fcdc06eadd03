import { useContext } from 'preact/hooks'
import type { Say } from '#src/text/catalogue.ts'
import type { Paths } from '../routes.ts'
import { PicturesOfPage } from './pictures.ts'

type Props = {
  readonly t: Say
  readonly to: Paths
  /** This page's own address, to come back to. */
  readonly back: string
}

/** To a browser that saves data: that pictures are left out, and the way to them; or the way back. */
export function PicturesBar({ t, to, back }: Props) {
  const pictures = useContext(PicturesOfPage)
  if (pictures === 'always') return null
  const isShown = pictures === 'shown'
  return (
    <form class="pictures-bar" method="post" action={to.choosePictures()} aria-label={t('pictures.label')}>
      <input type="hidden" name="back" value={back} />
      <span>{t(isShown ? 'pictures.shown' : 'pictures.left_out')}</span>{' '}
      <button type="submit" class="button quiet small" name="pictures" value={isShown ? 'left_out' : 'shown'}>
        {t(isShown ? 'pictures.hide' : 'pictures.show')}
      </button>
    </form>
  )
}
