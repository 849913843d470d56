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
吾尔 ghul, 约翰 john, 迈克尔 michael, 大卫 david, 詹姆斯 james, 罗伯特 robert, 威廉 william, 理查德 richard, 托马斯 thomas, 玛丽亚 maria
安娜 anna, 何塞 jose, 胡安 juan, 卡洛斯 carlos, 热比娅 rebiya, 卡德尔 kadeer, 伊力哈木 ilham, 土赫提 tohti, 塔利班 taliban, 真主党 hizballah
`
