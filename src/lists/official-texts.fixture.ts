/** Small lists of fictional parties, each in the format of its publisher. */

export const UN_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2026-03-01T23:30:09.067Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>6900001</DATAID>
      <VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>ARKADI</FIRST_NAME>
      <SECOND_NAME>LOMEN</SECOND_NAME>
      <THIRD_NAME>VESH</THIRD_NAME>
      <UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
      <REFERENCE_NUMBER>KPi.901</REFERENCE_NUMBER>
      <LISTED_ON>2016-03-02-05:00</LISTED_ON>
      <NAME_ORIGINAL_SCRIPT>아르카디
                    로멘</NAME_ORIGINAL_SCRIPT>
      <COMMENTS1>Director of a trading house.</COMMENTS1>
      <TITLE><VALUE>Dr.</VALUE></TITLE>
      <DESIGNATION><VALUE>Director</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Arkady Lomen; Arkadiy Lomen</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><DATE_OF_BIRTH>1955</DATE_OF_BIRTH><ALIAS_NAME>Vesh</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><CITY>Dandong</CITY><COUNTRY>China</COUNTRY></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_ADDRESS><COUNTRY>Iran (Islamic Republic of)</COUNTRY></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1954-08-07</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1962</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1953 </NOTE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>PX 0000017</NUMBER></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT/>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>6900002</DATAID>
      <FIRST_NAME>GREYWATER SHIPPING (GSC) ; GREYWATER MARINE</FIRST_NAME>
      <UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
      <REFERENCE_NUMBER>KPe.902</REFERENCE_NUMBER>
      <LISTED_ON>2018-03-30</LISTED_ON>
      <COMMENTS1>IMO Number: 5999901. Manager of vessels.</COMMENTS1>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Blackwater Shipping</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><STREET>1 Quay Road</STREET><CITY>Nampo</CITY><COUNTRY>Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS>
    </ENTITY>
    <ENTITY>
      <DATAID>6900003</DATAID>
      <REFERENCE_NUMBER>KPe.903</REFERENCE_NUMBER>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
`

export const EU_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-03-02T00:30:00.449+02:00" globalFileId="1">
  <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.9001.1" logicalId="13">
    <remark>Fictional remark</remark>
    <regulation regulationType="amendment" publicationDate="2024-01-17" entryIntoForceDate="2024-01-18" numberTitle="2024/999 (OJ L18012024)" programme="RUSDA" logicalId="1"/>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Arkadi" middleName="" lastName="Lomen" wholeName="Arkadi Lomen" function="Deputy director" gender="M" title="" nameLanguage="" strong="true" regulationLanguage="en" logicalId="17">
      <regulationSummary regulationType="regulation" publicationDate="2014-07-12" numberTitle="1/2014"/>
    </nameAlias>
    <nameAlias wholeName="Аркадий Ломен" nameLanguage="RU" strong="true" logicalId="18"/>
    <nameAlias firstName="Arkasha" lastName="Lomen" wholeName="" strong="false" logicalId="19"/>
    <citizenship region="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" logicalId="2"/>
    <citizenship countryIso2Code="00" countryDescription="UNKNOWN" logicalId="3"/>
    <birthdate circa="false" calendarType="GREGORIAN" city="" birthdate="1961-03-04" year="1961" monthOfYear="3" dayOfMonth="4" logicalId="4"/>
    <birthdate circa="true" yearRangeFrom="1958" yearRangeTo="1960" logicalId="5"/>
    <birthdate circa="true" year="1957" logicalId="6"/>
    <address city="Moscow" street="Fictional street 1" poBox="" zipCode="101000" region="" place="" countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" logicalId="7"/>
    <identification diplomatic="false" number="70 1234567" latinNumber="" identificationTypeCode="passport" identificationTypeDescription="National passport" countryIso2Code="RU" logicalId="8"/>
  </sanctionEntity>
  <sanctionEntity designationDate="2022-02-25" euReferenceNumber="EU.9002.2" logicalId="14">
    <regulation entryIntoForceDate="2023-05-01" numberTitle="2023/1" programme="RUSDA" logicalId="2"/>
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Greywater Design Bureau" strong="true" logicalId="20"/>
    <identification number="1027700000000" identificationTypeCode="regnumber" logicalId="9"/>
  </sanctionEntity>
  <sanctionEntity logicalId="15"><subjectType code="enterprise"/></sanctionEntity>
</export>
`

