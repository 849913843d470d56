/** Words of organisations in Korean, of both states, with what their English names print; the longest word wins. */
export const HANGUL_WORDS = `
주식회사 corporation, (주) corporation, 유한회사 co ltd, 유한책임회사 llc, 합자회사 partnership, 합명회사 partnership, 재단법인 foundation, 사단법인 association
회사 company, 총회사 general corporation, 무역회사 trading company, 무역총회사 general trading corporation, 합영회사 joint venture company, 합작회사 joint venture company, 공사 corporation
무역 trading, 합영 joint venture, 합작 joint venture, 연합 united, 연합회사 united company, 연합기업소 complex, 기업소 enterprise, 기업 enterprise, 공장 factory, 제작소 works
그룹 group, 홀딩스 holdings, 지주 holdings, 상사 trading, 상회 trading company, 상점 shop, 백화점 department store, 은행 bank, 개발은행 development bank, 무역은행 trade bank, 신용은행 credit bank
보험 insurance, 보험회사 insurance company, 증권 securities, 금융 finance, 투자 investment, 자산 asset, 캐피탈 capital, 신탁 trust, 기금 fund, 신용 credit
국가 national, 국립 national, 중앙 central, 인민 peoples, 조선 korea, 조선민주주의인민공화국 democratic peoples republic of korea, 대한민국 republic of korea, 한국 korea, 북조선 north korea
중국 china, 일본 japan, 미국 usa, 러시아 russia, 이란 iran, 시리아 syria, 베트남 vietnam, 평양 pyongyang, 서울 seoul, 부산 busan, 인천 incheon, 대구 daegu, 대전 daejeon, 광주 gwangju, 울산 ulsan, 수원 suwon
라선 rason, 라진 rajin, 청진 chongjin, 함흥 hamhung, 원산 wonsan, 남포 nampo, 개성 kaesong, 신의주 sinuiju, 제주 jeju, 경기 gyeonggi, 강원 gangwon, 충북 chungbuk, 충남 chungnam, 전북 jeonbuk, 전남 jeonnam
부 ministry, 성 ministry, 국 bureau, 총국 general bureau, 관리국 management bureau, 부서 department, 위원회 committee, 국무위원회 state affairs commission, 국방위원회 national defence commission, 중앙위원회 central committee
내각 cabinet, 정부 government, 사무소 office, 대표부 representative office, 지사 branch, 지점 branch, 본부 headquarters, 센터 center, 기지 base, 청 agency, 처 office, 원 institute
인민무력성 ministry of peoples armed forces, 국방성 ministry of national defence, 국방부 ministry of national defense, 국가보위성 ministry of state security, 인민보안성 ministry of peoples security, 사회안전성 ministry of social security
외무성 ministry of foreign affairs, 외교부 ministry of foreign affairs, 대외경제성 ministry of external economic relations, 원자력공업성 ministry of atomic energy industry, 선전선동부 propaganda and agitation department
조직지도부 organization and guidance department, 군수공업부 munitions industry department, 당 party, 노동당 workers party, 로동당 workers party, 조선로동당 workers party of korea, 정찰총국 reconnaissance general bureau
정찰 reconnaissance, 조선인민군 korean peoples army, 인민군 peoples army, 군 army, 육군 army, 해군 navy, 공군 air force, 국방 national defence, 방위 defence, 방위산업 defense industry, 방산 defense, 군사 military, 군수 munitions
전략군 strategic force, 미사일 missile, 로켓 rocket, 무기 weapons, 병기 ordnance, 탄약 ammunition, 폭약 explosives, 안전 security, 보안 security, 경찰 police, 경비 guard
대학 university, 대학교 university, 종합대학 university, 공업대학 university of technology, 과학기술대학 university of science and technology, 학교 school, 학원 academy, 대학원 graduate school, 교육 education
과학원 academy of sciences, 국방과학원 academy of national defence science, 자연과학원 academy of natural sciences, 국가과학원 state academy of sciences, 연구원 research institute, 연구소 research institute, 연구 research
연구개발 research and development, 실험실 laboratory, 과학 science, 과학기술 science and technology, 기술 technology, 정보 information, 정보기술 information technology, 정보산업 information industry, 첨단 advanced
전자 electronics, 전기 electric, 전력 electric power, 전선 cable, 전지 battery, 배터리 battery, 반도체 semiconductor, 디스플레이 display, 광학 optical, 레이저 laser, 컴퓨터 computer, 소프트웨어 software, 소프트 soft
통신 communication, 체신 post and telecommunication, 네트워크 network, 시스템 system, 데이터 data, 인공지능 artificial intelligence, 로봇 robot, 자동화 automation, 제어 control, 정밀 precision, 기계 machinery, 기계공업 machinery industry
공작기계 machine tool, 중공업 heavy industries, 공업 industry, 산업 industry, 경공업 light industry, 실업 industrial, 설비 equipment, 장비 equipment, 기기 instruments, 부품 parts, 금형 mould, 밸브 valve, 펌프 pump, 베어링 bearing
화학 chemical, 석유화학 petrochemical, 제약 pharmaceutical, 약품 pharmaceutical, 의약 medicine, 의료 medical, 병원 hospital, 보건 health, 건강 health, 바이오 bio, 생물 biological, 식품 food, 식료 food, 농업 agriculture, 수산 fisheries, 축산 livestock
석유 petroleum, 정유 oil refining, 가스 gas, 석탄 coal, 에너지 energy, 원자력 nuclear energy, 핵 nuclear, 우라늄 uranium, 태양광 solar, 발전 power, 발전소 power plant, 수력 hydro, 화력 thermal
광업 mining, 광산 mine, 광물 minerals, 금속 metal, 비철금속 nonferrous metal, 철강 steel, 제철 iron and steel, 제철소 iron works, 제강 steel, 강철 steel, 아연 zinc, 구리 copper, 알루미늄 aluminium, 금 gold, 합금 alloy, 마그네샤 magnesia, 희토 rare earth
소재 materials, 재료 materials, 탄소 carbon, 섬유 textile, 방직 textile, 피복 garment, 의류 garment, 유리 glass, 고무 rubber, 플라스틱 plastics, 시멘트 cement, 종이 paper, 세라믹 ceramics
건설 construction, 건축 architecture, 건재 building materials, 엔지니어링 engineering, 공학 engineering, 토목 civil, 철도 railway, 도로 road, 교통 transport, 운수 transport, 운송 transport, 물류 logistics, 해운 shipping, 해운회사 shipping company
선박 shipping, 선박회사 shipping company, 조선소 shipyard, 조선공업 shipbuilding, 해양 marine, 항만 port, 항구 port, 항 port, 항공 aviation, 항공우주 aerospace, 우주 space, 우주개발 space development, 우주항공 aerospace, 위성 satellite, 비행기 aircraft
자동차 motor, 차량 vehicle, 타이어 tire, 모터 motor, 엔진 engine, 터빈 turbine, 무인기 unmanned aerial vehicle, 드론 drone, 수출 export, 수입 import, 수출입 import and export, 대외 external, 대외경제 external economic, 경제 economic, 협력 cooperation
협동조합 cooperative, 조합 union, 협회 association, 연맹 federation, 동맹 league, 총련 chongryon, 재단 foundation, 학회 society, 위성통신 satellite communication, 상업 commercial, 봉사 service, 서비스 service, 관리 management, 개발 development, 경영 management
컨설팅 consulting, 문화 culture, 미술 art, 창작사 studio, 만수대 mansudae, 출판 publishing, 신문 newspaper, 방송 broadcasting, 영화 film, 체육 sports, 관광 tourism, 여행사 travel agency, 호텔 hotel, 식당 restaurant, 인력 manpower, 로동 labour, 노동 labour
국제 international, 국제무역 international trading, 세계 world, 글로벌 global, 아시아 asia, 태평양 pacific, 동북아 northeast asia, 중동 middle east, 유럽 europe, 소년단 childrens union, 국제소년단 international childrens, 야영소 camp, 청년 youth, 녀성 women, 여성 women
제일 first, 종합 general, 일반 general, 총 general, 특수 special, 신 new, 대동강 taedonggang, 대성 daesong, 인터내셔널 international, 트레이딩 trading, 테크 tech, 테크놀로지 technology, 코리아 korea
환경 environment, 기상 meteorological, 지질 geological, 물리 physics, 수학 mathematics, 응용 applied, 분석 analysis, 시험 test, 검사 inspection, 표준 standard, 계량 metrology, 인증 certification, 디자인 design, 설계 design, 제조 manufacturing, 생산 production, 판매 sales, 유통 distribution, 공급 supply
에어로스페이스 aerospace, 대한 korea, 총기업 general corporation, 원양 ocean, 원양해운 ocean maritime, 원양해운관리 ocean maritime management, 조선해양 shipbuilding and marine engineering, 원자력연구원 atomic energy research institute, 국방과학연구소 agency for defense development, 항공우주산업 aerospace industries
한국과학기술원 korea advanced institute of science and technology, 한국전자통신연구원 electronics and telecommunications research institute, 한국항공우주연구원 korea aerospace research institute, 대한항공 korean air, 아시아나항공 asiana airlines, 조선민항 air koryo, 고려은행 koryo bank
세미콘 semicon, 세미콘덕터 semiconductor, 솔루션 solution, 솔루션즈 solutions, 머티리얼즈 materials, 케미칼 chemical, 일렉트릭 electric, 일렉트로닉스 electronics, 디펜스 defense, 시스템즈 systems, 모터스 motors, 로보틱스 robotics, 파워 power, 에너지솔루션 energy solution, 오션 ocean, 쉬핑 shipping, 로지스틱스 logistics
생명과학 life sciences, 조선중공업 shipbuilding and heavy industries, 상업은행 commercial bank, 광업개발 mining development, 광업개발무역 mining development trading, 경제위원회 economic committee, 자동차공업 automobile industry, 기계제작 machine building, 기계설비 machinery equipment
항공기 aircraft, 미싸일 missile, 조선업 shipbuilding, 국립대학교 national university, 여자대학교 womens university, 수출입은행 export import bank, 산업은행 development bank, 기업은행 industrial bank, 중앙은행 central bank, 상선 merchant marine, 석유공사 national oil corporation, 가스공사 gas corporation, 기술원 institute of technology, 기술연구원 institute of technology, 표준과학연구원 research institute of standards and science
기계연구원 institute of machinery and materials, 화학연구원 research institute of chemical technology, 전자통신 electronics and telecommunications, 교역 trade, 대외무역 foreign trade, 해외 overseas, 진흥 promotion, 공단 corporation, 개발원 development institute, 철강공업 steel industry, 련합 united, 련합기업소 complex, 련합회사 united company, 제련소 smelter, 사업소 station, 로켓트 rocket, 인공위성 satellite, 화학공업 chemical industry, 화력발전소 thermal power plant
세관 customs, 해사 maritime, 려행사 travel agency, 협동 cooperative, 상공회의소 chamber of commerce and industry, 정밀기계 precision machinery, 특수강 special steel, 제강소 steel works, 항공산업 aviation industry, 항공사 airlines, 항공운송 air transport, 카드 card, 생명보험 life insurance, 화재보험 fire insurance, 손해보험 insurance, 제지 paper, 시스템반도체 system semiconductor, 하이테크 high tech, 네트웍스 networks, 텔레콤 telecom
인더스트리 industry, 인더스트리즈 industries, 파마 pharma, 스틸 steel, 메탈 metal, 오일 oil, 뱅크 bank, 홀딩 holdings, 컴퍼니 company, 코퍼레이션 corporation, 인터네셔널 international, 건설기계 construction machinery, 우주개발국 space development administration, 우주과학 space science, 원자력연구소 nuclear research center, 원자력총국 general department of atomic energy, 원자로 reactor, 농축 enrichment, 전자공업 electronics industry, 전자계산기 computer, 국가은행 state bank
`

/** Firms of Korea whose own spelling is not that of any rule. */
export const HANGUL_NAMES = `
삼성 samsung, 현대 hyundai, 고려 koryo, 고려항공 air koryo, 하이닉스 hynix, 넥스원 nex1, 로템 rotem, 대우 daewoo, 한화 hanwha, 두산 doosan, 포스코 posco, 효성 hyosung, 한진 hanjin, 롯데 lotte, 금호 kumho
기아 kia, 쌍용 ssangyong, 에너빌리티 enerbility, 모비스 mobis, 글로비스 glovis, 네이버 naver, 카카오 kakao
`
