import { countryCode, countryNamed } from './country-names.ts'

/**
 * A country as lists outside of the United States print it: a name, a code of two or three letters
 * (ISO 3166-1), or the word for its nationals.
 */
export function printedCountry(text: string): string | undefined {
  const trimmed = text.replaceAll(/\s+/g, ' ').trim()
  if (trimmed === '') return undefined
  return (
    (trimmed.length === 2 ? countryCode(trimmed) : undefined) ??
    (trimmed.length === 3 ? THREE_LETTERS.get(trimmed.toUpperCase()) : undefined) ??
    countryNamed(trimmed) ??
    LONG_NAMES.get(trimmed.toLowerCase()) ??
    NATIONALS.get(trimmed.toLowerCase())
  )
}

/** Each once, in order of the alphabet; what is not known is left out. */
export function printedCountries(texts: Iterable<string>): readonly string[] {
  const found = [...texts].map(printedCountry).filter((code) => code !== undefined)
  return [...new Set(found)].toSorted()
}

/** Several in one text: `Russian and Ukrainian`, `a) Pakistani b) Saudi Arabian`. */
export function countriesIn(text: string): readonly string[] {
  const whole = printedCountry(text)
  if (whole !== undefined) return [whole]
  return printedCountries(
    text
      .replaceAll(/\([^)]*\)/g, ' ')
      .split(/(?:^|\s)[a-z]\)|[;,/]|\band\b|\bor\b/i)
      .map((part) => part.replace(/[.\s]+$/, '')),
  )
}

const THREE_LETTERS: ReadonlyMap<string, string> = pairs(`
ABW AW AFG AF AGO AO AIA AI ALA AX ALB AL AND AD ARE AE ARG AR ARM AM ASM AS ATA AQ ATG AG AUS AU
AUT AT AZE AZ BDI BI BEL BE BEN BJ BES BQ BFA BF BGD BD BGR BG BHR BH BHS BS BIH BA BLM BL BLR BY
BLZ BZ BMU BM BOL BO BRA BR BRB BB BRN BN BTN BT BVT BV BWA BW CAF CF CAN CA CCK CC CHE CH CHL CL
CHN CN CIV CI CMR CM COD CD COG CG COK CK COL CO COM KM CPV CV CRI CR CUB CU CUW CW CXR CX CYM KY
CYP CY CZE CZ DEU DE DJI DJ DMA DM DNK DK DOM DO DZA DZ ECU EC EGY EG ERI ER ESH EH ESP ES EST EE
ETH ET FIN FI FJI FJ FLK FK FRA FR FRO FO FSM FM GAB GA GBR GB GEO GE GGY GG GHA GH GIB GI GIN GN
GLP GP GMB GM GNB GW GNQ GQ GRC GR GRD GD GRL GL GTM GT GUF GF GUM GU GUY GY HKG HK HND HN HRV HR
HTI HT HUN HU IDN ID IMN IM IND IN IOT IO IRL IE IRN IR IRQ IQ ISL IS ISR IL ITA IT JAM JM JEY JE
JOR JO JPN JP KAZ KZ KEN KE KGZ KG KHM KH KIR KI KNA KN KOR KR KWT KW LAO LA LBN LB LBR LR LBY LY
LCA LC LIE LI LKA LK LSO LS LTU LT LUX LU LVA LV MAC MO MAF MF MAR MA MCO MC MDA MD MDG MG MDV MV
MEX MX MHL MH MKD MK MLI ML MLT MT MMR MM MNE ME MNG MN MNP MP MOZ MZ MRT MR MSR MS MTQ MQ MUS MU
MWI MW MYS MY MYT YT NAM NA NCL NC NER NE NFK NF NGA NG NIC NI NIU NU NLD NL NOR NO NPL NP NRU NR
NZL NZ OMN OM PAK PK PAN PA PCN PN PER PE PHL PH PLW PW PNG PG POL PL PRI PR PRK KP PRT PT PRY PY
PSE PS PYF PF QAT QA REU RE ROU RO RUS RU RWA RW SAU SA SDN SD SEN SN SGP SG SHN SH SJM SJ SLB SB
SLE SL SLV SV SMR SM SOM SO SPM PM SRB RS SSD SS STP ST SUR SR SVK SK SVN SI SWE SE SWZ SZ SXM SX
SYC SC SYR SY TCA TC TCD TD TGO TG THA TH TJK TJ TKL TK TKM TM TLS TL TON TO TTO TT TUN TN TUR TR
TUV TV TWN TW TZA TZ UGA UG UKR UA UMI UM URY UY USA US UZB UZ VAT VA VCT VC VEN VE VGB VG VIR VI
VNM VN VUT VU WLF WF WSM WS XKX XK YEM YE ZAF ZA ZMB ZM ZWE ZW`)

