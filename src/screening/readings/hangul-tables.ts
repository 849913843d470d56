/** Surnames: the syllable, then how its bearers write it, the customary spelling first, Pyongyang's last. */
export const KOREAN_SURNAMES = `
김 kim gim, 이 lee yi rhee ri, 리 ri lee yi, 박 park pak bak, 최 choi choe, 정 jung jeong chong chung, 강 kang gang
조 cho jo, 윤 yoon yun, 장 jang chang, 임 lim im rim, 림 rim lim im, 한 han, 오 oh o, 서 seo suh so, 신 shin sin
권 kwon gwon, 황 hwang, 안 ahn an, 송 song, 전 jeon chun chon, 홍 hong, 유 yoo yu ryu, 류 ryu yoo yu, 고 ko go
문 moon mun, 양 yang ryang, 량 ryang yang, 손 son sohn, 배 bae pae, 백 baek paek, 허 heo hur ho, 남 nam, 심 shim sim
노 noh roh no ro, 로 ro no noh, 하 ha, 곽 kwak gwak, 성 sung seong song, 차 cha, 주 joo ju chu, 우 woo u, 구 koo ku gu
나 na ra, 라 ra na, 민 min, 진 jin chin, 지 ji chi, 엄 um eom om, 채 chae, 원 won, 천 chun cheon chon, 방 bang pang
공 kong gong, 현 hyun hyeon hyon, 함 ham, 변 byun byeon pyon, 염 yeom yum ryom, 렴 ryom yeom, 여 yeo ryo, 려 ryo yeo
추 choo chu, 도 do to, 소 so, 석 suk seok sok, 선 sun seon son, 설 seol sol, 마 ma, 길 gil kil, 연 yeon ryon, 련 ryon
위 wi, 표 pyo, 명 myung myeong myong, 기 ki gi, 반 ban pan, 왕 wang, 금 keum geum kum, 옥 ok, 육 yook ryuk, 륙 ryuk
인 in, 맹 maeng, 제 je che, 모 mo, 탁 tak, 국 kook guk kuk, 은 eun un, 편 pyun pyeon pyon, 용 yong ryong, 룡 ryong
예 ye, 경 kyung gyeong kyong, 봉 bong pong, 사 sa, 부 boo bu pu, 가 ka ga, 복 bok pok, 태 tae, 목 mok, 형 hyung hyong
피 pi, 두 doo du tu, 감 kam gam, 계 kye gye, 어 eo o, 간 kan gan, 단 dan tan, 갈 kal gal, 남궁 namgung namkoong
황보 hwangbo hwangpo, 제갈 jegal chegal, 선우 sunwoo seonu sonu, 독고 dokgo tokko, 사공 sagong, 서문 seomun somun
`

/** Sounds of given names as their bearers like to write them, where that is not the rule of 2000. */
export const CUSTOMARY_SOUNDS = `
영 young, 현 hyun, 준 joon, 성 sung, 정 jung, 경 kyung, 승 seung, 희 hee, 수 soo, 우 woo, 은 eun, 선 sun, 철 chul
훈 hoon, 주 joo, 병 byung, 명 myung, 용 yong, 형 hyung, 규 kyu, 기 ki, 광 kwang, 근 keun, 구 koo, 국 kook, 춘 choon
순 soon, 문 moon, 운 woon, 석 suk, 덕 duk, 동 dong, 태 tae, 진 jin, 종 jong, 지 ji, 길 kil, 걸 kul, 균 kyun, 권 kwon
윤 yoon, 유 yoo, 연 yeon, 열 yeol, 옥 ok, 호 ho, 환 hwan, 혁 hyuk, 숙 sook, 복 bok, 범 bum, 무 moo, 미 mi, 나 na
`

/** Foreign names in Korean letters, for a rule cannot find the sounds they came from. */
export const FOREIGN_IN_HANGUL = `
블라디미르 vladimir, 블라디미로비치 vladimirovich, 푸틴 putin, 알렉산드르 aleksandr, 알렉산더 alexander, 세르게이 sergei, 라브로프 lavrov, 메드베데프 medvedev, 루카셴코 lukashenko, 젤렌스키 zelensky, 라덴 laden, 카다피 qadhafi, 하메네이 khamenei, 알렉세이 alexei, 이고르 igor, 예브게니 yevgeny, 빅토르 viktor, 올가 olga, 마흐무드 mahmoud, 무스타파 mustafa
드미트리 dmitri, 이반 ivan, 미하일 mikhail, 니콜라이 nikolai, 안드레이 andrei, 보리스 boris, 유리 yuri, 올레그 oleg
무함마드 muhammad, 모하메드 mohamed, 모하마드 mohammad, 아흐메드 ahmed, 아흐마드 ahmad, 알리 ali, 하산 hassan
후세인 hussein, 압둘라 abdullah, 이브라힘 ibrahim, 오마르 omar, 칼리드 khalid, 유수프 yusuf, 존 john, 마이클 michael
데이비드 david, 제임스 james, 로버트 robert, 윌리엄 william, 리처드 richard, 토머스 thomas, 마리아 maria, 안나 anna
호세 jose, 후안 juan, 카를로스 carlos, 루이스 luis, 응우옌 nguyen, 사담 saddam, 빈라덴 bin laden, 러시아 russia
`

/** Latin letters by their Korean names; those of one syllable that any word may have stand for a letter only beside others. */
export const LETTERS_IN_HANGUL = `
에이 a, 비 b, 씨 c, 디 d, 이 e, 에프 f, 지 g, 에이치 h, 아이 i, 제이 j, 케이 k, 엘 l, 엠 m, 엔 n, 오 o, 피 p, 큐 q, 알 r, 에스 s, 티 t, 유 u, 브이 v, 더블유 w, 엑스 x, 와이 y, 제트 z
`