export const UK_XML = `<?xml version="1.0" encoding="utf-8"?>
<Designations><DateGenerated>20/08/2026</DateGenerated>
<Designation>
  <LastUpdated>14/04/2026</LastUpdated>
  <DateDesignated>25/01/2001</DateDesignated>
  <UniqueID>AFG9006</UniqueID>
  <OFSIGroupID>7172</OFSIGroupID>
  <UNReferenceNumber>TAi.902</UNReferenceNumber>
  <Names>
    <Name><Name6>Haji Lomen</Name6><NameType>ALias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
    <Name><Name1>ARKADI</Name1><Name2>VESH</Name2><Name6>LOMEN</Name6><NameType>Primary Name</NameType></Name>
    <Name><Name1>Arkady</Name1><Name6>Lomen</Name6><NameType>Primary name variation</NameType></Name>
  </Names>
  <NonLatinNames><NonLatinName><NameNonLatinScript>ارکادی لومن</NameNonLatinScript></NonLatinName></NonLatinNames>
  <Titles><Title>Mullah</Title></Titles>
  <RegimeName>The Afghanistan (Sanctions) (EU Exit) Regulations 2020</RegimeName>
  <IndividualEntityShip>Individual</IndividualEntityShip>
  <DesignationSource>UN</DesignationSource>
  <SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
  <Addresses><Address><AddressLine6>Kabul</AddressLine6><AddressCountry>Afghanistan</AddressCountry></Address></Addresses>
  <IndividualDetails><Individual>
    <DOBs><DOB>dd/mm/1945</DOB><DOB>01/03/1958</DOB></DOBs>
    <PassportDetails><Passport><PassportNumber>P04581926</PassportNumber></Passport><Passport><PassportNumber>P04581926</PassportNumber></Passport></PassportDetails>
    <Nationalities><Nationality>Afghanistan</Nationality></Nationalities>
  </Individual></IndividualDetails>
</Designation>
<Designation>
  <DateDesignated>03/10/2017</DateDesignated>
  <UniqueID>DPR9075</UniqueID>
  <Names><Name><Name6>Petrel 9</Name6><NameType>Primary name</NameType></Name><Name><Name6>Grey Petrel</Name6><NameType>Alias</NameType></Name></Names>
  <RegimeName>The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019</RegimeName>
  <IndividualEntityShip>Ship</IndividualEntityShip>
  <ShipDetails><Ship><IMONumbers><IMONumber>IMO9562233</IMONumber></IMONumbers>
    <CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Comoros</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips></Ship></ShipDetails>
</Designation>
<Designation><UniqueID>RUS9999</UniqueID><IndividualEntityShip>Entity</IndividualEntityShip></Designation>
</Designations>
`

const UK_COLUMNS =
  'Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,National Identifier additional information,Passport number,Passport additional information,Position,Gender,Town of birth,Country of birth,Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)'

