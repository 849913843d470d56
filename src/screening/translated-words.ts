/** What translators make of the same words, above all of Russian ones. */
export const TRANSLATED_ALIKE = `
scientific production, scientific and production, research and production, research production
scientific production association, research and production association, npo, nauchno proizvodstvennoe obedinenie
scientific production enterprise, research and production enterprise, npp, nauchno proizvodstvennoe predpriyatie
scientific research institute, research institute, nii
central research institute, central scientific research institute, tsnii
experimental design bureau, okb
design bureau, construction bureau, design office, kb
machine building, engineering, mashinostroitelny
instrument making, instrument building, instrument engineering
production association, production union
shipyard, shipbuilding plant
trading house, trade house, torgovy dom
airlines, airways, air lines, air
automobile, automotive
oil, petroleum
aircraft, aviation
integrated circuit, ic
information technology, it
optical, optics
computer, computing
intelligent, intelligence
medical, medicine
naval, navy
missile, rocket
missiles, rockets
charitable, charity
society, association
energy, power
construction, building
`
