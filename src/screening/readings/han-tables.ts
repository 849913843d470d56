/** Surnames of two characters. */
export const DOUBLE_SURNAMES =
  '欧阳 司马 上官 诸葛 司徒 东方 尉迟 公孙 慕容 夏侯 皇甫 长孙 宇文 令狐 淳于 单于 申屠 端木 独孤 南宫 西门 完颜 范姜 张简'

/** Surnames whose sound is not the character's commonest. */
export const SURNAME_SOUNDS =
  '单 shan, 解 xie, 查 zha, 仇 qiu, 曾 zeng, 区 ou, 任 ren, 盖 ge, 乐 yue, 朴 piao, 尉 yu, 万 wan, 种 chong, 秘 bi, 召 shao, ' +
  '黑 he, 员 yun, 缪 miao, 折 she, 谌 chen, 隗 wei, 逄 pang, 翟 zhai, 覃 qin, 盛 sheng, 宁 ning, 华 hua, 纪 ji, 应 ying, 洗 xian, ' +
  '尉迟 yuchi, 长孙 zhangsun, 单于 chanyu'

/** Words in which a character does not sound as it does alone. */
export const WORD_SOUNDS =
  '银行 yinhang, 重庆 chongqing, 长沙 changsha, 长春 changchun, 长城 changcheng, 长江 changjiang, 长安 changan, 长征 changzheng, ' +
  '长虹 changhong, 长兴 changxing, 长青 changqing, 行业 hangye, 商行 shanghang, 音乐 yinyue, 快乐 kuaile, 银都 yindu, 厦门 xiamen, ' +
  '台州 taizhou, 六安 luan, 蚌埠 bengbu, 铅山 yanshan, 番禺 panyu, 会计 kuaiji, 参数 canshu, 调度 diaodu, 朝阳 chaoyang, ' +
  '朝鲜 chaoxian, 大夫 daifu, 发展 fazhan, 长荣 changrong, 长江 changjiang, 重工 zhonggong, 还原 huanyuan, 传动 chuandong, ' +
  '传感 chuangan, 数据 shuju, 都江 dujiang, 首都 shoudu, 成都 chengdu, 长远 changyuan, 长达 changda, 长盛 changsheng, 西藏 xizang'

/** Foreign names as Chinese news agencies write them. */
export const FOREIGN_IN_HAN = `
弗拉基米尔 vladimir, 弗拉基米罗维奇 vladimirovich, 普京 putin, 亚历山大 alexander, 谢尔盖 sergei, 德米特里 dmitri, 伊万 ivan, 米哈伊尔 mikhail
尼古拉 nikolai, 安德烈 andrei, 鲍里斯 boris, 尤里 yuri, 奥列格 oleg, 伊戈尔 igor, 维克托 viktor, 穆罕默德 muhammad, 默罕默德 muhammad
艾哈迈德 ahmad, 阿赫迈德 ahmed, 阿里 ali, 哈桑 hasan, 侯赛因 hussein, 阿卜杜拉 abdullah, 阿卜杜勒 abdul, 阿布杜 abdul, 阿不都 abdul, 阿卜杜 abdul
易卜拉欣 ibrahim, 伊布拉欣 ibrahim, 奥马尔 omar, 欧麦尔 umar, 哈立德 khalid, 优素福 yusuf, 奥萨马 osama, 本拉登 bin laden, 萨达姆 saddam
哈克 haq, 买买提 muhammad, 麦麦提 muhammad, 吐尔逊 tursun, 艾山 hasan, 买合苏木 mahsum, 马合木提 mahmut, 依明 imin, 艾买提 ahmat, 玉素甫 yusup
吾尔 ghul, 弗拉基米罗夫娜 vladimirovna, 叶夫根尼 yevgeny, 叶甫根尼 yevgeny, 阿列克谢 alexei, 阿列克谢耶维奇 alekseyevich, 瓦西里 vasily, 瓦列里 valery, 维亚切斯拉夫 vyacheslav
弗拉季斯拉夫 vladislav, 弗拉迪斯拉夫 vladislav, 斯坦尼斯拉夫 stanislav, 雅罗斯拉夫 yaroslav, 康斯坦丁 konstantin, 安纳托利 anatoly, 阿纳托利 anatoly, 格里戈里 grigory, 根纳季 gennady, 列昂尼德 leonid
帕维尔 pavel, 彼得 peter, 罗曼 roman, 鲁斯兰 ruslan, 拉姆赞 ramzan, 季莫费 timofey, 德米特里耶维奇 dmitrievich, 谢尔盖耶维奇 sergeevich, 亚历山德罗维奇 aleksandrovich, 伊万诺维奇 ivanovich
尼古拉耶维奇 nikolaevich, 米哈伊洛维奇 mikhailovich, 维克托罗维奇 viktorovich, 彼得罗维奇 petrovich, 安德烈耶维奇 andreevich, 尤里耶维奇 yurievich, 叶夫根耶维奇 evgenievich, 奥列戈维奇 olegovich, 伊戈列维奇 igorevich
伊戈尔耶维奇 igorevich, 叶卡捷琳娜 ekaterina, 玛利亚 maria, 奥尔加 olga, 叶莲娜 elena, 娜塔莉娅 natalia, 塔季扬娜 tatiana, 伊琳娜 irina, 斯维特兰娜 svetlana, 马哈茂德 mahmoud, 马赫迪 mahdi, 穆斯塔法 mustafa, 阿布 abu
阿卜杜拉赫曼 abdulrahman, 阿卜杜勒拉赫曼 abdulrahman, 卡里姆 karim, 贾法尔 jafar, 赛义德 sayyid, 苏莱曼 suleiman, 礼萨 reza, 阿克巴尔 akbar, 巴沙尔 bashar, 纳赛尔 nasser, 艾曼 ayman, 侯赛尼 hosseini, 哈梅内伊 khamenei
乔治 george, 马克 mark, 马可 marco, 迈克 mike, 保罗 paul, 史蒂文 steven, 史蒂夫 steve, 斯蒂芬 stephen, 克里斯托弗 christopher, 丹尼尔 daniel, 安东尼 anthony, 爱德华 edward, 查尔斯 charles, 约瑟夫 joseph, 南希 nancy, 本杰明 benjamin
何塞普 josep, 卡尔 karl, 汉斯 hans, 弗朗索瓦 francois, 皮埃尔 pierre, 胡塞 jose, 路易斯 luis, 马里奥 mario, 安东尼奥 antonio, 费尔南多 fernando, 尼古拉斯 nicolas, 迭戈 diego, 约翰 john, 迈克尔 michael, 大卫 david, 詹姆斯 james, 罗伯特 robert, 威廉 william, 理查德 richard, 托马斯 thomas, 玛丽亚 maria
安娜 anna, 何塞 jose, 胡安 juan, 卡洛斯 carlos, 热比娅 rebiya, 卡德尔 kadeer, 伊力哈木 ilham, 土赫提 tohti, 塔利班 taliban, 真主党 hizballah
`

