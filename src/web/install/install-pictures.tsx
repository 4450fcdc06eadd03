import type { ComponentChildren, JSX } from 'preact'

/** What to press on an iPhone, drawn: the share button, the line of its sheet, and the button that ends it. */
export const appleSteps = { share, sheet, add } as const

function share(): JSX.Element {
  return (
    <Phone>
      <path class="faint" d="M22 30h76v6h-76zM22 46h76v6h-76zM22 62h52v6h-52z" />
      <path class="line" d="M8 146h104" />
      <circle class="halo" cx="60" cy="164" r="17" />
      <path class="mark" d="M60 168v-17M54 156l6-6 6 6M54 161h-4v14h20v-14h-4" />
      <path class="dim" d="M24 158l-6 6 6 6M96 158l6 6-6 6" />
    </Phone>
  )
}

function sheet(): JSX.Element {
  return (
    <Phone>
      <path class="faint" d="M22 26h76v6h-76z" />
      <rect class="sheet" x="8" y="52" width="104" height="132" rx="10" />
      <path class="dim" d="M22 72h60M22 96h52" />
      <rect class="halo" x="13" y="110" width="94" height="28" rx="7" />
      <path class="mark" d="M22 124h44M83 116h16v16h-16zM91 120v8M87 124h8" />
      <path class="dim" d="M22 156h58" />
    </Phone>
  )
}

function add(): JSX.Element {
  return (
    <Phone>
      <rect class="sheet" x="8" y="52" width="104" height="132" rx="10" />
      <path class="dim" d="M18 70h18" />
      <rect class="halo" x="76" y="59" width="32" height="22" rx="11" />
      <path class="mark" d="M84 70h16" />
      <path class="line" d="M8 88h104" />
      <rect class="icon-drawn" x="18" y="100" width="28" height="28" rx="7" />
      <path class="dim" d="M56 109h42M56 120h30" />
    </Phone>
  )
}

function Phone({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="phone" viewBox="0 0 120 200" aria-hidden="true" focusable="false">
      <rect class="body" x="2" y="2" width="116" height="196" rx="16" />
      {children}
    </svg>
  )
}
