import { photoField } from './run-photo-field.ts'

for (const root of document.querySelectorAll<HTMLElement>('[data-photo-field]')) photoField(root)
