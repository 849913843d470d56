/**
 * Firms and institutions of China and Japan that are known by another name than their words would give:
 * by a brand, by initials, or by an English name of their own choice. Written from general knowledge of
 * their public names.
 */
export const HAN_INSTITUTIONS = `
国防科大 national university of defense technology, 北理工 beijing institute of technology, 西工大 northwestern polytechnical university, 哈工程 harbin engineering university, 南理工 nanjing university of science and technology, 中科大 university of science and technology of china, 电子科大 university of electronic science and technology of china, 上海交大 shanghai jiao tong university, 西安交大 xian jiaotong university, 中国电科 china electronics technology group
清华大学 tsinghua university, 北京大学 peking university, 中山大学 sun yat sen university, 哈工大 harbin institute of technology, 哈尔滨工业大学 harbin institute of technology, 北京理工大学 beijing institute of technology, 中石油 petrochina, 中国石油化工 sinopec, 中远 cosco, 华为 huawei, 中兴 zhongxing zte
中国航发 aecc, 兵器工业 ordnance industry, 兵器装备 ordnance equipment, 船舶重工 shipbuilding heavy industry, 保利 poly, 中核 cnnc, 中航 avic, 中船 cssc, 中电科 cetc, 北方工业 norinco, 中海油 cnooc, 中石化 sinopec, 中化 sinochem, 中粮 cofco, 中车 crrc, 中交 cccc, 中建 cscec, 中广核 cgn, 联想 lenovo, 海尔 haier, 格力 gree, 海康威视 hikvision, 大华 dahua, 商汤 sensetime, 旷视 megvii, 科大讯飞 iflytek, 曙光 sugon, 飞腾 phytium, 龙芯 loongson, 长江存储 yangtze memory, 寒武纪 cambricon, 浪潮 inspur, 大疆 dji
西北工业大学 northwestern polytechnical university, 北京航空航天大学 beihang university, 北航 beihang, 电子科技大学 university of electronic science and technology of china
中国科学技术大学 university of science and technology of china, 华南理工大学 south china university of technology, 大连理工大学 dalian university of technology
华中科技大学 huazhong university of science and technology, 西安电子科技大学 xidian university, 西安交通大学 xian jiaotong university, 上海交通大学 shanghai jiao tong university
北京邮电大学 beijing university of posts and telecommunications, 武汉理工大学 wuhan university of technology, 太原理工大学 taiyuan university of technology, 中南大学 central south university
长春理工大学 changchun university of science and technology, 中北大学 north university of china, 中国矿业大学 china university of mining and technology, 沈阳航空航天大学 shenyang aerospace university
南昌航空大学 nanchang hangkong university, 桂林电子科技大学 guilin university of electronic technology, 杭州电子科技大学 hangzhou dianzi university, 哈尔滨理工大学 harbin university of science and technology
中芯国际集成电路制造 semiconductor manufacturing international, 中芯国际 semiconductor manufacturing international, 中芯北方 semiconductor manufacturing north china, 中芯南方 semiconductor manufacturing south china
中国航空发动机集团 aero engine group corporation of china, 中国商用飞机 commercial aircraft corporation of china, 中国航空技术进出口 china national aero technology import and export, 中航技 catic
中国电子进出口 china national electronics import and export, 中国电子信息产业集团 china electronics corporation, 中国海洋石油 china national offshore oil, 中国石油天然气 china national petroleum
中国兵器工业集团 china north industries group, 中国兵器装备集团 china south industries group, 中国船舶工业集团 china state shipbuilding, 中国船舶集团 china state shipbuilding, 中国船舶重工集团 china shipbuilding industry
中国广核 china general nuclear power, 中国核工业 china national nuclear, 中国北方工业 china north industries, 中国移动 china mobile, 中国电信 china telecom, 中国联通 china unicom, 中交疏浚 china communications construction company dredging
烽火 fiberhome, 紫光 unigroup, 清华紫光 tsinghua unigroup, 同方 tongfang, 方正 founder, 中兴通讯 zte, 京东方 boe, 比亚迪 byd, 宁德时代 contemporary amperex, 吉利 geely, 奇瑞 chery, 北方华创 naura, 中科曙光 sugon
华虹 hua hong, 华润 china resources, 招商局 china merchants, 中信 citic, 光大 everbright, 海思 hisilicon, 展锐 unisoc, 兆易创新 gigadevice, 澜起 montage, 汇顶 goodix, 全志 allwinner, 瑞芯微 rockchip, 景嘉微 jingjia
摩尔线程 moore threads, 壁仞 biren, 沐曦 metax, 燧原 enflame, 地平线 horizon, 云从 cloudwalk, 第四范式 4paradigm, 百度 baidu, 阿里巴巴 alibaba, 阿里云 alibaba cloud, 腾讯 tencent, 字节跳动 bytedance, 小米 xiaomi, 奇虎 qihoo
金山 kingsoft, 用友 yonyou, 东软 neusoft, 新华三 h3c, 锐捷 ruijie, 海光 hygon, 兆芯 zhaoxin, 申威 sunway, 高德红外 guide infrared, 海能达 hytera, 普天 potevio, 熊猫 panda, 康佳 konka, 创维 skyworth, 海信 hisense, 美的 midea
欧菲光 ofilm, 舜宇 sunny, 歌尔 goertek, 立讯 luxshare, 闻泰 wingtech, 长电 jcet, 沪硅 nsig, 拓荆 piotech, 合盛 hoshine, 协鑫 gcl, 隆基 longi, 天合 trina, 晶澳 ja, 晶科 jinko, 金风 goldwind, 远景 envision, 华大基因 bgi, 药明康德 wuxi apptec
天地伟业 tiandy, 宇视 uniview, 熵基 zkteco, 大族 hans, 先导 lead, 汇川 inovance, 埃斯顿 estun, 新松 siasun, 华测 huace, 中海达 hi target, 合众思壮 unistrong, 振华 zhenhua, 长园 changyuan, 航天信息 aisino, 奇安信 qi an xin, 绿盟 nsfocus, 深信服 sangfor
ソニー sony, トヨタ toyota, ホンダ honda, スズキ suzuki, マツダ mazda, パナソニック panasonic, シャープ sharp, キヤノン canon, キャノン canon, オリンパス olympus, リコー ricoh, ブリヂストン bridgestone, アドバンテスト advantest, ルネサス renesas
ファナック fanuc, キーエンス keyence, オムロン omron, ローム rohm, クボタ kubota, レーザーテック lasertec, クラレ kuraray, カシオ casio, セイコー seiko, エプソン epson, シチズン citizen, サムスン samsung, ヒュンダイ hyundai, ダイキン daikin
东レ toray, 岛津 shimadzu, 岛津制作所 shimadzu corporation, 石川岛播磨 ishikawajima harima, 伊藤忠 itochu, 双日 sojitz, 丰田通商 toyota tsusho, 兼松 kanematsu, 日挥 jgc, 荏原 ebara, 堀场 horiba, 牧野 makino, 森精机 mori seiki, 安川 yaskawa
明电舍 meidensha, 横河 yokogawa, 浜松 hamamatsu, 信越 shinetsu, 旭化成 asahi kasei, 昭和电工 showa denko, 神户制钢 kobe steel, 日本电气 nec, 日本邮船 nippon yusen, 日本电信电话 nippon telegraph and telephone, 古河 furukawa, 藤仓 fujikura, 帝人 teijin, 东洋 toyo
凸版 toppan, 商船三井 mitsui osk lines, 全日本空输 all nippon airways, 宇宙航空研究开发机构 japan aerospace exploration agency, 产业技术总合研究所 national institute of advanced industrial science and technology, 理化学研究所 riken, 村田制作所 murata manufacturing
新凯来 sicarrier, 云天励飞 intellifusion, 天数智芯 iluvatar, 美亚柏科 meiya pico, 宇树 unitree, 安世 nexperia, 中微 amec, 朝鲜民航 air koryo, 宁边 yongbyon, 总企业 general corporation
海思半导体 hisilicon technologies, 长光卫星 chang guang satellite, 中科院 chinese academy of sciences, 中国银联 china unionpay, 中国商飞 comac, 中远海运 cosco shipping, 国家电网 state grid corporation of china, 中国人寿 china life insurance, 中国平安 ping an, 招商银行 china merchants bank, 浦发银行 shanghai pudong development bank, 国家开发银行 china development bank
京东 jd, 拼多多 pinduoduo, 美团 meituan, 网易 netease, 新浪 sina, 搜狐 sohu, 携程 trip, 蔚来 nio, 小鹏 xpeng, 理想汽车 li auto, 长城汽车 great wall motor, 上汽 saic, 东风汽车 dongfeng motor, 顺丰 sf, 圆通 yto, 中通 zto, 迈瑞 mindray, 联影 united imaging, 中控技术 supcon, 用友网络 yonyou, 大唐电信 datang telecom, 中天科技 zhongtian technology, 亨通 hengtong, 长飞 yofc
台积电 tsmc, 台湾积体电路制造 taiwan semiconductor manufacturing, 联发科技 mediatek, 联发科 mediatek, 联华电子 united microelectronics, 鸿海 hon hai, 富士康 foxconn, 华硕 asus, 宏碁 acer, 长荣 evergreen, 阳明海运 yang ming marine transport, 万海航运 wan hai lines, 国泰航空 cathay pacific airways, 台达电子 delta electronics, 日月光 ase, 瑞昱 realtek, 南亚科技 nanya technology, 力积电 powerchip
东京工业大学 tokyo institute of technology, 日本制钢所 japan steel works, 川崎汽船 kawasaki kisen kaisha, 大同特殊钢 daido steel, 大同生命 daido life, 三井住友 sumitomo mitsui, 日本银行 bank of japan, 东京大学 university of tokyo, 京都大学 kyoto university, 日本航空 japan airlines, 日本放送协会 nhk, 日本发条 nhk spring, 日立制作所 hitachi
`