/** One row of the official CSV, with the values of the named columns. */
export function ukRow(values: Readonly<Record<string, string>>): string {
  return UK_COLUMNS.split(',')
    .map((column) => values[column] ?? '')
    .map((value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join(',')
}

const LOMEN = {
  'Unique ID': 'AFG9006',
  'Name 6': 'LOMEN',
  'Regime Name': 'The Afghanistan (Sanctions) (EU Exit) Regulations 2020',
  'Designation Type': 'Individual',
  'Date Designated': '25/01/2001',
}

export const UK_CSV = [
  'Report Date: 13-Feb-2026',
  UK_COLUMNS,
  ukRow({
    ...LOMEN,
    'Name 1': 'Haji',
    'Name type': 'Alias',
    'Alias strength': 'Low quality a.k.a',
  }),
  ukRow({
    ...LOMEN,
    'Name 1': 'ARKADI',
    'Name 2': 'VESH',
    'Name type': 'Primary Name',
    'D.O.B': '00/00/1945',
    'Nationality(/ies)': 'Afghanistan',
    'Name non-latin script': 'ارکادی لومن',
    'UK Statement of Reasons': 'First line.\n\nSecond line, with "quotes".',
  }),
  ukRow({
    'Unique ID': 'RUS9176',
    'Name 6': 'GREYWATER PROSPECT',
    'Name type': 'Primary Name',
    'Regime Name': 'The Russia (Sanctions) (EU Exit) Regulations 2019',
    'Designation Type': 'Ship',
    'Date Designated': '31/07/2024',
    'IMO number': 'IMO9826902',
    'Address Line 1': '1 Quay Road',
    'Address Country': 'Gabon',
  }),
  '',
].join('\n')

export const CA_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<data-set xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
	<record><Country>Burma / Birmanie</Country><Entity>Greywater Holdings</Entity><Aliases>Greywater Co., Ltd., Greywater Group</Aliases><Schedule>1</Schedule><Item>1</Item></record>
	<record><Country>Russia / Russie</Country><LastName>LOMEN</LastName><GivenName>Arkadi Vesh</GivenName><Aliases>Arkady, LOMIN, Arkadi Veshevich, Anton Sorel</Aliases><DateOfBirth>1972-08-10 or 1972-08-11</DateOfBirth><Title>Colonel</Title><Schedule>1, Part 2</Schedule><Item>6</Item></record>
	<record><Country-Pays>Russia / Russie</Country-Pays><EntityOrShip-EntiteOuNavire>GREYWATER PROSPECT</EntityOrShip-EntiteOuNavire><TitleOrShip-TitreOuNavire>Oil tanker</TitleOrShip-TitreOuNavire><ShipIMONumber-NumeroOMIDuNavire>9826902</ShipIMONumber-NumeroOMIDuNavire><DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire>2019</DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire><Schedule-Annexe>4</Schedule-Annexe><Item-NumeroDarticle>7</Item-NumeroDarticle><DateOfListing-DateDinscription>2025-02-21</DateOfListing-DateDinscription></record>
	<record><Country>Iran</Country><Schedule>1</Schedule><Item>9</Item></record>
</data-set>
`

export const CH_XML = `<?xml version="1.0" encoding="UTF-8"?>
<swiss-sanctions-list list-type="whole-list" date="2026-08-27">
  <sanctions-program ssid="20" version-date="2026-05-21">
    <program-key lang="ger">Weissrussland</program-key>
    <program-key lang="eng">Belarus</program-key>
    <sanctions-set ssid="4387" lang="eng">article 12</sanctions-set>
    <origin>EU</origin>
  </sanctions-program>
  <target ssid="5142">
    <sanctions-set-id>4387</sanctions-set-id>
    <foreign-identifier>140</foreign-identifier>
    <individual sex="male">
      <identity ssid="5143" main="false">
        <name ssid="1" name-type="primary-name" quality="low"><name-part order="1" name-part-type="whole-name"><value>Arkasha</value></name-part></name>
        <nationality ssid="9"><country iso-code="BY">Belarus</country></nationality>
      </identity>
      <identity ssid="5144" main="true">
        <name ssid="2" name-type="primary-name" quality="good" lang="eng">
          <name-part order="2" name-part-type="given-name"><value>Arkadi</value><spelling-variant lang="RUS" script="LATN">Arkady</spelling-variant><spelling-variant lang="RUS" script="CYRL">Аркадий</spelling-variant></name-part>
          <name-part order="1" name-part-type="family-name"><value>Lomen</value><spelling-variant lang="RUS" script="CYRL">Ломен</spelling-variant></name-part>
          <name-part order="0" name-part-type="title"><value>Colonel</value></name-part>
        </name>
        <day-month-year ssid="3" day="23" month="3" year="1980" calendar="Gregorian"/>
        <day-month-year ssid="4" year="1981"/>
        <address ssid="5" place-id="29492"><address-details>ul. Vymysl, 4</address-details><zip-code>220029</zip-code></address>
        <identification-document document-type="passport"><number>MP1234567</number><issuer code="BY">Belarus</issuer></identification-document>
      </identity>
      <justification ssid="6">Fictional businessman.</justification>
    </individual>
    <modification modification-type="de-listed" publication-date="2016-03-01" effective-date="2016-03-01"/>
    <modification modification-type="amended" effective-date="2015-11-18"><added><identity ssid="5144"><name name-type="primary-name"><name-part order="1"><value>Old Name</value></name-part></name></identity></added></modification>
    <modification modification-type="listed" effective-date="2011-02-02"/>
  </target>
  <target ssid="34461">
    <sanctions-set-id>4387</sanctions-set-id>
    <object object-type="vessel">
      <identity ssid="34462" main="true"><name name-type="primary-name" quality="good"><name-part order="1" name-part-type="whole-name"><value>Grey Petrel</value></name-part></name></identity>
      <other-information ssid="34465">IMO Number: 8405270</other-information>
    </object>
    <modification modification-type="listed" effective-date="2016-05-18"/>
    <modification modification-type="de-listed" effective-date="2018-01-01"/>
    <modification modification-type="listed" effective-date="2020-01-01"/>
  </target>
  <target ssid="7"><entity><identity main="true"/></entity></target>
  <place ssid="29492"><location>Minsk</location><country iso-code="BY">Belarus</country></place>
</swiss-sanctions-list>
`

export const TW_CSV = `\uFEFF項次item,名稱name,別名alias,國家代碼country code,地址address,護照號碼ID Number
1,"Greywater Trading; 繁體中文：灰水貿易","GWT Limited；簡體中文：灰水贸易",CN;HK,"1 Quay Road, Dalian; 2 Peak Road, Hong Kong",
2,ARKADI LOMEN（永久參考號：KPi.901）,Arkady Lomen,KP,,PX0000017
3,,,IR,,
`

export const JP_CSV = `No.,"国名、地域名
Country or Region","企業名、組織名
Company or Organization","別名
Also Known As","懸念区分
Type of WMD","通常兵器の懸念"
1,"イラン
Islamic Republic of Iran",Greywater Industries,"・Greywater Ind.
・GWI (グレー工業)","ミサイル、核
M,N",
2,"北朝鮮
North Korea",Korea Greywater Trading Corporation （朝鮮灰水貿易会社）,,"化学
C",○
3,"中国
People's Republic of China",,,"核
N",
`

export const FTM_LINES = `{"id":"gw-1","schema":"Company","properties":{"name":["Greywater Trading LLC","Greywater LLC"],"alias":["GWT"],"weakAlias":["GW"],"country":["ru"],"innCode":["7700000000"],"addressEntity":[{"id":"a","schema":"Address","properties":{"full":["1 Quay Road, Moscow"]}}],"topics":["sanction"]},"target":true}
{"id":"gw-2","schema":"Person","properties":{"name":["Arkadi Lomen"],"birthDate":["1965"],"nationality":["ru"],"passportNumber":["70 1234567"]}}
{"id":"gw-3","schema":"Vessel","properties":{"name":["Grey Petrel"],"imoNumber":["IMO9826902"],"mmsi":["273000000"],"flag":["ga"]}}
{"id":"gw-4","schema":"Ownership","properties":{"owner":["gw-2"],"asset":["gw-1"]}}
{"id":"gw-5","schema":"Person","properties":{"name":["A Relative"]},"target":false}

not json
{"id":"gw-6","schema":"Person","properties":{}}
`
