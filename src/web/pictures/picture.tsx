import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { PicturesOfPage } from './pictures.ts'

type PictureProps = {
  readonly src: string
  /** The same in dark colours. */
  readonly dark?: string
  /** Without one it only adorns what stands beside it. */
  readonly alt?: string
  readonly width: number
  readonly height: number
  readonly srcset?: string
  readonly sizes?: string
  readonly loading?: 'eager' | 'lazy'
  readonly class?: string
  /** What stands in its place on a page without pictures. */
  readonly instead?: ComponentChildren
}

/** The only way a picture comes to a page. */
export function Picture({ dark, instead = null, alt = '', ...image }: PictureProps) {
  if (!useHasPictures()) return <>{instead}</>
  const shown = <img alt={alt} decoding="async" {...image} />
  if (!dark) return shown
  return (
    <picture>
      <source srcset={dark} media="(prefers-color-scheme: dark)" />
      {shown}
    </picture>
  )
}

/** False on a page that leaves its pictures out. */
export function useHasPictures(): boolean {
  return useContext(PicturesOfPage) !== 'left_out'
}
