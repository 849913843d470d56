/** As {@link LEGAL_PHRASES}, of partnerships, associations and whatever else is no company of shares. */
export const PHRASES_OF_OTHERS = `
company sanayi ticaret
company sanayi ve ticaret
cooperative cooperatieve vennootschap
cooperative cooperatieve vennootschap van publiek recht
cooperative europese cooperatieve vennootschap
free free zone company
free free zone enterprise
free free zone establishment
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
`
