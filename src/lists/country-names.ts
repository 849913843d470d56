/**
 * Names of countries as publishers of lists write them, and the code each stands for. Not law: how
 * the law treats a place stands in `law/places.yaml`.
 */
const NAMES = `
AD Andorra
AE UAE | U.A.E. | United Arab Emirates
AF Afghanistan
AG Antigua and Barbuda
AI Anguilla
AL Albania
AM Armenia
AO Angola
AQ Antarctica
AR Argentina
AS American Samoa
AT Austria
AU Australia
AW Aruba
AX Åland Islands
AZ Azerbaijan
BA Bosnia and Herzegovina | Bosnia and Herzegovina | Bosnia-Herzegovina
BB Barbados
BD Bangladesh
BE Belgium
BF Burkina Faso
BG Bulgaria
BH Bahrain
BI Burundi
BJ Benin
BL Saint Barthélemy
BM Bermuda
BN Brunei
BO Bolivia
BQ Caribbean Netherlands
BR Brazil
BS Bahamas, The | The Bahamas | Bahamas
BT Bhutan
BV Bouvet Island
BW Botswana
BY Belarus
BZ Belize
CA Canada
CC Cocos (Keeling) Islands
CD Congo, Democratic Republic of the | Democratic Republic of the Congo
CF Central African Republic
CG Congo, Republic of the | Republic of the Congo
CH Switzerland
CI Cote d Ivoire | Cote d'Ivoire | Ivory Coast | Côte d'Ivoire
CK Cook Islands
CL Chile
CM Cameroon
CN China, People's Republic of | People's Republic of China | PRC | China
CO Colombia
CR Costa Rica
CU Cuba
CV Cabo Verde | Cape Verde
CW Netherlands Antilles | Curacao | Curaçao
CX Christmas Island
CY Cyprus
CZ Czech Republic | Czechia
DE Germany
DJ Djibouti
DK Denmark
DM Dominica
DO Dominican Republic
DZ Algeria
EC Ecuador
EE Estonia
EG Egypt
EH Western Sahara
ER Eritrea
ES Spain
ET Ethiopia
FI Finland
FJ Fiji
FK Falkland Islands
FM Micronesia, Federated States of | Micronesia
FO Faroe Islands
FR France
GA Gabon
GB UK | U.K. | United Kingdom | England | Scotland | Great Britain
GD Grenada
GE Georgia
GF French Guiana
GG Guernsey
GH Ghana
GI Gibraltar
GL Greenland
GM The Gambia | Gambia, The | Gambia
GN Guinea
GP Guadeloupe
GQ Equatorial Guinea
GR Greece
GS South Georgia and South Sandwich Islands
GT Guatemala
GU Guam
GW Guinea-Bissau
GY Guyana
HK Hong Kong | Hong Kong SAR
HM Heard and McDonald Islands
HN Honduras
HR Croatia
HT Haiti
HU Hungary
ID Indonesia
IE Ireland
IL Israel
IM Isle of Man
IN India
IO British Indian Ocean Territory
IQ Iraq
IR Iran | Islamic Republic of Iran
IS Iceland
IT Italy
JE Jersey
JM Jamaica
JO Jordan
JP Japan
KE Kenya
KG Kyrgyzstan | Kyrgyz Republic
KH Cambodia
KI Kiribati
KM Comoros
KN Saint Kitts and Nevis | St. Kitts & Nevis
KP Korea, North | North Korea | Democratic People's Republic of Korea | DPRK
KR Korea, South | South Korea | Republic of Korea
KW Kuwait
KY Cayman Islands
KZ Kazakhstan
LA Laos | Lao People's Democratic Republic
LB Lebanon
LC Saint Lucia | St. Lucia
LI Liechtenstein
LK Sri Lanka
LR Liberia
LS Lesotho
LT Lithuania
LU Luxembourg
LV Latvia
LY Libya
MA Morocco
MC Monaco
MD Moldova | Republic of Moldova
ME Montenegro
MF Saint Martin
MG Madagascar
MH Marshall Islands
MK Macedonia, The Former Yugoslav Republic of | Macedonia | North Macedonia
ML Mali
MM Burma | Myanmar
MN Mongolia
MO Macau | Macao | Macao SAR
MP Northern Mariana Islands
MQ Martinique
MR Mauritania
MS Montserrat
MT Malta
MU Mauritius
MV Maldives
MW Malawi
MX Mexico
MY Malaysia
MZ Mozambique
NA Namibia
NC New Caledonia
NE Niger
NF Norfolk Island
NG Nigeria
NI Nicaragua
NL Netherlands | The Netherlands | Holland
NO Norway
NP Nepal
NR Nauru
NU Niue
NZ New Zealand
OM Oman
PA Panama
PE Peru
PF French Polynesia
PG Papua New Guinea
PH Philippines | The Philippines
PK Pakistan
PL Poland
PM Saint Pierre and Miquelon
PN Pitcairn Islands
PR Puerto Rico
PS Palestinian | West Bank | Region: Gaza | Gaza | Palestine | Palestinian Territories
PT Portugal
PW Palau
PY Paraguay
QA Qatar
RE Réunion
RO Romania
RS Serbia
RU Russia | Russian Federation
RW Rwanda
SA Saudi Arabia
SB Solomon Islands
SC Seychelles
SD Sudan
SE Sweden
SG Singapore
SH Saint Helena
SI Slovenia
SJ Svalbard and Jan Mayen
SK Slovakia
SL Sierra Leone
SM San Marino
SN Senegal
SO Somalia
SR Suriname
SS South Sudan
ST Sao Tome and Principe
SV El Salvador
SX Sint Maarten
SY Syria | Syrian Arab Republic
SZ Swaziland | Eswatini
TC Turks and Caicos Islands
TD Chad
TF French Southern Territories
TG Togo
TH Thailand
TJ Tajikistan
TK Tokelau
TL East Timor | Timor-Leste
TM Turkmenistan
TN Tunisia
TO Tonga
TR Turkey | Turkiye
TT Trinidad and Tobago | Trinidad and Tobago
TV Tuvalu
TW Taiwan
TZ Tanzania
UA Ukraine
UA-43 Crimea | Region: Crimea | Crimea Region of Ukraine | Crimea Occupied
UG Uganda
UM U.S. Outlying Islands
US USA | U.S.A. | United States of America | United States
UY Uruguay
UZ Uzbekistan
VA Vatican City | Holy See
VC Saint Vincent and the Grenadines | St. Vincent and the Grenadines
VE Venezuela
VG Virgin Islands, British | British Virgin Islands
VI Virgin Islands, U.S. | U.S. Virgin Islands
VN Vietnam | Viet Nam
VU Vanuatu
WF Wallis and Futuna
WS Samoa
XK Kosovo
YE Yemen
YT Mayotte
ZA South Africa
ZM Zambia
ZW Zimbabwe
`

