// Places in the names of firms. Own lists, folded to ASCII lower case.

/** Countries, regions and directions: with them a branch is told from its parent, seldom from a stranger. */
export const COUNTRY_WORDS = `
afghanistan afghan albania algeria america american angola argentina armenia australia
australian austria azerbaijan bahrain bangladesh belarus belarusian belgium bolivia bosnia
brazil brasil bulgaria burma cambodia cameroon canada canadian chad chile china chinese colombia
congo croatia cuba cuban cyprus czech denmark dprk dubai ecuador egypt egyptian emirates england
eritrea espana estonia ethiopia europe european finland france french georgia german germany
deutschland ghana greece hellenic guatemala guinea haiti honduras hungary iceland india indian
indonesia iran iranian iraq iraqi ireland israel italia italy italian japan japanese jordan
kazakhstan kenya korea korean kuwait kyrgyzstan laos latvia lebanon lebanese liberia libya
libyan lithuania luxembourg macau malaysia mali malta mexico mexican moldova mongolia morocco
myanmar nederland netherlands nicaragua niger nigeria norway oman pakistan palestine panama
paraguay peru philippines poland polska portugal prc qatar romania russia russian rossiya rossii
serbia singapore sino slovakia slovenia somalia spain sudan sweden swiss switzerland schweiz syria
syrian taiwan tajikistan tanzania thailand tunisia turkey turkish turkiye turkmenistan uae
uganda uk ukraine ukrainian uruguay usa uzbekistan venezuela vietnam yemen zimbabwe asia asian
africa african middle east west north south eastern western northern southern central global
international worldwide overseas guoji centrale syrie siria syrien russie rusia russland russische
chine libye libia soudan coree bielorussie weissrussland irak mexique allemagne espagne italie
`

export const CITY_WORDS = `
abu dhabi amsterdam ankara beijing peking berlin bombay boston brussels cairo chengdu chicago
chongqing cleveland dalian damascus dallas dandong delhi dongguan doha frankfurt geneva
guangdong guangzhou hangzhou harbin havana hefei hk hong kong hongkong hunan istanbul jakarta
jeddah jiangsu kabul karachi kiev kyiv kish lahore london limassol madrid manila milan minsk
moscow moskva mumbai munich nanjing new york ningbo novosibirsk osaka paris perm petersburg
phoenix pyongyang qingdao riyadh rome samara seoul shanghai sharjah shenyang shenzhen sofia
suzhou sydney taipei tallinn tehran teheran tianjin tokyo toronto tripoli ural vienna
vladivostok warsaw wuhan wuxi xian xiamen xinjiang yekaterinburg zhejiang zhuhai zurich
`

/**
 * Places that tell firms apart (`Hebei Sinopack`, `Henan Sinopack`), so that they count as any word does, but not branches from their
 * firm (`Rostec Kazan`).
 */
export const TOWN_WORDS = `
ajman aleppo almaty anhui ashgabat astana athens baku bangalore bangkok baotou barcelona basra
batumi beirut bengaluru bishkek bratislava bucharest budapest busan casablanca changchun
changsha changzhou chelyabinsk chennai copenhagen dublin dubna dushanbe erbil esfahan fujairah
fujian fuzhou gansu guangxi guiyang guizhou gyeonggi haikou hainan hamburg hanoi hebei
heilongjiang helsinki henan hohhot homs hsinchu hubei hyderabad incheon irkutsk isfahan izhevsk
izmir jiangxi jilin jinan johannesburg kaliningrad kaohsiung karaj kazan khabarovsk kharkiv
kharkov khartoum kobe kolkata kowloon krasnodar krasnoyarsk kunming kyoto lanzhou latakia
liaoning lisbon luoyang manama mashhad mianyang muscat nagoya nairobi nanchang nanning nantong
ningxia novgorod omsk osaka oslo penang pudong pune qinghai quanzhou rostov saratov shaanxi
shandong shanxi shijiazhuang sichuan stockholm stuttgart sverdlovsk tabriz taichung taiyuan
tashkent tbilisi tomsk toulouse turin ufa urumqi volgograd voronezh weihai wenzhou wuhu xuzhou
yangzhou yantai yerevan yinchuan yokohama yunnan zelenograd zhengzhou
`

/** Places in several words or in an abbreviation, behind the one word that they are read as in the name of a firm. */
export const PLACE_PHRASES = `
hongkong hong kong
uae united arab emirates
usa united states of america
usa united states
uk united kingdom
china prc
china peoples republic of china
china pr china
korea dprk
korea dpr korea
korea rok
korea democratic peoples republic of korea
korea republic of korea
korea north korea
korea south korea
iran islamic republic of iran
iran ir iran
russia russian federation
russia russia federation
syria syrian arab republic
saudi ksa
saudi kingdom of saudi arabia
saudi saudi arabia
petersburg saint petersburg
petersburg st petersburg
petersburg sankt petersburg
petersburg spb
vietnam viet nam
`