/** Names as the United Nations and METI write them. `Congo` alone is the Republic there. */
const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ['arab republic of egypt', 'EG'],
  ['bolivia (plurinational state of)', 'BO'],
  ['china, hong kong special administrative region', 'HK'],
  ['china, macao special administrative region', 'MO'],
  ['congo', 'CG'],
  ['democratic republic of congo', 'CD'],
  ['iran (islamic republic of)', 'IR'],
  ['islamic republic of afghanistan', 'AF'],
  ['islamic republic of pakistan', 'PK'],
  ['republic of belarus', 'BY'],
  ['republic of lebanon', 'LB'],
  ['republic of yemen', 'YE'],
  ['state of israel', 'IL'],
  ['state of palestine', 'PS'],
  ['united kingdom of great britain and northern ireland', 'GB'],
  ['united republic of tanzania', 'TZ'],
  ['venezuela (bolivarian republic of)', 'VE'],
])

/** The words that lists use where they print a nationality and not a country. */
const NATIONALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AE: 'emirati',
    AF: 'afghan|afghani',
    AM: 'armenian',
    AU: 'australian',
    AZ: 'azerbaijani',
    BA: 'bosnian',
    BD: 'bangladeshi',
    BE: 'belgian',
    BH: 'bahraini',
    BY: 'belarusian|belarussian',
    CA: 'canadian',
    CD: 'congolese',
    CF: 'central african',
    CH: 'swiss',
    CN: 'chinese',
    CY: 'cypriot',
    DE: 'german',
    DK: 'danish',
    DZ: 'algerian',
    EG: 'egyptian',
    ER: 'eritrean',
    ES: 'spanish',
    ET: 'ethiopian',
    FR: 'french',
    GB: 'british',
    GE: 'georgian',
    HT: 'haitian',
    ID: 'indonesian',
    IL: 'israeli',
    IN: 'indian',
    IQ: 'iraqi',
    IR: 'iranian',
    IT: 'italian',
    JO: 'jordanian',
    JP: 'japanese',
    KE: 'kenyan',
    KG: 'kyrgyz',
    KP: 'north korean',
    KR: 'south korean',
    KW: 'kuwaiti',
    KZ: 'kazakh|kazakhstani',
    LB: 'lebanese',
    LV: 'latvian',
    LY: 'libyan',
    MA: 'moroccan',
    MD: 'moldovan',
    ML: 'malian',
    MM: 'burmese|myanmarese',
    MR: 'mauritanian',
    MT: 'maltese',
    MU: 'mauritian',
    MY: 'malaysian',
    NE: 'nigerien',
    NG: 'nigerian',
    NI: 'nicaraguan',
    NL: 'dutch',
    NO: 'norwegian',
    OM: 'omani',
    PH: 'filipino',
    PK: 'pakistani',
    PS: 'palestinian',
    QA: 'qatari',
    RS: 'serbian',
    RU: 'russian',
    RW: 'rwandan',
    SA: 'saudi|saudi arabian',
    SD: 'sudanese',
    SG: 'singaporean',
    SN: 'senegalese',
    SO: 'somali|somalian',
    SS: 'south sudanese',
    SY: 'syrian',
    TJ: 'tajik|tajikistani',
    TN: 'tunisian',
    TR: 'turkish',
    TZ: 'tanzanian',
    UA: 'ukrainian',
    UG: 'ugandan',
    US: 'american',
    UZ: 'uzbek',
    VE: 'venezuelan',
    YE: 'yemeni',
    ZA: 'south african',
    ZW: 'zimbabwean',
  }).flatMap(([code, words]) => words.split('|').map((word): [string, string] => [word, code])),
)

function pairs(text: string): ReadonlyMap<string, string> {
  const words = text.trim().split(/\s+/)
  return new Map(
    words.flatMap((word, index) =>
      index % 2 === 0 ? [[word, words[index + 1] ?? ''] as [string, string]] : [],
    ),
  )
}