function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /, '')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
}

const CODES: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split('\n')
    .flatMap((row) => {
      const space = row.indexOf(' ')
      const code = row.slice(0, space)
      const names = row.slice(space + 1).split(' | ')
      return names.map((name): [string, string] => [foldName(name), code])
    }),
)

const ISO: ReadonlySet<string> = new Set(CODES.values())

/** ISO 3166-1 alpha-2 (`UA-43` for Crimea) of a printed name; undefined where it is not known here. */
export function countryNamed(name: string): string | undefined {
  return CODES.get(foldName(name))
}

/** A code as printed, where it is one. */
export function countryCode(text: string): string | undefined {
  const code = text.trim().toUpperCase()
  return ISO.has(code) ? code : undefined
}

/** The country at the end of an address: a code, a name, or a name before a postal code. */
export function countryOfAddress(address: string): string | undefined {
  const parts = address
    .replaceAll(/\(.*?\)/g, ' ')
    .split(',')
    .map((part) => part.replace(/[.;]+$/, '').trim())
    .filter((part) => /\p{L}/u.test(part))
  const last = parts.at(-1)
  if (last === undefined) return undefined
  const withoutDigits = last.replaceAll(/[\d-]+/g, ' ').trim()
  return countryCode(last) ?? countryNamed(last) ?? countryNamed(withoutDigits)
}
