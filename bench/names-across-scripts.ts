/**
 * Well-known organisations and persons by their own name in Han characters, Kana or Hangul and by their
 * Latin one, from general knowledge: firms, universities, institutes, statesmen. That a name stands here
 * says nothing about whoever bears it. The pairs that are not the same are those of names that look alike.
 */
export const ORGANISATIONS_ACROSS_SCRIPTS = `
杭州海康威视数字技术股份有限公司 | Hangzhou Hikvision Digital Technology Co., Ltd.
浙江大华技术股份有限公司 | Zhejiang Dahua Technology Co., Ltd.
北京旷视科技有限公司 | Beijing Megvii Technology Co., Ltd.
科大讯飞股份有限公司 | iFLYTEK Co., Ltd.
厦门市美亚柏科信息股份有限公司 | Xiamen Meiya Pico Information Co. Ltd.
上海依图网络科技有限公司 | Shanghai Yitu Network Technology Co., Ltd.
曙光信息产业股份有限公司 | Dawning Information Industry Co., Ltd.
成都海光集成电路有限公司 | Chengdu Haiguang Integrated Circuit Co., Ltd.
成都海光微电子技术有限公司 | Chengdu Haiguang Microelectronics Technology Co., Ltd.
无锡江南计算技术研究所 | Wuxi Jiangnan Institute of Computing Technology
中芯国际集成电路制造有限公司 | Semiconductor Manufacturing International Corporation
中国电子科技集团公司第十三研究所 | China Electronics Technology Group Corporation 13th Research Institute
中国电子科技集团公司第五十五研究所 | China Electronic Technology Group Corporation 55th Research Institute
国防科技大学 | National University of Defense Technology
国家超级计算长沙中心 | National Supercomputing Center Changsha
国家超级计算广州中心 | National Supercomputing Center Guangzhou
长江存储科技有限责任公司 | Yangtze Memory Technologies Co., Ltd.
合肥本源量子计算科技有限责任公司 | Hefei Origin Quantum Computing Technology Co., Ltd.
上海微电子装备(集团)股份有限公司 | Shanghai Micro Electronics Equipment (Group) Co., Ltd.
深圳市大疆创新科技有限公司 | SZ DJI Technology Co., Ltd.
北京理工大学 | Beijing Institute of Technology
哈尔滨工程大学 | Harbin Engineering University
哈尔滨工业大学 | Harbin Institute of Technology
西北工业大学 | Northwestern Polytechnical University
南京理工大学 | Nanjing University of Science and Technology
南京航空航天大学 | Nanjing University of Aeronautics and Astronautics
北京航空航天大学 | Beihang University
天津大学 | Tianjin University
四川大学 | Sichuan University
电子科技大学 | University of Electronic Science and Technology of China
天津飞腾信息技术有限公司 | Tianjin Phytium Information Technology Co., Ltd.
上海集成电路技术与产业促进中心 | Shanghai Integrated Circuit Technology and Industry Promotion Center
广州海格通信集团股份有限公司 | Guangzhou Haige Communications Group Incorporated Company
云从科技集团股份有限公司 | CloudWalk Technology Co., Ltd.
烽火通信科技股份有限公司 | FiberHome Telecommunication Technologies Co., Ltd.
南京烽火星空通信发展有限公司 | Nanjing FiberHome Starrysky Communication Development Company
奇虎360科技有限公司 | Qihoo 360 Technology Co. Ltd.
北京计算科学研究中心 | Beijing Computational Science Research Center
中交疏浚(集团)股份有限公司 | China Communications Construction Company Dredging Group Co., Ltd.
浪潮集团有限公司 | Inspur Group Co., Ltd.
龙芯中科技术股份有限公司 | Loongson Technology Corporation Limited
中国空气动力研究与发展中心 | China Aerodynamics Research and Development Center
沈阳飞机工业(集团)有限公司 | Shenyang Aircraft Industry (Group) Co., Ltd.
西安飞机工业(集团)有限责任公司 | Xi'an Aircraft Industry (Group) Company Ltd.
中国航天科工集团有限公司 | China Aerospace Science and Industry Corporation Limited
上海复旦微电子集团股份有限公司 | Shanghai Fudan Microelectronics Group Company Limited
中国科学院半导体研究所 | Institute of Semiconductors, Chinese Academy of Sciences
中国科学院计算技术研究所 | Institute of Computing Technology, Chinese Academy of Sciences
中国科学院长春光学精密机械与物理研究所 | Changchun Institute of Optics, Fine Mechanics and Physics
中国科学院上海微系统与信息技术研究所 | Shanghai Institute of Microsystem and Information Technology
山东航天电子技术研究所 | Shandong Institute of Space Electronic Technology
北京自动化控制设备研究所 | Beijing Institute of Automation and Control Equipment
北京航天自动控制研究所 | Beijing Aerospace Automatic Control Institute
中国船舶重工集团公司第七一五研究所 | 715th Research Institute of China Shipbuilding Industry Corporation
中国运载火箭技术研究院 | China Academy of Launch Vehicle Technology
中国航空工业集团公司 | Aviation Industry Corporation of China
中国核工业集团公司 | China National Nuclear Corporation
中国广核集团有限公司 | China General Nuclear Power Group
中国北方工业公司 | China North Industries Corporation
中国精密机械进出口总公司 | China Precision Machinery Import-Export Corporation
中国长城工业集团有限公司 | China Great Wall Industry Corporation
中国船舶工业集团有限公司 | China State Shipbuilding Corporation Limited
武汉船用机械有限责任公司 | Wuhan Marine Machinery Plant Co., Ltd.
上海外高桥造船有限公司 | Shanghai Waigaoqiao Shipbuilding Co., Ltd.
江南造船(集团)有限责任公司 | Jiangnan Shipyard (Group) Co., Ltd.
渤海造船厂集团有限公司 | Bohai Shipyard Group Co., Ltd.
大连船舶重工集团有限公司 | Dalian Shipbuilding Industry Co., Ltd.
鹏芯微集成电路制造有限公司 | Pengxinwei IC Manufacturing Co., Ltd.
长鑫存储技术有限公司 | ChangXin Memory Technologies, Inc.
北方华创科技集团股份有限公司 | NAURA Technology Group Co., Ltd.
中微半导体设备(上海)股份有限公司 | Advanced Micro-Fabrication Equipment Inc. China
盛美半导体设备(上海)股份有限公司 | ACM Research (Shanghai), Inc.
拓荆科技股份有限公司 | Piotech Inc.
上海壁仞智能科技有限公司 | Shanghai Biren Intelligent Technology Co., Ltd.
摩尔线程智能科技(北京)有限责任公司 | Moore Threads Intelligent Technology (Beijing) Co., Ltd.
中科寒武纪科技股份有限公司 | Cambricon Technologies Corporation Limited
新疆生产建设兵团 | Xinjiang Production and Construction Corps
新疆维吾尔自治区公安厅 | Xinjiang Uyghur Autonomous Region Public Security Bureau
合肥宝龙达信息技术有限公司 | Hefei Bitland Information Technology Co., Ltd.
合肥美菱股份有限公司 | Hefei Meiling Co. Ltd.
和田浩林发饰品有限公司 | Hetian Haolin Hair Accessories Co. Ltd.
南昌欧菲光科技有限公司 | Nanchang O-Film Tech Co., Ltd.
新疆大全新能源股份有限公司 | Xinjiang Daqo New Energy Co., Ltd.
新疆东方希望有色金属有限公司 | Xinjiang East Hope Nonferrous Metals Co., Ltd.
合盛硅业(鄯善)有限公司 | Hoshine Silicon Industry (Shanshan) Co., Ltd.
北京流深光电科技有限公司 | Beijing Liushen Optoelectronics Technology Co., Ltd.
广州天海翔航空科技有限公司 | Guangzhou Tian-Hai-Xiang Aviation Technology Co., Ltd.
成都飞机工业(集团)有限责任公司 | Chengdu Aircraft Industry (Group) Co., Ltd.
中国航发沈阳发动机研究所 | AECC Shenyang Engine Research Institute
贵州黎阳国际制造有限公司 | Guizhou Liyang International Manufacturing Co., Ltd.
西安航天动力技术研究所 | Xi'an Aerospace Propulsion Technology Institute
陕西航天时代导航设备有限公司 | Shaanxi Aerospace Times Navigation Equipment Co., Ltd.
北京天华国际贸易有限公司 | Beijing Tianhua International Trading Co., Ltd.
深圳市科比特航空科技有限公司 | Shenzhen Keybridge Aviation Technology Co., Ltd.
天津市滨海新区塘沽金达贸易有限公司 | Tianjin Binhai New Area Tanggu Jinda Trading Co., Ltd.
武汉高德红外股份有限公司 | Wuhan Guide Infrared Co., Ltd.
北京中科信电子装备有限公司 | Beijing Zhongkexin Electronics Equipment Co., Ltd.
香港海洋船务有限公司 | Hong Kong Ocean Shipping Limited
香港金龙国际物流有限公司 | Hong Kong Golden Dragon International Logistics Limited
上海蓝天电子有限公司 | Shanghai Blue Sky Electronics Co., Ltd.
大连海鹰机电设备有限公司 | Dalian Sea Eagle Mechanical and Electrical Equipment Co., Ltd.
青岛白鹤船务有限公司 | Qingdao White Crane Shipping Co., Ltd.
深圳市红星半导体有限公司 | Shenzhen Red Star Semiconductor Co., Ltd.
宁波新世纪进出口有限公司 | Ningbo New Century Import and Export Co., Ltd.
广州银河航天科技有限公司 | Guangzhou Galaxy Aerospace Technology Co., Ltd.
丹东双星贸易有限公司 | Dandong Double Star Trading Co., Ltd.
香港金海航运有限公司 | Golden Sea Shipping (Hong Kong) Limited
明阳智慧能源集团股份公司 | Mingyang Smart Energy Group Limited
三菱重工業株式会社 | Mitsubishi Heavy Industries, Ltd.
三菱電機株式会社 | Mitsubishi Electric Corporation
川崎重工業株式会社 | Kawasaki Heavy Industries, Ltd.
日本電気株式会社 | NEC Corporation
富士通株式会社 | Fujitsu Limited
日立製作所 | Hitachi, Ltd.
東芝電子デバイス株式会社 | Toshiba Electronic Devices Corporation
東京エレクトロン株式会社 | Tokyo Electron Limited
信越化学工業株式会社 | Shin-Etsu Chemical Co., Ltd.
住友電気工業株式会社 | Sumitomo Electric Industries, Ltd.
住友化学株式会社 | Sumitomo Chemical Company, Limited
石川島播磨重工業株式会社 | Ishikawajima-Harima Heavy Industries Co., Ltd.
村田製作所 | Murata Manufacturing Co., Ltd.
島津製作所 | Shimadzu Corporation
日本航空電子工業株式会社 | Japan Aviation Electronics Industry, Limited
浜松ホトニクス株式会社 | Hamamatsu Photonics K.K.
東レ株式会社 | Toray Industries, Inc.
帝人株式会社 | Teijin Limited
日本製鉄株式会社 | Nippon Steel Corporation
日本郵船株式会社 | Nippon Yusen Kabushiki Kaisha
ヤマハ発動機株式会社 | Yamaha Motor Co., Ltd.
トヨタ自動車株式会社 | Toyota Motor Corporation
ソニーセミコンダクタソリューションズ株式会社 | Sony Semiconductor Solutions Corporation
オリンパス株式会社 | Olympus Corporation
キヤノン株式会社 | Canon Inc.
株式会社ニコン | Nikon Corporation
ファナック株式会社 | FANUC Corporation
オークマ株式会社 | Okuma Corporation
ルネサスエレクトロニクス株式会社 | Renesas Electronics Corporation
株式会社アドバンテスト | Advantest Corporation
宇宙航空研究開発機構 | Japan Aerospace Exploration Agency
産業技術総合研究所 | National Institute of Advanced Industrial Science and Technology
三井物産株式会社 | Mitsui & Co., Ltd.
伊藤忠商事株式会社 | ITOCHU Corporation
丸紅株式会社 | Marubeni Corporation
日本発条株式会社 | NHK Spring Co., Ltd.
삼성전자 주식회사 | Samsung Electronics Co., Ltd.
현대중공업 | Hyundai Heavy Industries
한화에어로스페이스 | Hanwha Aerospace
한국항공우주산업 | Korea Aerospace Industries
대우조선해양 | Daewoo Shipbuilding & Marine Engineering
에스케이하이닉스 | SK hynix
엘지화학 | LG Chem
현대자동차 | Hyundai Motor Company
두산에너빌리티 | Doosan Enerbility
한국전력공사 | Korea Electric Power Corporation
한국수력원자력 | Korea Hydro & Nuclear Power
한국원자력연구원 | Korea Atomic Energy Research Institute
국방과학연구소 | Agency for Defense Development
조선광업개발무역회사 | Korea Mining Development Trading Corporation
조선대성은행 | Korea Daesong Bank
단천상업은행 | Tanchon Commercial Bank
조선련봉총기업 | Korea Ryonbong General Corporation
남천강무역회사 | Namchongang Trading Corporation
조선흥진무역회사 | Korea Hungjin Trading Company
포스코 | POSCO
삼성에스디아이 | Samsung SDI
엘아이지넥스원 | LIG Nex1
현대로템 | Hyundai Rotem
한미반도체 | Hanmi Semiconductor
대한항공 | Korean Air
원양해운관리회사 | Ocean Maritime Management Company
朝鮮鉱業開発貿易会社 | Korea Mining Development Trading Corporation
端川商業銀行 | Tanchon Commercial Bank
朝鮮蓮峰総企業 | Korea Ryonbong General Corporation
朝鮮対聖銀行 | Korea Daesong Bank
綾羅島貿易会社 | Rungrado Trading Corporation
朝鮮民航 | Air Koryo
寧辺原子力研究所 | Yongbyon Nuclear Research Center
第二自然科学院 | Second Academy of Natural Sciences
金策工業総合大学 | Kim Chaek University of Technology
朝鮮第二経済委員会 | Second Economic Committee
`

