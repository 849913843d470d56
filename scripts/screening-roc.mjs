// The share of same parties found against the share of others taken for them, as the threshold falls.
const [WIDTH, HEIGHT, MARGIN] = [560, 420, 56]
const SETS = [
  ['name-bench', '#1b6ca8'],
  ['entity-checks', '#8a4fbf'],
  ['native-scripts', '#c25b1a'],
  ['real-crossscript', '#2c8a4b'],
  ['real-crosslist-judgements', '#555555'],
]

const x = (share) => (MARGIN + share * (WIDTH - MARGIN - 20)).toFixed(1)
const y = (share) => (HEIGHT - MARGIN - share * (HEIGHT - MARGIN - 20)).toFixed(1)

/** `rows`: log-odds, 1 for the same or 0, file. */
export function rocCurve(rows) {
  const lines = SETS.map(([file, colour], at) =>
    curve(
      rows.filter(([, , name]) => name === file),
      file,
      colour,
      at,
    ),
  )
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (share) =>
      `<text x="${x(share)}" y="${HEIGHT - MARGIN + 18}" text-anchor="middle">${share * 100} %</text><text x="${MARGIN - 8}" y="${Number(y(share)) + 4}" text-anchor="end">${share * 100} %</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="ROC curves of screening by set, with the one threshold marked">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<path d="M${x(0)} ${y(1)}V${y(0)}H${x(1)}" fill="none" stroke="#222"/>
${ticks.join('\n')}
<text x="${(WIDTH + MARGIN) / 2}" y="${HEIGHT - 12}" text-anchor="middle">others taken for the same</text>
<text x="14" y="${(HEIGHT - MARGIN) / 2}" text-anchor="middle" transform="rotate(-90 14 ${(HEIGHT - MARGIN) / 2})">same parties found</text>
${lines.join('\n')}
</svg>
`
}

function curve(rows, file, colour, at) {
  const sorted = rows.toSorted(([a], [b]) => b - a)
  const same = rows.filter(([, label]) => label === 1).length
  const other = rows.length - same
  let [found, wrong] = [0, 0]
  let mark = ''
  let path = `M${x(0)} ${y(0)}`
  sorted.forEach(([odds, label], index) => {
    if (label === 1) found += 1
    else wrong += 1
    const next = sorted[index + 1]
    if (next !== undefined && next[0] === odds) return
    path += `L${x(wrong / other)} ${y(found / same)}`
    if (odds >= 0)
      mark = `<circle cx="${x(wrong / other)}" cy="${y(found / same)}" r="4" fill="${colour}"/>`
  })
  const label = `<text x="${WIDTH - 200}" y="${HEIGHT - MARGIN - 90 + at * 17}" fill="${colour}">${file}</text>`
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>${mark}${label}`
}
