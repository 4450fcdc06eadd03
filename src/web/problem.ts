/** What kept a request from its answer, as far as the web itself goes. */
export type Problem =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'not_permitted' }
  | { readonly kind: 'too_many'; readonly seconds: number }
  | { readonly kind: 'wrong_method'; readonly allowed: readonly string[] }
  | { readonly kind: 'too_large' }
  | { readonly kind: 'not_a_form' }
  /** A list was asked for by what there is not. */
  | { readonly kind: 'unknown_filter'; readonly parameters: readonly string[] }
  /** What was sent does not fit on the server's disk. */
  | { readonly kind: 'no_room' }
  /** Sent from another site's page. */
  | { readonly kind: 'foreign' }
  /** Somebody else wrote what was sent than who is signed in now, if anybody is. */
  | { readonly kind: 'another_person' }
  /** The database does not answer for now. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'fault' }

export type ProblemKind = Problem['kind']
