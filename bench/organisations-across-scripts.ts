/**
 * Well-known organisations by their own name in Cyrillic, Arabic, Han, Hebrew or Georgian letters and by their
 * English one, from general knowledge. That a name stands here says nothing about whoever bears it. The list
 * was written before the words that translate them, and no weight is fitted on it.
 */
export const WELL_KNOWN_ORGANISATIONS = `
Российские железные дороги | Russian Railways
Объединённая авиастроительная корпорация | United Aircraft Corporation
Объединённая судостроительная корпорация | United Shipbuilding Corporation
Сберегательный банк Российской Федерации | Savings Bank of the Russian Federation
Агентство по страхованию вкладов | Deposit Insurance Agency
Совкомфлот | Sovcomflot
Магнитогорский металлургический комбинат | Magnitogorsk Iron and Steel Works
Уральская горно-металлургическая компания | Ural Mining and Metallurgical Company
Объединённая зерновая компания | United Grain Company
Мурманское морское пароходство | Murmansk Shipping Company
Российская академия наук | Russian Academy of Sciences
Русская медная компания | Russian Copper Company
Евразийский банк развития | Eurasian Development Bank
Российский экспортный центр | Russian Export Center
Независимая газета | Nezavisimaya Gazeta
Московский физико-технический институт | Moscow Institute of Physics and Technology
Казанский вертолётный завод | Kazan Helicopter Plant
Новосибирский завод полупроводниковых приборов | Novosibirsk Semiconductor Devices Plant
Московская биржа | Moscow Exchange
Национальный расчётный депозитарий | National Settlement Depository
Центральный аэрогидродинамический институт | Central Aerohydrodynamic Institute
Укрзалізниця | Ukrzaliznytsia
Акционерне товариство «Укрпошта» | Joint Stock Company Ukrposhta
Державна податкова служба України | State Tax Service of Ukraine
Қазақстан Темір Жолы | Kazakhstan Temir Zholy
Қазақстан халық банкі | Halyk Bank of Kazakhstan
Кыргыз Республикасынын Улуттук банкы | National Bank of the Kyrgyz Republic
Беларуская чыгунка | Belarusian Railway
Белорусский автомобильный завод | Belarusian Automobile Plant
Банк Азия ачык акционердик коому | Bank of Asia Open Joint Stock Company
المؤسسة الوطنية للنفط | National Oil Corporation
مصرف سورية المركزي | Central Bank of Syria
شركة مصفاة بانياس | Banias Refinery Company
الشركة السورية لنقل النفط | Syrian Company for Oil Transport
مؤسسة الإسكان العسكرية | Military Housing Establishment
شركة البترول الوطنية الكويتية | Kuwait National Petroleum Company
الشركة السعودية للصناعات العسكرية | Saudi Arabian Military Industries Company
شركة أسواق الخليج للتجارة العامة ذ.م.م | Gulf Markets General Trading LLC
المركز الوطني للبحوث العلمية | National Centre for Scientific Research
مجموعة الإمارات للصناعات الدفاعية ش.م.ع | Emirates Defence Industries Group PSC
شرکت ملی نفت ایران | National Iranian Oil Company
شرکت صنایع الکترونیک ایران | Iran Electronics Industries
شرکت بازرگانی پتروشیمی | Petrochemical Commercial Company
شرکت ملی نفتکش ایران | National Iranian Tanker Company
سازمان صنایع هوایی ایران | Iran Aviation Industries Organization
شرکت فولاد مبارکه اصفهان | Mobarakeh Steel Company Isfahan
دانشگاه صنعتی شریف | Sharif University of Technology
广州数控设备有限公司 | Guangzhou CNC Equipment Co., Ltd.
中国运载火箭技术研究院 | China Academy of Launch Vehicle Technology
中國空間技術研究院 | China Academy of Space Technology
中国核動力研究設計院 | Nuclear Power Institute of China
中国长城工业集团有限公司 | China Great Wall Industry Corporation
中国电子科技集团公司第二十九研究所 | China Electronics Technology Group Corporation 29th Research Institute
中国精密機械進出口有限公司 | China Precision Machinery Import and Export Corporation
三菱重工業株式会社 | Mitsubishi Heavy Industries, Ltd.
川崎重工業株式会社 | Kawasaki Heavy Industries, Ltd.
東京エレクトロン株式会社 | Tokyo Electron Limited
宇宙航空研究開発機構 | Japan Aerospace Exploration Agency
التعاونية للتأمين | The Company for Cooperative Insurance
התעשייה האווירית לישראל | Israel Aerospace Industries
חברת החשמל לישראל | Israel Electric Corporation
רשות שדות התעופה | Airports Authority
הבנק הבינלאומי | International Bank
საქართველოს რკინიგზა | Georgian Railway
საქართველოს ეროვნული ბანკი | National Bank of Georgia
თბილისის სახელმწიფო უნივერსიტეტი | Tbilisi State University
შპს ალტა | Alta LLC
`
