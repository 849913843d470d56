/** Legal forms of one word by class: differing classes tell two firms of one name apart. */
export const LEGAL_WORDS = `
company co company companies establishment etablissement compan coy comp cia cie compagnie compania companhia gongsi gesellschaft sirketi sirket sherkat sharikat sharika kompaniya kompaniia tovarystvo firma ste ets empresa
corporation corp corporation inc incorporated incorp korporatsiya
limited ltd limited ltda llc lc ltee limitee limitada gmbh gesmbh mbh ug sarl sarlu srl srls bvba sprl bv ooo tov tzov doo dooel eood ood sro spzoo zoo kft sia oy uab osauhing ou ehf pvt pty pte private sdn bhd coltd ptyltd pteltd pvtltd fze fzco fzc fzllc dmcc fzcllc wll spolka youxian yugen eirl eireli anl unltd mmc mchj tmi bt sdnbhd shpk osoo fz dwc jv lda eurl spc too chup
stock ag aktiengesellschaft sa sas sasu spa sau nv plc jsc ojsc cjsc pjsc pao oao zao ao pat prat vat at asa ab as aps oyj kk kabushiki kaisha zrt nyrt rt dd ad ead tbk psc qsc saog saoc qpsc se kgaa sicav pt sal ksc kscc kscp akc gufen npao oaoo zaoo sab safi snc jscb osjc anonim actsionernoe obshchestvo obschestvo
partnership lp llp lllp kg ohg gbr vof cv scs sca sp pship ilp slp partg
nonprofit ev asbl vzw ano ngo npo nko stichting eeig gie
state fsue fgup gup fgbu fgbou fgau mup rup sue fgku fku
cooperative coop eg
`

export const SMALL_WORDS = `
the of and for in at on to by de del della dello dei degli di da do dos das du des la le les el
los las lo et und der die den dem van von vom zu zum zur im am an ve al ul ur as ad ar az bin
ibn bint ben ould ter uz ob pod iz ash ed ez y e a
`

export const TITLES = `
mr mrs ms dr prof professor sir lord lady dame hon honourable rev reverend fr sheikh shaikh
shaykh sheik cheikh haj hajj haji hajji alhaj alhaji mullah molla mulla maulvi mawlawi maulavi
mawlavi maulawi ayatollah hojjatoleslam president presidente prasident presidenten presidintele
presiden premier minister colonel brigadier capt maj lieutenant admiral comandante sergeant sgt
engineer ing ustad ustadh princess emir herr frau senor senora dona monsieur madame mme mlle
gospodin alias aka fka nee late daw bey effendi pasha malam
`

/** Abbreviations that are too short or too many words to be spellings, with what they stand for in the name of a firm. */
export const ABBREVIATIONS = `
acad academy
aero aerospace
assn association
assoc association
avn aviation
bde brigade
co company
corp corporation
constr construction
ckb central design bureau
def defense
dev development
eng engineering
engr engineering
ent enterprise
equipt equipment
est establishment
fed federal
fgup federal state unitary enterprise
gen general
gov government
govt government
incorp incorporated
ind industrial
info information
inst institute
instr instruments
inv investment
jointstock joint stock
kb design bureau
lab laboratory
liab liability
limitedliability limited liability
ltd limited
mach machinery
mat materials
mech mechanical
med medical
microelec microelectronics
mil military
natl national
nii scientific research institute
npk scientific production corporation
npo scientific production association
npp scientific production enterprise
okb experimental design bureau
opt optical
org organization
petr petroleum
petrochem petrochemical
phys physics
prec precision
prod production
pub public
res research
ri research institute
sci scientific
sec security
semi semiconductor
skb special design bureau
spec special
stk stock
tskb central design bureau
tsnii central scientific research institute
trdg trading
transp transport
univ university
vnii all russian scientific research institute
`

