import { type Locale, locales } from '#src/domain/locale.ts'
import type { PageContent } from '../context.ts'

type LinkPreviewProps = Pick<PageContent, 'title' | 'picture' | 'article'> & {
  readonly description: string
  readonly place: string
  readonly locale: Locale
  readonly address: string
  readonly origin: string
}

/** What a messenger or a social network shows with a link to the page (Open Graph, and Twitter's card). */
export function LinkPreview({
  title,
  description,
  picture,
  article,
  place,
  locale,
  address,
  origin,
}: LinkPreviewProps) {
  return (
    <>
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:site_name" content={place} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={tags[locale]} />
      {locales
        .filter((one) => one !== locale)
        .map((one) => (
          <meta key={one} property="og:locale:alternate" content={tags[one]} />
        ))}
      {article && <meta property="article:published_time" content={article.published.toString()} />}
      {article && <meta property="article:modified_time" content={article.modified.toString()} />}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
      {picture && (
        <>
          <meta property="og:image" content={origin + picture.address} />
          {picture.width && <meta property="og:image:width" content={String(picture.width)} />}
          {picture.height && <meta property="og:image:height" content={String(picture.height)} />}
          <meta property="og:image:alt" content={title} />
        </>
      )}
    </>
  )
}

const tags = { uk: 'uk_UA', en: 'en_GB' } as const satisfies Record<Locale, string>