/**
 * Characters that foreign names are written with, by what each stands for there (`夫` is v), with what it is
 * at the end of a name where that differs (`尔` is r there, l before another consonant).
 */
export const TRANSCRIBING = `
a阿 ya亚雅 e埃厄 ai艾 an安昂 o奥欧 ba巴 bai拜 ban班 bo博 be贝 ben本 bi比 bin宾 b布 po波 tse采策 ts茨 chu楚 da达 dai戴 dan丹 d德 den邓 di迪 ti蒂提 ding丁 don东敦 du杜
ton顿 do多 n-en恩 l-r尔 fa法 van凡范万 fan方 fi菲飞 fe费 fen芬 fo佛福 v夫 f弗 fu富 ge盖 gan甘 gon冈贡 gao高 go戈哥 g格 gen根 gu古 gui圭 ha哈 hai海 han汉 ho豪霍 h赫 he黑 hen亨 hu胡 hua华
ki基 ji吉 ga加 ja贾 jo焦乔 te捷铁 jin金 zin津 ka卡 kai凯 kan坎 kon康孔 kao考 ko科 co可 k克 ken肯 ku库 kui奎 kun昆 la拉 le莱列蕾 lan兰 lang朗 lao劳 l-ler勒 re雷 li黎利莉丽历 ri里理
len连 lin琳林 lu卢 ru鲁 lou路 lun伦 ro罗 lo洛 ryu吕 lyu柳 lon龙 ron隆 ma马玛 mai迈麦 man曼 mang芒 mao毛茂 me梅 men门缅 mon蒙 mi米密 min敏明 mo莫 m姆 mu木穆 na纳娜 nai奈 nan南 nao瑙
ne内涅聂 nen嫩 ni尼妮 nin宁 new纽 non农 nu努 no诺 pa帕 pan潘 pang庞 pe佩彼 pen彭 pom蓬 pi皮 pin平 per珀 p普 zi齐孜 ch奇 cha恰 je杰 che切 chin琴钦 tyu丘 jon琼 sa萨 se塞谢瑟 sai赛 san桑 sen森 sha沙莎夏
shan善尚 sho绍朔 she舍蛇雪 shen申 son生逊 sh什施 s斯史司思 shu舒 shun顺 so索 su苏 ta塔 tai泰 tan坦 tom汤 t特得 tin廷 tong通 tu图 to托 va瓦 won旺 wi威 ve韦 vi维 we魏 win温 ven文 ong翁 vo沃 u乌吾 wu伍
si西 hi希 shin欣 sin辛 hu休 yan扬 ye耶叶 i伊依 in因英 yu尤于 yo约 vie越 za扎 zan赞 ze泽 jan詹 zhe哲 zhen珍 zhu朱茹 zhin任 z兹 zo佐 zu祖 dya佳 di季 dyu久 ren仁
`

/** Surnames as Hong Kong writes them where the rule gives another spelling. */
export const HONG_KONG_SURNAMES =
  '李 lee, 周 chow, 曾 tsang, 谢 tse, 曹 tso, 蒋 tseung, 崔 chui, 邹 chow, 徐 tsui, 詹 jim, 施 sze, 余 yu, 俞 yu, 苏 so, 高 ko, ' +
  '杜 to, 陶 to, 蔡 choi, 戴 tai, 霍 fok, 屈 wat, 骆 lok, 吕 lui, 游 yau, 邱 yau, 丘 yau, 温 wan, 尹 wan, 凌 ling, 关 kwan, ' +
  '区 au, 欧 au, 岑 shum, 沈 shum, 石 shek, 冼 sin'