export const PERSONS_ACROSS_SCRIPTS = `
习近平 | Xi Jinping
王毅 | Wang Yi
陈全国 | Chen Quanguo
林鄭月娥 | Lam Cheng Yuet-ngor
李家超 | Lee Ka-chiu
孟晚舟 | Meng Wanzhou
任正非 | Ren Zhengfei
張忠謀 | Chang Chung-mou
蔡英文 | Tsai Ing-wen
郭台銘 | Kuo Tai-ming
馬英九 | Ma Ying-jeou
曾志偉 | Tsang Chi-wai
김정은 | Kim Jong Un
김여정 | Kim Yo Jong
리선권 | Ri Son Gwon
최룡해 | Choe Ryong Hae
박근혜 | Park Geun-hye
이명박 | Lee Myung-bak
노무현 | Roh Moo-hyun
문재인 | Moon Jae-in
윤석열 | Yoon Suk Yeol
이재용 | Lee Jae-yong
정의선 | Chung Euisun
金正恩 | Kim Jong Un
金正日 | Kim Jong Il
朴槿恵 | Park Geun-hye
安倍晋三 | Abe Shinzo
岸田文雄 | Kishida Fumio
石破茂 | Ishiba Shigeru
麻生太郎 | Aso Taro
山本五十六 | Yamamoto Isoroku
田中角栄 | Tanaka Kakuei
佐藤栄作 | Sato Eisaku
鈴木一郎 | Suzuki Ichiro
小泉純一郎 | Koizumi Junichiro
弗拉基米尔·普京 | Vladimir Putin
谢尔盖·拉夫罗夫 | Sergey Lavrov
德米特里·梅德韦杰夫 | Dmitry Medvedev
谢尔盖·绍伊古 | Sergei Shoigu
亚历山大·卢卡申科 | Alexander Lukashenko
叶夫根尼·普里戈任 | Yevgeny Prigozhin
拉姆赞·卡德罗夫 | Ramzan Kadyrov
阿列克谢·米勒 | Alexey Miller
伊戈尔·谢钦 | Igor Sechin
奥列格·杰里帕斯卡 | Oleg Deripaska
巴沙尔·阿萨德 | Bashar Assad
穆阿迈尔·卡扎菲 | Muammar Gaddafi
本雅明·内塔尼亚胡 | Benjamin Netanyahu
艾曼·扎瓦希里 | Ayman Zawahiri
约翰·博尔顿 | John Bolton
迈克·蓬佩奥 | Mike Pompeo
南希·佩洛西 | Nancy Pelosi
马可·鲁比奥 | Marco Rubio
ウラジーミル・プーチン | Vladimir Putin
セルゲイ・ラブロフ | Sergey Lavrov
ドミトリー・メドベージェフ | Dmitry Medvedev
アレクサンドル・ルカシェンコ | Alexander Lukashenko
バッシャール・アサド | Bashar Assad
イーゴリ・セチン | Igor Sechin
오사마 빈 라덴 | Osama bin Laden
블라디미르 푸틴 | Vladimir Putin
세르게이 라브로프 | Sergey Lavrov
`
