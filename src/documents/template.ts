/**
 * How a paper looks, for Typst. It is given the paper as JSON: no text of a paper is read as markup.
 * Headings, lists and tables are Typst's own, so that they are tagged as what they are; head and foot
 * are set as such, so that a reader for the blind passes over them.
 */
export const TEMPLATE = String.raw`
#let paper = json(bytes(sys.inputs.paper))

#let common = (
  "Noto Sans", "Vazirmatn", "Noto Sans Hebrew", "Noto Sans Thai",
  "Noto Sans Armenian", "Noto Sans Georgian",
)
#let han = (
  ja: ("Noto Sans JP", "Noto Sans SC", "Noto Sans TC", "Noto Sans KR"),
  ko: ("Noto Sans KR", "Noto Sans SC", "Noto Sans TC", "Noto Sans JP"),
  zh-Hans: ("Noto Sans SC", "Noto Sans TC", "Noto Sans JP", "Noto Sans KR"),
  zh-Hant: ("Noto Sans TC", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR"),
)
#let fonts(tongue) = common + han.at(tongue, default: han.zh-Hans) + ("Noto Sans Math",)

#let stop = (fill: rgb("#fdecea"), line: rgb("#a4161a"))
#let wait = (fill: rgb("#fff6df"), line: rgb("#8a5a00"))
#let go = (fill: rgb("#e8f5ec"), line: rgb("#1b6e3c"))
#let tones = (stop: stop, wait: wait, go: go)

#let phrase(p) = {
  // Where a long word may be broken stands an empty box: nothing that would be copied with it.
  let line(text) = text.split("\u{200b}").map(part => [#part]).join(box())
  let body = p.text.split("\n").map(line).join(linebreak())
  if "lang" in p and p.lang != paper.language {
    let parts = p.lang.split("-")
    body = text(
      lang: parts.at(0),
      script: if parts.len() > 1 { parts.at(1) } else { auto },
      font: fonts(p.lang),
      body,
    )
  }
  if p.at("style", default: none) == "strong" { strong(body) } else { body }
}
#let words(ps) = if ps.len() == 0 { [] } else { ps.map(phrase).join() }

#let block-of(b) = {
  if b.kind == "heading" {
    heading(level: b.level, words(b.words))
  } else if b.kind == "paragraph" {
    par(words(b.words))
  } else if b.kind == "verdict" {
    let tone = tones.at(b.tone)
    block(width: 100%, fill: tone.fill, stroke: (left: 3pt + tone.line), inset: 10pt, {
      par(text(size: 16pt, fill: tone.line, strong(words(b.word))))
      for s in b.sentences { par(words(s)) }
    })
  } else if b.kind == "facts" {
    terms(..b.rows.map(row => terms.item(words(row.label), words(row.value))))
  } else if b.kind == "list" {
    if b.numbered { enum(..b.points.map(words)) } else { list(..b.points.map(words)) }
  } else if b.kind == "steps" {
    for s in b.steps {
      let depth = s.number.split(".").len()
      block(inset: (left: depth * 8pt), spacing: 0.55em, text(size: 8pt, [#s.number #words(s.words)]))
    }
  } else if b.kind == "table" {
    table(
      columns: b.shares.map(share => share * 1fr),
      table.header(..b.head.map(cell => strong(words(cell)))),
      ..b.rows.map(row => row.map(words)).flatten(),
    )
  }
}

#set document(
  title: paper.title, author: "Navicert", keywords: paper.keywords,
  description: paper.keywords.join(", "), date: none,
)
#set text(
  font: fonts(paper.language), lang: paper.language, size: 9pt, fallback: false,
  hyphenate: false, ligatures: false,
)
#set par(leading: 0.6em, spacing: 0.8em, justify: false)
#set page(
  paper: "a4",
  margin: (x: 18mm, top: 24mm, bottom: 22mm),
  header: text(size: 7pt, fill: rgb("#444444"), words(paper.head)),
  footer: context text(size: 7.5pt, fill: rgb("#444444"), {
    words(paper.foot)
    h(1fr)
    paper.pageOf
      .replace("{page}", str(counter(page).get().first()))
      .replace("{pages}", str(counter(page).final().first()))
  }),
)
#set heading(numbering: none, bookmarked: true)
#show title: set text(size: 18pt)
// There is no heavy cut of the East Asian fonts here; half a heading in bold would be a fault.
#let heft = if paper.language in ("ja", "ko") { "regular" } else { "bold" }
#show title: set text(weight: heft)
#show heading: set text(weight: heft)
#show heading.where(level: 1): set text(size: 12.5pt)
#show heading.where(level: 1): set block(above: 1.6em, below: 0.7em)
#show heading.where(level: 2): set text(size: 10pt)
#show heading.where(level: 2): set block(above: 1.1em, below: 0.6em)
#set terms(separator: [: ], hanging-indent: 1.2em, spacing: 0.55em)
#set list(spacing: 0.55em, indent: 0.4em)
#set enum(spacing: 0.55em, indent: 0.4em)
#set table(
  stroke: (x: none, y: 0.4pt + rgb("#b0b0b0")), inset: (x: 4pt, y: 3.5pt), align: left + top,
  fill: (_, y) => if y == 0 { rgb("#eef1f4") },
)
#show table: set text(size: 8pt)

#title()
#for b in paper.blocks { block-of(b) }
`
