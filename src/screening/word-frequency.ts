/**
 * How often a word stands in names: log2 of the number of parties of the US Consolidated Screening
 * List of 2026-07-31 (25,921 parties, public domain) with it in a name or alias, in half steps. Words
 * of fewer than ten parties count as rare, and so do names of groups that stand there many times
 * because of their many branches (Huawei, Gazprom, CETC). Fixed data, not taken from the lists loaded, so that a
 * score does not change when another list is imported.
 */
export const WORD_FREQUENCY = `
10.5: technology
10: trading
9.5: group muhammad
9: electronics industry institute international research science
8.5: ali center engineering plant service shipping
8: abdul ahmad bank china development enterprise general holding management nauchno production
8: state zavod
7.5: ahmed alexander association aviation beijing bureau design investment jose kompaniya russian
7.5: shanghai system ticaret vladimirovich yu
7: academy aleksandr aleksandrovich commercial energy equipment federal fu global hasan
7: hassan hong ibrahim information institution islamic logistics marine national
7: obshchestvo oil organization reza sergey shenzhen vladimir yuan
6.5: abdullah aerospace after air andrey antonio building capital central communication
6.5: construction defence dis dmitry east exchange export factory gas gonzalez hk hussein import
6.5: iran jesus kong korea lopez luis machine manufacturing material named new npo petrochemical
6.5: proizvodstvennoe ra radio rodriguez sanayi sea security semiconductor sergei ship solution
6.5: star technical united
6: abdallah aircraft airlines alberto aleksey alexey andrei branch byuro carlos chemical complex
6: concern david foreign foundation garcia grupo haji hamid hernandez hossein igor imeni
6: investments iranian ivan ivanovich joint juan kim konstruktorskoe laboratory machinery mahmoud
6: manuel maria maritime mechanical mikhail military ministry nikolaevich nikolayevich npp
6: obschestvo ocean ogranichennoi oleg omar predpriyatie rahman repair sal sanchez sergeyevich
6: shipbuilding special stock tekhnologii viktorovich yuryevich
5.5: abbas advanced aero agency aktsionernoe alejandro aleksei alexandrovich amir anatolyevich
5.5: army asia aziz blue borisovich business cargo chen chol consulting control daniel
5.5: department digital dmitriy electric estate federalnoe federation finance flores francisco
5.5: golden gosudarstvennoe husayn ic instrument invest ismail jorge jr khalil khan kish li lines
5.5: mahmud majid mario martinez mehdi microelectronics miguel mikhailovich mikhaylovich mining
5.5: missile moscow mustafa nii nikolay no north obedinenie office otvetstvennostiu
5.5: otvetstvennostyu pars pavel perez petroleum po power precision product public ras real
5.5: republic said saleh san sayyed seyed shahid shipyard sistemy sky space steel subordinate sun
5.5: tactical transport transportation trust victor viktor vladimirovna xian yuri yusuf
5: abou aktsionernoye aleksandrovna alekseyevich alex alexei all amin angel anton aung automation
5: autonomous budgetary chang charitable chengdu chong city cloud club comercializadora
5: committee computer credit devices din dr economic eduardo elena enrique entity
5: establishment experimental fernando financial force forces freight fund ghadir gold gomez green
5: grupp guangzhou gulf hajji high hosein hotel igorevich ihracat ii il inmobiliaria innovation
5: instruments insurance integrated inversiones inzhiniring irina issledovatelski ithalat james
5: javier jihad jin john joseph karim kb khaled khalid kontsern korporatsiya leasing lojistik long
5: mahdi martin media medical metal michael micro middle mohsen money mostafa movement musa
5: nanjing naser nasser natalya navigation nuclear offshore olegovich olga optical oscar partners
5: peoples peter petrovich physics port prince project properties publichnoe ramirez ramon ran
5: refinery resources revolutionary rf ri rivera rn robert roman russia saeed salah salih salim
5: second sergeevich servicios seyyed sheikh smart society song south su supply support
5: suzhou telecommunication tic torres trans uchrezhdenie uk umar union unit ural
5: va valery vasilyevich wang wei world xing yahya yong yurievich yuriy
4.5: affiliated africa akbar alekseevich alireza anatolevich anatolievich anatoly anna ansar
4.5: applied armando armed arsenal artem arturo avia black boris brigade byudzhetnoe castillo
4.5: castro cement cesar cheng chun circuit components computing corporativo data denis diamond
4.5: diaz directorate eastern education electro electromechanical elektronik en engine far felix
4.5: fernandez fgbu fsue fuel future gida guadalupe guard gutierrez habib hadi hajj
4.5: hamza hangzhou havacilik hector hefei ho house insaat intelligence issa issledovatelskii
4.5: issledovatelskiy it jamal jong julio kapital kazan kholding kirill konstantin konstantinovich
4.5: lee leonidovich liberation mahmood maksim man mansour mansur marketing min morales myanmar
4.5: nam network nikolai nikolayevna non noor npk obyedinenie okb one ou pak park partnership
4.5: parts paul pavlovich pedro petro pola proizvodstvennoye qingdao quantum rafael rahim rashid
4.5: raul red reyes rossii royal salazar salem sam samir sanat sayed sayyid servis shandong sharif
4.5: shaykh sherkat siberian sulayman svetlana td tejarat testing tianjin trafficking unitary
4.5: universal university upravlyayushchaya vadim valentinovich valeryevich vyacheslav
4.5: vyacheslavovich west win wu wuhan yard yelena yevgenyevich yurevich yury zhang zone
4: abdi abed academician adam address adel administration affairs ai ak akademii akademika
4: aleksander alfa alfonso alfredo aliaksandr allah alliance alonso alpha alvarez andreevich
4: andres andreyevich aqsa arctic asad assad asset associates atlas atomic auto awad bakr bashir
4: battalion belarus belarusian beltran beograd bilal bridge brothers cambodia casino
4: chan charity charles chemistry chin chinese chip choe chon chongqing civil comercial commission
4: constructora consultancy corps dalian danismanlik darya daw delta division dmitrii dobycha dom
4: don drug ebrahim edgar edward electricity elga empresa enerji environmental era eric
4: ernesto europe evgeniy evgeny feng fgup firma first flight fond fz gabriel gang generation
4: gennadievich gennady gennadyevich george gerardo german gil gostar guillermo gustavo guzman
4: hafiz hai hamad hamed hashim heavy hebei higher hongkong hussain hyok ignacio iii ilya imam
4: india innovative intelligent iraq islam ismael ivanov jafar jaime jamil jan jang
4: jasim javad ji jiangsu jimenez kamel kang khayriyya king kombinat kommercheski kompleks
4: konstruktorskoye korean kyong land laser leon leonid liability light lin line liu lizing
4: logistic luo ma main makina malik marina mark mashinostroeniya masri maxim mechanics medina
4: mejia mendoza metallurgical meza mir modern mojtaba moreno morteza motor mu muhsin mullah murat
4: murillo muslim myong na nasir nasr natalia nauk nauki neft npf ns ntts nur obyedineniye
4: off oleksandr oo operadora optics optoelectronics or oriental otkrytogo ould overseas pacific
4: pakistan palestinian party perm petersburg plus police predpriiatie predpriyatiye priborov
4: prison pro processing progress qasim radar rawi region regional relief resistance resort
4: revolution ricardo richard rida rim roberto romero rossiskoi ruben rus ruslan saad saint salam
4: sanaye sb sepehr sergio shah shargh shore si sina skb so sociedad southwest sp spc specialized
4: spetsialnoe st stanislav sub subsidiary suleiman sultan tadbir taha tai tatyana tavarystva
4: tekhniki terminal test thomas tian tong travel tsnii unmanned usama valencia
4: valerievich vasilievich ventures viktorovna vision vladislav volodymyr wa walid wave way
4: welfare white william works wuxi xin xinjiang yan yang ye yemen yevgeniy yi yousef youssef yun
4: za zadeh zhejiang zhou
3.5: abid abmezhavanay abubakar ace acosta adil adkaznastsyu adnan adolfo adrian agat agha
3.5: agricola agricultural aguilar aguirre ahmadi aid airline airways akram aktsionernogo alan
3.5: alexandr alvarado amer ammar ana anatoliy andre andrew andriy anhui ansari anthony
3.5: anwar any arash araujo aria arif armored arms arredondo art artyom asghar aviakompaniya avila
3.5: ayman banco base beach bearing best biological biotechnology bo brigades
3.5: carbon cartel cas caspian centro chain chi cho chu chung cisneros
3.5: coal combine command commerce commodities compania composite congo contracting contreras
3.5: cooperation core council crimea cruz crystal cuba currency dandong day decisions delgado
3.5: desarrollos distribuidora distribution divine dmitri dmitrievich dong dongguan drilling
3.5: duarte dzmitry eagle ebrahimi eduard educational ek ekaterina element elevator elias energo
3.5: erik est estrada european evgenevich evgenyevich expert express factories fadi faisal falcon
3.5: fathi fawaz federatsii fi figueroa firm food fortune free front fujian gaddafi gao garza gaza
3.5: gems gennadiy gholam gholamreza gilberto glory goods gorno gosudarstvenny government grand
3.5: great gregorio grup guards guerrero haj hakim hans harakat haramain harbin hawala hayat
3.5: haydar he helicopter help henry herrera holy hosseini hs hua huada huang hugo humberto ibarra
3.5: ihor ihsan imad infrastructure integral inter internal iqbal is islami islamiya issam
3.5: jaber jafari jahan jamaat jo joel jonathan junior kai kamal kaveh kazennoe keji kevin
3.5: kholdinga ko kompaniia konstruktorsko kuznetsov kwang latif law lebanese lebanon lil lim
3.5: link lng louis luna making marco marin market marquez mashinostroitelny masoud master max
3.5: measurement medicine menedzhment merchant metals mexico michel mighty mikalaevich mike mine
3.5: mineral minsk mobile mohammadi molina moussa msn mujahideen multi mun munoz musab myanma
3.5: myint nacional naji natural nejad nekommercheskaya net nicolas nikita nikolaevna ningbo noble
3.5: nord northern nova novgorod novin novosibirsk nusrat obshchestva obshestvo odk ogranichennoy
3.5: omid omran open openlab order organichennoi organizatsiya orion ortega ortiz osoo ostec ostek
3.5: otkrytoe owned ozean pa palestine panama pang parsa pasargad patricia pazarlama pearl peng
3.5: persian petr petrol petrov petrovna phoenix ping pioneer plaza popular pour premier press
3.5: priborostroeniya prime proektno profit proizvodstvennaya proizvodstvenno projects property
3.5: province qari qeshm quintero rad razavi razvitiya refining registrator rehman republican
3.5: rezaei rincon rios river road rocket ronald rosario ruelas ruiz ryazan ryong sad saidi saif
3.5: salas salman salvador samer sami sanabil sang santiago santos satellite saw sc scf seaport
3.5: seif sepahan sergeyevna serhiy severo shaanxi shaikh sham shami sheng shenyang siarhei
3.5: sichuan sierra siman simon singh sino sistem sistema sk skyverse smic social soft software
3.5: son sons source soyuz spb spe stc stephen stichting strela stroytransgaz successor
3.5: sudostroitelny sulaiman supporters swedish syria ta taa tahir talib tariq tasimacilik tatiana
3.5: team tehran tekhnicheski tekstil thereof timur tmk tony tools tourism training transfer
3.5: transporte treid tula tv uec uladzimiravich ullah uluslararasi un unitarnoe upravlenie
3.5: upravleniya usa vahid valdez valerevich valeriy valle vargas vasilevich vasiliy vasily
3.5: vasilyevna vazquez vega vehicle vektor velasquez venture victory vitaliy vo voenno vostok wai
3.5: waleed wali water weapons well wholesalers wings with won wong xu ya yakovlevich yasin yasir
3.5: yasser yekaterina yevgeny yunis yunus yuryevna yusif zhichun zhongke zvezdochka
`
