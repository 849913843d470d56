/**
 * Legal forms of several words with the class they belong to, after the list of entity legal forms of
 * ISO 20275 (GLEIF, CC0) with spellings that party lists print. As names are compared: plain letters.
 */
export const LEGAL_PHRASES = `
cooperative cooperatieve vennootschap
cooperative cooperatieve vennootschap van publiek recht
cooperative europese cooperatieve vennootschap
free free zone company
free free zone enterprise
free free zone establishment
limited alberta unlimited liability corporation
limited besloten vennootschap
limited besloten vennootschap met beperkte aansprakelijkheid
limited co ltd
limited compania de responsabilidad limitada
limited compania de responsabilidad limitada con fin social
limited companies limited by guarantee
limited company limited
limited company limited by guarantee
limited company limited by shares
limited company limited by shares and guarantee
limited cooperatieve vennootschap met beperkte aansprakelijkheid
limited cooperatieve vennootschap met onbeperkte aansprakelijkheid
limited d o o
limited designated activity company limited by guarantee
limited domestic limited liability company
limited domestic low profit limited liability company
limited domestic professional limited liability company
limited e o o d
limited eenpersoons besloten vennootschap met beperkte aansprakelijkheid
limited emprendedor de responsabilidad limitada
limited empresa individual de responsabilidad limitada
limited empresa individual de responsabilidade limitada
limited empresa unipersonal de responsabilidad limitada
limited estabelecimento individual de responsabilidade limitada
limited european public limited liability company
limited exempted companies limited by shares
limited exempted company limited by guarantee
limited exempted limited duration company
limited exempted unlimited company
limited exploitation agricole a responsabilite limitee
limited farm ranch limited laibility company
limited foreign limited liability company
limited foreign professional limited liability company
limited gemeinnutzige gesellschaft mit beschrankter haftung
limited genossenschaft mit beschrankter haftung
limited genossenschaft mit beschrankter haftung mit sozialer zielsetzung
limited genossenschaft mit unbeschrankter haftung
limited genossenschaft mit unbeschrankter haftung mit sozialer zielsetzung
limited gesellschaft mit beschrankter haftung
limited international business company company limited by guarantee
limited international business company company limited by shares
limited international business company limited duration company
limited international business company limited life company
limited limited by guarantee
limited limited by shares
limited limited by shares and by guarantee
limited limited company
limited limited cooperative assocation
limited limited liability company
limited limited liability limited partership
limited limited proprietary company
limited limited sirket
limited limited sirketi
limited local company limited by guarantee
limited local company limited by shares
limited local unlimited company
limited ltd sti
limited master limited liability company
limited micro empresa de responsabilidad limitada
limited naamloze vennootschap limited company by shares
limited obschestvo s ogranichennoi otvetstvennostyu
limited obschestvo s ogranichennoy otvetstvennostyu
limited obshchestvo s ogranichennoi otvetstvennostiu
limited obshchestvo s ogranichennoi otvetstvennostyu
limited obshchestvo s ogranichennoy otvetstvennostyu
limited offentlich rechtliche genossenschaft mit beschrankter haftung
limited offentlich rechtliche gesellschaft mit beschrankter haftung
limited patnership limited by shares
limited piccola societa cooperativa a responsabilita limitata
limited private companiy limited by guarantee
limited private company limited by guarantee
limited private company limited by shares
limited private company unlimited with shares
limited private company unlimited without shares
limited private limited
limited private limited by guarantee
limited private limited by guarantee no share capital
limited private limited by share
limited private limited by shares
limited private limited company
limited private limited corporation
limited private limited liability companies
limited private limited liability company
limited private unlimited
limited private unlimited and having a share capital
limited private unlimited by share
limited private unlimited company
limited private unlimited company with a share capital
limited private unlimited liability corporation
limited private unlimited no share capital
limited privatgesellschaft mit beschrankter haftung
limited privatgesellschaft mit beschrankter haftung mit einem alleingesellschafter
limited privatgesellschaft mit beschrankter haftung mit sozialer zielsetzung
limited professional limited liability company
limited professional series limited liability company
limited pte ltd
limited pty ltd
limited public companies limited by guarantee
limited public company limited by guarantee
limited public company limited by shares
limited public limited by guarantee
limited public limited by shares
limited public limited corporation
limited public limited liability companies
limited public limited liability company
limited public unlimited and having a share capital
limited public unlimited company
limited public unlimited company with a share capital
limited public unlimited liability corporation
limited pvt ltd
limited s a r l
limited sa r l
limited sdn bhd
limited series limited liability company
limited sociedad civil de responsabilidad limitada
limited sociedad comercial de responsabilidad limitada
limited sociedad cooperativa limitada
limited sociedad cooperativa limitada de capital variable
limited sociedad de produccion rural de responsabilidad ilimitada
limited sociedad de produccion rural de responsabilidad limitada
limited sociedad de produccion rural de responsabilidad suplementada
limited sociedad de responsabilidad limitada
limited sociedad de responsabilidad limitada de capital variable
limited sociedad de responsabilidad limitada microindustrial
limited sociedad de responsabilidad limitada o sociedad limitada
limited sociedad de responsaibilidad limitada
limited sociedad limitada de nueva empresa
limited sociedad limitada laboral
limited sociedad limitada profesional
limited sociedad limitada unipersonal
limited sociedade limitada
limited societa a garanzia limitata
limited societa a responsabilita limitata
limited societa a responsabilita limitata con unico socio
limited societa a responsabilita limitata semplificata
limited societa consortile a responsabilita limitata
limited societa consortile cooperativa a responsabilita limitata
limited societa cooperativa a responsabilita limitata
limited societate cu raspundere limitata
limited societatea cu raspundere limitata
limited societe a responsabilite limitee
limited societe a responsabilite limitee de droit public
limited societe a responsabilite limitee du nouveau brunswick
limited societe a responsabilite limitee simplifiee
limited societe cooperative a responsabilite illimitee
limited societe cooperative a responsabilite limitee
limited societe dexercice liberal a responsabilite limitee
limited societe privee a responsabilite limitee
limited societe privee a responsabilite limitee unipersonnelle
limited societe unipersonnelle a responsabilite limitee
limited socjeta in akkomandita jew socjeta limitata
limited sp z o o
limited sp zoo
limited spol s r o
limited spolka z ograniczona odpowiedzialnoscia
limited statutory public benefit limited liability company
limited tavarystva z abmezhavanay adkaznastsyu
limited tovarystvo z obmezhenoyu vidpovidalnistyu
limited unlimited company
limited unlimited liability company
limited unlimited proprietary company
limited unlimited with shares
limited unlimited without shares
limited vennootschap met beperkte aansprakelijkheid
limited youxian gongsi
limited youxian zeren gongsi
nonprofit alberta private non profit company
nonprofit association davocats a responsabilite professionnelle individuelle
nonprofit association internationale sans but lucratif
nonprofit association sans but lucratif
nonprofit association sans but lucratif de droit public
nonprofit autonomous non profit organization
nonprofit autonomous noncommercial organization
nonprofit autonomous nonprofit organization
nonprofit avtonomnaya nekommercheskaya organizatsiya
nonprofit corporation nonstock nonprofit
nonprofit domestic limited cooperative association
nonprofit domestic non profit corporation
nonprofit electric cooperative nonprofit membership corporation
nonprofit foreign limited cooperative association
nonprofit foreign non profit corporation
nonprofit foreign non profit limited liability company
nonprofit instelling zonder winstoogmerk
nonprofit institution sans but lucratif
nonprofit internationale vereniging zonder winstoogmerk
nonprofit limited cooperative association
nonprofit limited partnership association
nonprofit non governmental organization
nonprofit non profit company
nonprofit non profit corporation
nonprofit non profit corporations
nonprofit non profit dom limited cooperative association
nonprofit non profit domesticated foreign corporation
nonprofit non profit foreign corporation
nonprofit non profit foreign limited cooperative association
nonprofit non profit limited liability company
nonprofit non profit organization
nonprofit nonprofit common interest development association
nonprofit nonprofit community trust
nonprofit nonprofit corporation
nonprofit nonprofit corporation mutual benefit
nonprofit nonprofit corporation public benefit
nonprofit nonprofit corporation religious
nonprofit nonprofit electric generation and transmission cooperative corporation
nonprofit nonprofit limited liability company
nonprofit not for profit corporation
nonprofit not for profit corporations
nonprofit obshchestvennaya organizatsiya
nonprofit private act non profit corp
nonprofit private act not for profit corporation
nonprofit public non profit company
nonprofit regionalnaya obshchestvennaya organizatsiya
nonprofit unicorporated non profit association
nonprofit uniform limited cooperative association
nonprofit unincorporated non profit association
nonprofit unincorporated nonprofit association
nonprofit vereniging zonder winstoogmerk
nonprofit vereniging zonder winstoogmerk van publiek recht
partnership alberta limited liability partnership
partnership alberta limited partnership
partnership burgerlijke vennootschap onder vorm van landbouwvennootschap
partnership burgerlijke vennootschap onder vorm van naamloze vennootschap
partnership commanditaire vennootschap
partnership commanditaire vennootschap met een beherend vennoot
partnership commanditaire vennootschap met een beherende vennoot
partnership commanditaire vennootschap met meerdere beherende vennoten
partnership commanditaire vennootschap op aandelen
partnership domestic limited liability partnership
partnership domestic limited partnership
partnership domestic limited partnership limited liability limited partnership
partnership domestic registered limited liability partnership
partnership einfache kommanditgesellschaft
partnership einfache kommanditgesellschaft mit sozialer zielsetzung
partnership exempt limited partnership
partnership exempted limited partnership
partnership extraprovincial limited liability partnership
partnership foreign limited liability partnership
partnership foreign limited partnership
partnership foreign limited partnership limited liability limited partnership
partnership general partnership
partnership gewone commanditaire vennootschap
partnership gewone commanditaire vennootschap met een sociaal oogmerk
partnership incorporated limited partnerships
partnership investment limited partnership
partnership kommandit erwerbsgesellschaft
partnership kommanditgesellschaft auf aktien
partnership kommanditgesellschaft auf aktien mit sozialer zielsetzung
partnership kommanditgesellschaft fuer kollektive kapitalanlagen
partnership labuan islamic limited liability partnership
partnership labuan islamic limited partnership
partnership labuan islamic recognized limited liability partnership
partnership labuan limited liability partnerships
partnership labuan limited partnership
partnership labuan recognized limited liability partnership
partnership limited liability limited partnership
partnership limited liability partnership
partnership limited liability partnerships
partnership limited liabiltity partnership
partnership limited liabilty partnerships
partnership limited liablity partnership
partnership limited partnership
partnership limited partnership for collective investments
partnership limited partnership formed outside of bc
partnership limited partnership with legal personality
partnership limited partnership without legal personality
partnership limited partnerships
partnership limited partnerships formed in ns
partnership new brunswick limited liability partnership
partnership offene handelsgesellschaft
partnership offene handelsgesellschaft mit sozialer zielsetzung
partnership partnerschaftsgesellschaft mit beschrankter berufshaftung
partnership partnership en commendite or limited partnership
partnership partnership en nom collectif
partnership professional limited liability limited partnership
partnership professional limited liabity partnership
partnership registered limited liability limited partnership
partnership registered limited liability partnership
partnership separate limited partnerships
partnership simple commandite company
partnership sociedad comanditaria por acciones
partnership sociedad comanditaria por acciones profesional
partnership sociedad comanditaria simple
partnership sociedad comanditaria simple profesional
partnership sociedad en comandita
partnership sociedad en comandita civil
partnership sociedad en comandita comercial
partnership sociedad en comandita por acciones
partnership sociedad en comandita simple
partnership sociedad en comandita simple de capital variable
partnership sociedade em comandita
partnership sociedade em comandita por acoes
partnership societa consortile in accomandita semplice
partnership societa in accomandita
partnership societa in accomandita per azioni
partnership societa in accomandita semplice
partnership societate in comandita pe actiuni
partnership societate in comandita simpla
partnership societe dexercice liberal en commandite par actions
partnership societe en commandite
partnership societe en commandite de placements collectifs
partnership societe en commandite par action
partnership societe en commandite par actions
partnership societe en commandite par actions cooperative
partnership societe en commandite simple
partnership societe en commandite simple a finalite sociale
partnership societe en commandite simple cooperative
partnership societe en commandite speciale
partnership societe en nom collectif
partnership societe en nom collectif a finalite sociale
partnership societe en nom collectif a responsabilite limitee
partnership societe en nom collectif cooperative
partnership vennootschap onder een firma
partnership vennootschap onder firma
partnership vennootschap onder firma met een sociaal oogmerk
partnership y cia
state federal state autonomous institution
state federal state budgetary institution
state federal state enterprise
state federal state institution
state federal state unitary enterprise
state federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie
state federalnoe gosudarstvennoe unitarnoe predpriyatie
state federalnoye gosudarstvennoye unitarnoye predpriyatiye
state republican unitary enterprise
state state enterprise
state state owned enterprise
state state unitary enterprise
stock a s
stock adkrytae aktsyyanernae tavarystva
stock akciju sabiedriba
stock akciova spolecnost
stock akciova spolocnost
stock aktiengesellschaft mit sozialer zielsetzung
stock aktsionernoe obshchestvo
stock aktsionernoe obshchestvo otkrytogo tipa
stock aktsionernoye obshchestvo
stock aktsionernoye tovarystvo
stock amm corporazioni consorzi patriziati di diritto pubblico
stock annat fastighetsaktiebolag
stock anonim sirket
stock anonim sirketi
stock asunto osakeyhtio
stock banka akciova spolocnost
stock closed joint stock company
stock compania anonima
stock europaische aktiengesellschaft
stock europese naamloze vennootschap
stock gemeinnutzige aktiengesellschaft
stock gufen youxian gongsi
stock joint stock compan
stock joint stock company
stock julkinen osakeyhtio
stock julkinen vakuutusosakeyhtio
stock kabushiki gaisha
stock kabushiki kaisha
stock keskinainen kiinteistoosakeyhtio
stock muu kiinteistoosakeyhtio
stock naamloze vennootschap
stock naamloze vennootschap met een sociaal oogmerk
stock naamloze vennootschap van publiek recht
stock neposhublichnoe aktsionernoe obshchestvo
stock offentlich rechtliche aktiengesellschaft
stock omsesidigt fastighetsaktiebolag
stock open joint stock company
stock open stock company
stock organizazioni internazionali
stock otkrytoe aktsionernoe obshchestvo
stock otkrytoye aktsionernoye obshchestvo
stock poistovna akciova spolocnost
stock private joint stock company
stock pryvatne aktsionerne tovarystvo
stock public company
stock public joint stock company
stock public limited company
stock publichne aktsionerne tovarystvo
stock publichnoe aktsionernoe obshchestvo
stock publichnoye aktsionernoye obshchestvo
stock publikt aktiebolag
stock publikt forsakringsaktiebolag
stock publikt omsesidigt forsakringsaktiebolag
stock reit aktiengesellschaft
stock s a de c v
stock sa de cv
stock safer anonyme a directoire
stock socieda anonima
stock socieda anonima abierta
stock sociedad anonima
stock sociedad anonima bolsa de valores
stock sociedad anonima bursatil
stock sociedad anonima bursatil de capital variable
stock sociedad anonima casa de cambio
stock sociedad anonima centro cambiario
stock sociedad anonima cerrada
stock sociedad anonima de capital variable
stock sociedad anonima de capital variable centro cambiario
stock sociedad anonima de capital variable financiera comunitaria
stock sociedad anonima de capital variable financiera popular
stock sociedad anonima de capital variable sociedad controladora
stock sociedad anonima europea
stock sociedad anonima financiera comunitaria
stock sociedad anonima financiera popular
stock sociedad anonima institucion de banca multiple
stock sociedad anonima institucion de fianzas
stock sociedad anonima institucion de seguros
stock sociedad anonima laboral
stock sociedad anonima profesional
stock sociedad anonima promotora de inversion
stock sociedad anonima promotora de inversion bursatil
stock sociedad anonima simplificada
stock sociedad anonima sociedad de informacion crediticia
stock sociedad anonima unipersonal
stock sociedad por acciones
stock sociedad por acciones cerrada simplificada
stock sociedad por acciones simplificada
stock sociedad por acciones simplificada de capital variable
stock sociedade anonima
stock sociedade anonima desportiva
stock sociedade anonima europeia
stock societa anonima
stock societa consortile per azioni
stock societa per azioni
stock societa per azioni con socio unico
stock societe anonyme
stock societe anonyme a finalite sociale
stock societe anonyme de droit public
stock societe anonyme monegasque
stock societe civile sous forme de societe anonyme
stock zakrytoe aktsionernoe obshchestvo
stock zakrytoye aktsionernoye obshchestvo
stock zivilrechtliche gesellschaft in der rechtsform einer aktiengesellschaft
`
