import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf, digestOfBytes } from './index.ts'

function double(hexadecimal: string): number {
  return Buffer.from(hexadecimal, 'hex').readDoubleBE()
}

describe('canonical JSON by the examples of RFC 8785', () => {
  it('prints primitives as section 3.2.2 does', () => {
    const input: unknown = JSON.parse(`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`)
    expect(canonicalJson(input)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('sorts keys by UTF-16 code units as section 3.2.3 does', () => {
    const sorted: unknown = JSON.parse(
      canonicalJson({
        '\u20ac': 'Euro Sign',
        '\r': 'Carriage Return',
        '\ufb33': 'Hebrew Letter Dalet With Dagesh',
        '1': 'One',
        '\ud83d\ude00': 'Emoji: Grinning Face',
        '\u0080': 'Control',
        '\u00f6': 'Latin Small Letter O With Diaeresis',
      }).replace('"1"', '"one"'),
    )
    expect(Object.values(sorted as object)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('prints the double %s of appendix B as %s', (hexadecimal, printed) => {
    expect(canonicalJson(double(hexadecimal))).toBe(printed)
  })

  it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])(
    'refuses the double %s of appendix B',
    (hexadecimal) => {
      expect(() => canonicalJson(double(hexadecimal))).toThrow('not allowed')
    },
  )

  it.each<[string, string]>([
    ['[56,{"d":true,"10":null,"1":[]}]', '[56,{"1":[],"10":null,"d":true}]'],
    [
      '{"peach":"a","péché":"b","pêche":"c","sin":"d"}',
      '{"peach":"a","péché":"b","pêche":"c","sin":"d"}',
    ],
    [
      '{"1":{"f":{"f":"hi","F":5},"\\n":56.0},"10":{},"":"empty","a":{},"111":[{"e":"yes","E":"no"}],"A":{}}',
      '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
    ],
    ['{"Unnormalized Unicode":"A\u030a"}', '{"Unnormalized Unicode":"A\u030a"}'],
    [
      '{"</script>":"Browser Challenge","\u0080":"Control\u007f"}',
      '{"</script>":"Browser Challenge","\u0080":"Control\u007f"}',
    ],
  ])('passes the published test data %s', (input, output) => {
    expect(canonicalJson(JSON.parse(input))).toBe(output)
  })
})

describe('what is signed', () => {
  it('leaves out what is not there', () => {
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}')
  })

  it('is JSON, or a bug', () => {
    expect(() => canonicalJson(undefined)).toThrow('This is a bug: a value to be signed is JSON')
  })

  it('has the digest of its canonical bytes', () => {
    expect(digestOfBytes('abc')).toBe(
      'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(digestOfBytes(new Uint8Array([97, 98, 99]))).toBe(digestOfBytes('abc'))
    expect(digestOf({ b: 'ö', a: [1] })).toBe(digestOfBytes('{"a":[1],"b":"ö"}'))
  })
})
