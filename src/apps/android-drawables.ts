import type { Emblem } from '#src/domain/city.ts'

/** Of a drawing's side: an icon's mask leaves a circle of two thirds, the bar over the screen leaves nearly all. */
const shares = { icon: 0.42, notification: 0.84 }
/** Its side as it is shown, in Android's own pixels. */
const sides = { icon: 108, notification: 24 }

/** The city's sign without its ground, in one colour, for every density of screens. */
export function signOf({ path }: Emblem, colour: string, use: 'icon' | 'notification'): string {
  const edge = (100 * (1 - shares[use])) / 2
  return `<?xml version="1.0" encoding="utf-8"?>
<vector xmlns:android="http://schemas.android.com/apk/res/android"
    android:width="${sides[use]}dp"
    android:height="${sides[use]}dp"
    android:viewportWidth="100"
    android:viewportHeight="100">
    <group
        android:scaleX="${shares[use]}"
        android:scaleY="${shares[use]}"
        android:translateX="${edge.toFixed(2)}"
        android:translateY="${edge.toFixed(2)}">
        <path
            android:fillColor="${colour}"
            android:fillType="evenOdd"
            android:pathData="${path.trim()}" />
    </group>
</vector>
`
}

/** Where a person lets the phone colour its icons, the sign alone is taken. */
export const adaptiveIcon = `<?xml version="1.0" encoding="utf-8"?>
<adaptive-icon xmlns:android="http://schemas.android.com/apk/res/android">
    <background android:drawable="@color/ic_launcher_background" />
    <foreground android:drawable="@drawable/ic_launcher_foreground" />
    <monochrome android:drawable="@drawable/ic_launcher_foreground" />
</adaptive-icon>
`

export function colours({ ground, sign }: Emblem): string {
  const named = { ic_launcher_background: ground, colorPrimary: ground, colorPrimaryDark: ground, colorAccent: sign }
  const lines = Object.entries(named).map(([name, colour]) => `    <color name="${name}">${colour}</color>\n`)
  return `<?xml version="1.0" encoding="utf-8"?>\n<resources>\n${lines.join('')}</resources>\n`
}

/** Until the first page has come there is the city's sign on its ground, which Android draws from the icon. */
export const theme = `<?xml version="1.0" encoding="utf-8"?>
<resources>
    <style name="AppTheme" parent="Theme.AppCompat.DayNight.NoActionBar">
        <item name="colorPrimary">@color/colorPrimary</item>
        <item name="colorPrimaryDark">@color/colorPrimaryDark</item>
        <item name="colorAccent">@color/colorAccent</item>
    </style>

    <style name="AppTheme.NoActionBar" parent="Theme.AppCompat.DayNight.NoActionBar">
        <item name="windowActionBar">false</item>
        <item name="windowNoTitle">true</item>
        <item name="android:background">@null</item>
    </style>

    <style name="AppTheme.NoActionBarLaunch" parent="Theme.SplashScreen">
        <item name="windowSplashScreenBackground">@color/ic_launcher_background</item>
        <item name="windowSplashScreenAnimatedIcon">@drawable/ic_launcher_foreground</item>
        <item name="postSplashScreenTheme">@style/AppTheme.NoActionBar</item>
    </style>
</resources>
`
