/** Why a file cannot be taken. `media_busy` passes by itself; the others need another file. */
export type MediaProblem =
  | { readonly kind: 'file_empty' }
  | { readonly kind: 'not_a_photo_or_video' }
  | { readonly kind: 'file_too_large'; readonly mostBytes: number }
  | { readonly kind: 'too_many_pixels' }
  /** `seconds` is the longest that is taken. */
  | { readonly kind: 'video_too_long'; readonly seconds: number }
  | { readonly kind: 'file_damaged' }
  | { readonly kind: 'media_busy' }