/** Spellings of one word, the canonical one first: abbreviations, languages, spellings of common names. */
export const SPELLINGS = `
technology technologies tech techs technological technical teknoloji tekhnologii tecnologia tekhnologiya keji technologie tecnologie
international intl int internacional internationale mezhdunarodny mezhdunarodnaya mejdunarodny internationaler internazionale
manufacturing mfg manufacture manufacturers manufacturer manuf manufacturas zhizao
industry industries industrial ind industria industrie sanayi sanaye promyshlennost gongye shiye chanye
engineering engg engr engineers inzhiniring muhendislik ingenieria gongcheng
enterprise enterprises entp predpriyatie predpriiatie predpriyatiye qiye
trading trade traders trader ticaret tic torgovaya trdg trd tejarat maoyi shangmao commercio handels kereskedelmi
institute inst institut instituto insitute enstitusu yanjiusuo yanjiuyuan istituto
university univ universitet universidad universite universitat daxue uniwersytet universiteit universita
electronics electronic elec electronica electronik elektronik elektronika dianzi
electric electrical elektro dianqi dianli
import imp imports ithalat
export exp exports ihracat
science sciences sci scientific nauki nauchno kexue wissenschaft wissenschaften ciencia ciencias scienze
center centre centr tsentr ctr centro zentrum merkezi
equipment equip eqpt eqp oborudovanie shebei zhuangbei
development dev developments devt razvitiya razvitie fazhan kaifa entwicklung desarrollo developpement sviluppo
group grp gruppa groupe grupp grup gp grupo gruppe jituan
holding holdings hldg hldgs kholding konggu
service services svc svcs srvcs srvces srv srvc
system systems sys sistemy sistem sistema
semiconductor semiconductors semicon bandaoti
communication communications comm comms tongxin
telecommunication telecommunications telecom telecoms telecomm
laboratory laboratories lab labs laboratoriya laboratoire laboratorio
department dept departament
general gen
national natl nacional natsionalny nationale nationaler nazionale
research rsch rsrch yanjiu forschung recherche recherches investigacion ricerca
solution solutions solns
product products prod prods produkt
production proizvodstvo
material materials matls cailiao
chemical chemicals chem huagong
petroleum petrol
shipping shpg ship shipp chuanwu hangyun denizcilik
management mgmt mgt
brothers bros
brother bro
construction constr const stroitelnaya insaat constructors construcciones construccion costruzioni
investment investments invest inv investitsii touzi
logistics logistic lojistik logistik logistika wuliu
associates assoc association assn assocs
aviation avia aviatsiya havacilik hangkong aviacion luftfahrt aviazione
federation fed
federal federalnoe federalnoye federalny
government govt gov
department dept
ministry min ministerium ministerio ministere ministero
defence defense verteidigung defensa difesa savunma
organization organisation org organizatsiya orgn organizacion organizzazione
cooperation co-operation
bank banka bankasi banking banque banco banca
fund fond fonds fundo
foundation foundations stiftung fondation fundacion fondazione
society soc
plant zavod works factory fabrika fabrik
bureau byuro
design konstruktorskoe konstruktorskoye
building bldg
agency agentstvo agence agencia agentur agenzia
academy akademiya academia akademie academie accademia
agricultural agriculture agri agricole agro
commercial com comm commerce
financial finance fin
insurance ins versicherung assurance assurances seguros
security sec securities sicherheit seguridad securite sicurezza
transport transportation trans transp nakliyat
supply supplies
resource resources
partner partners
property properties
project projects proekt
machine machines machinery mashin mashiny makina jixie
instrument instruments priborov yiqi
automation auto automatic zidonghua
energy energiya enerji energia energo nengyuan energie
power pwr
marine maritime
saint st
number no nr num
peoples people
republic respublika rep
democratic dem
military mil militaire militar
army armee ejercito esercito
liberation liberacion befreiung liberazione
revolutionary revolutionnaire revolucionario revolucionaria rivoluzionario
islamic islamique islamica islamico islamische islamischer
committee comite komitee comitato
movement mouvement movimiento movimento bewegung
commission kommission comision commissione
guard garde guardia
guards gardes
popular populaire popolare
china sino zhongguo chinese chine
hongkong hk
moscow moskva
beijing peking
myanmar burma
tehran teheran
macau macao
guangzhou canton kwangchow
nanjing nanking
tianjin tientsin
chongqing chungking
xiamen amoy
shantou swatow
sichuan szechuan szechwan
guangdong kwangtung
isfahan esfahan
mashhad mashad
yangon rangoon
mumbai bombay
kolkata calcutta
chennai madras
kyiv kiev
kharkiv kharkov
odesa odessa
lviv lvov
yekaterinburg ekaterinburg
belgrade beograd
prague praha
vienna wien
munich muenchen munchen
cologne koeln koln
rome roma
milan milano
turin torino
warsaw warszawa
bucharest bucuresti
lisbon lisboa
geneva geneve genf
copenhagen kobenhavn
america american
cuba cuban
egypt egyptian
poland polska polish
germany german deutschland allemagne
france french
spain espana espagne spanish
netherlands nederland dutch
quds qods kuds ghods
russia russian rossiya rossii russie rusia russland russische
iran iranian
iraq iraqi
syria syrian syrie siria syrien
libya libyan libye libia
lebanon lebanese
korea korean coree dprk
belarus belarusian bielorussie weissrussland
ukraine ukrainian
turkey turkish turkiye
italy italian italia
switzerland swiss schweiz
japan japanese
muhammad mohammad mohammed muhammed mohamed mohamad muhamad mohd mehmed mehmet mohamud muhammadu mukhammad magomed mochammad mochamad muchamad
ahmad ahmed ahmet akhmad achmad akhmed
mahmud mahmoud mahmood mahmoed
abdul abd abdel abdal abdol abdoul abdu
abdullah abdallah abdulla abdellah abdollah abdallh
abdulrahman abdelrahman abdurrahman abdirahman abdulrehman abdorrahman
abdulaziz abdelaziz abdolaziz
husayn hussein husain hussain hossein hussien huseyin hosein hussayn houssein hasein
hasan hassan hassane hasson
yusuf yousef youssef yusef yousuf yusif yousif youssouf
ibrahim ebrahim ibraheem brahim
ismail esmail ismael esmaeil ismaeel
sulayman suleiman sulaiman soleiman soleyman suleyman solaiman
umar omar omer
usman osman uthman othman usmaan
ali aly alii
said saeed saied
headquarters headquarter hq hqs
sayyid sayed sayyed seyed seyyed syed saiyid sayid seyid el-sayed
khalid khaled
jafar jaafar jaffar djafar
qasim kasim qassim kassim qasem ghasem
mustafa mostafa moustafa mustapha mostapha
usama osama oussama
ayman aiman aymen
yahya yehia yahia
nur noor nour
din deen eddin uddin aldin addin
mujahid mojahed
salih saleh saleh
hamid hameed
rashid rasheed rachid
bashir bachir basheer
zayd zaid zeid
isa issa eisa essa
musa moussa mousa moosa mosa
tariq tarek tarik
walid waleed
karim kareem
latif lateef
rahim raheem
aziz azeez
habib habeeb
jamal gamal djamel jamel
amin ameen
abu abou abi
umm um om
haydar haider heydar hyder
ridha reza rida raza riza
mahdi mehdi mahdy
shihab shehab
faruq farouk farooq faruk
yunus younis yunis younes
sergei sergey serguei serhiy siarhei sergej serge siergiej sergij serhij syarhei siarhey syarhey sjarhej
alexander aleksandr alexandr aleksander aliaksandr oleksandr aleksandar alejandro alessandro alexandre aleksandre aliaksandar alyaksandr alaksandr aljaksandr
alexei aleksei alexey aleksey oleksii oleksiy aliaksei alexej aleksej oleksij aliaksey alyaksei alyaksey
andrei andrey andriy andrii andrej andrij
dmitry dmitri dmitriy dmitrii dmytro dzmitry dmitrij dimitri dimitry dimitrij
vladimir volodymyr uladzimir wladimir vladimer wolodymyr vladimirs uladzimer
nikolai nikolay mykola mikalai nikolaj mikalay mikola
mikhail mykhailo mikhael mihail michail mychajlo michajlo
evgeny yevgeny evgeni evgeniy yevgeniy evgenii yevhen yauhen yevgeni jewgeni jewgenij jewgeny evgueni evguenii ievgueni jevgeni jevgenij evgenij yauheni yauhenii yevhenii evhen
yuri yury yuriy iurii yurii iouri jurij juri youri jurii juriy
igor ihor ihar
oleg oleh
pavel pavlo pawel pawlo
konstantin kostiantyn kanstantsin kastus kostyantyn
viktor victor viktar wiktor
vasily vasiliy vasyl vasili vasil wassili wassilij vassili vassily wasilij vasilij wasyl
anatoly anatoliy anatoli anatolii anatolij anatol
grigory grigoriy grigori hryhorii grigorij ryhor hryhoriy hryhory
gennady gennadiy gennadi henadz gennadij guennadi hennadij henadzi henadzy hennadii hennadiy
valery valeriy valeri valerii walerij waleri valerij
arkady arkadiy arkadij arkadi
dmitrievich dmitriyevich
nikolaevich nikolayevich mikalaevich mykolaiovych mykolayovych
alekseevich alexeyevich alekseyevich alexeevich aliakseevich oleksiiovych oleksiyovych
vladimirovich uladzimiravich volodymyrovych
ivanovich ivanavich ivanovych
aleksandrovich alexandrovich aliaksandravich alyaksandravich oleksandrovych
sergeevich sergeyevich sergueevich siarheevich serhiiovych serhiyovych
yurievich yuryevich yurevich
vyacheslav viacheslav wjatscheslaw vyatcheslav viatcheslav vjacheslav vjatscheslaw viachaslau vyachaslau viacheslaw
vladislav wladislaw vladyslav uladzislau uladzislav
stanislav stanislaw
yaroslav jaroslaw iaroslav jaroslav
rostislav rostislaw
ivan iwan
ilya ilja ilia illia illya
fyodor fedor fjodor fiodor
semyon semjon
pyotr petr pjotr piotr petro piatro pyatro
vadim wadim vadym
vitaly vitalij witali witalij vitali vitaliy vitalii
maxim maksim maksym
matvei matvey matwej matvej
timofei timofey timofej
artem artyom artjom
yegor egor jegor
ekaterina yekaterina jekaterina kateryna katsiaryna katsyaryna
elena yelena jelena olena alena
natalya natalia natalja nataliya natallia natallya nataliia
tatiana tatyana tatjana tatsiana tatsyana tetiana tetyana
svetlana swetlana svitlana sviatlana svyatlana
olga olha volha
leonid leanid
yulia yuliya iuliia yuliia juliya
nadezhda nadiia nadiya nadzeya
lyudmila ludmila ljudmila liudmila liudmyla lyudmyla
airlines airline airways airway air aerolineas havayollari aviakompaniya
`
