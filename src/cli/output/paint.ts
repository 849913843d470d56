import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Colours a text, or leaves it as it is off a terminal. Meaning never rests on colour alone. */
export type Paint = (style: Style, text: string) => string

export function createPaint(colour: boolean): Paint {
  return colour
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_style, text) => text
}
