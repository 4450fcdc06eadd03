import { photoField } from './run-photo-field.ts'
import { takeHandedOver } from './take-handed-over.ts'

for (const root of document.querySelectorAll<HTMLElement>('[data-photo-field]')) photoField(root)
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-report-form]')) void takeHandedOver(form)
