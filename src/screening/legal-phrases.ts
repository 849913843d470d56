import { PHRASES_OF_OTHERS } from './legal-phrases-of-others.ts'

/**
 * Legal forms of several words with the class they belong to, after the list of entity legal forms of
 * ISO 20275 (GLEIF, CC0) with spellings that party lists print. As names are compared: plain letters.
 */
export const LEGAL_PHRASES = `
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
limited company limited liability
limited company with limited liability
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
stock otkrytoye aktsionernoye obschestvo
stock otkrytoe aktsionernoe obschestvo
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
stock sahami aam
stock sahami khass
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
${PHRASES_OF_OTHERS.trim()}
`
