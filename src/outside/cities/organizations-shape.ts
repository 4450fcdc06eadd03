import { z } from 'zod'
import { bothLanguages, email, slug } from './leaf-shapes.ts'
import { refuseRepeated } from './refuse-repeated.ts'

export const organization = z.strictObject({
  id: slug<'organization'>(),
  name: bothLanguages,
  email,
  headEmail: email.exactOptional(),
})

/** `organizations.yaml`: who answers for problems in a city. */
export const organizationsShape = z.array(organization).min(1).check(refuseRepeated)
