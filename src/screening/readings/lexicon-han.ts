/**
 * Words of organisations in Chinese and Japanese with what their English names print. Shapes of
 * characters do not matter; the longest word wins.
 */
export const HAN_ORGANISATION_WORDS = `
公司 corporation, 有限公司 co ltd, 有限责任公司 co ltd, 股份有限公司 co ltd, 责任有限公司 co ltd, 股份公司 corporation
集团有限公司 group co ltd, 集团公司 group corporation, 集团股份有限公司 group co ltd, 集团有限责任公司 group co ltd
集团 group, 总公司 corporation, 控股 holdings, 控股集团 holding group, 控股有限公司 holdings co ltd, 分公司 branch
子公司 subsidiary, 商行 trading house, 株式会社 corporation, 有限会社 co ltd, 合同会社 llc, 合名会社 partnership
合资会社 partnership, 总会社 general corporation, 会社 company, 商会 trading company, 商社 trading company, 企业 enterprise
企业集团 enterprise group, 联合企业 united enterprise, 联合企业所 complex, 企业所 enterprise, 合营会社 joint venture company
合营 joint venture, 合资 joint venture, 合弁会社 joint venture company, 合弁 joint venture, 联合会社 united company, 联合 united
联盟 union, 总局 general bureau, 局 bureau, 部 department, 司 department, 省 ministry, 处 office, 厅 agency, 委员会 committee
委员 committee, 办公室 office, 办事处 office, 事务所 office, 代表处 representative office, 本部 headquarters, 总部 headquarters
中心 center, 中央 central, 国家 national, 国立 national, 国营 state, 国有 state owned, 人民 people, 政府 government, 国务院 state council
国防部 ministry of national defence, 国防 national defence, 外交部 ministry of foreign affairs, 商务部 ministry of commerce
公安部 ministry of public security, 公安局 public security bureau, 公安厅 public security department, 公安 public security, 警察 police
国家安全部 ministry of state security, 国家安全 state security, 安全 security, 保卫 protection, 解放军 liberation army
人民解放军 people liberation army, 军队 army, 陆军 army, 海军 navy, 空军 air force, 火箭军 rocket force, 武警 armed police
军事 military, 军需 munitions, 军工 military industry, 兵器 ordnance, 武器 weapons, 装备 equipment, 侦察 reconnaissance
大学 university, 学院 college, 学校 school, 大学院 graduate school, 高等学校 high school, 工程大学 engineering university
理工大学 university of science and technology, 科技大学 university of science and technology, 工业大学 university of technology
科学技术大学 university of science and technology, 交通大学 jiaotong university, 师范大学 normal university
航空航天大学 university of aeronautics and astronautics, 国防科技大学 national university of defense technology
科学院 academy of sciences, 社会科学院 academy of social sciences, 工程院 academy of engineering, 研究院 academy
研究所 research institute, 研究室 research laboratory, 研究会 research association, 研究中心 research center, 研究 research
设计院 design institute, 设计研究院 design research institute, 研究设计院 research and design institute, 设计所 design institute, 设计 design
实验室 laboratory, 重点实验室 key laboratory, 试验 test, 试验场 test range, 测试 testing, 检测 testing, 检验 inspection
工厂 factory, 厂 factory, 工场 factory, 制作所 works, 制造所 works, 制造 manufacturing, 生产 production, 作坊 workshop, 基地 base
科技 technology, 科学 science, 科学技术 science and technology, 技术 technology, 高新技术 high technology, 高科技 high technology
信息 information, 信息技术 information technology, 情报 information, 资讯 information, 电子 electronics, 电子科技 electronics technology, 电子技术 electronic technology
电气 electric, 电工 electric, 机器 machinery, 机车 locomotive, 电器 electrical appliance, 电力 electric power, 电机 electric machinery, 电缆 cable, 电源 power source, 电池 battery
微电子 microelectronics, 光电 optoelectronics, 光电子 optoelectronics, 光学 optics, 光机 optics and mechanics, 光纤 optical fiber
激光 laser, 红外 infrared, 半导体 semiconductor, 集成电路 integrated circuit, 芯片 chip, 元器件 components, 器件 devices, 元件 components
存储 memory, 存储器 memory, 计算机 computer, 计算 computing, 超级计算 supercomputing, 电脑 computer, 软件 software, 网络 network, 互联网 internet
数据 data, 数码 digital, 数字 digital, 数控 cnc, 智能 intelligent, 人工智能 artificial intelligence, 机器人 robot, 自动化 automation
自动控制 automatic control, 控制 control, 系统 system, 系统工程 systems engineering, 通信 communication, 通讯 communication, 电信 telecommunication
移动 mobile, 联通 unicom, 无线 wireless, 雷达 radar, 导航 navigation, 遥感 remote sensing, 测控 measurement and control, 测绘 surveying
微波 microwave, 天线 antenna, 卫星 satellite, 宇宙 space, 宇宙开发 space development, 空间 space, 空间技术 space technology, 太空 space
航天 aerospace, 航天科技 aerospace science and technology, 航天科工 aerospace science and industry, 航空 aviation, 航空工业 aviation industry
航空航天 aerospace, 宇航 astronautics, 航发 aero engine, 航空发动机 aero engine, 发动机 engine, 运载火箭 launch vehicle, 火箭 rocket
导弹 missile, 飞机 aircraft, 飞行 flight, 直升机 helicopter, 无人机 unmanned aerial vehicle, 航空公司 airlines, 机场 airport
空气动力 aerodynamics, 动力 power, 动力机械 power machinery, 推进 propulsion, 燃气轮机 gas turbine, 涡轮 turbine, 电动 electric
机械 machinery, 机电 electromechanical, 精密机械 precision machinery, 精密 precision, 机床 machine tool, 工具 tool, 模具 mould, 设备 equipment, 装置 device
仪器 instrument, 仪表 instrument, 仪器仪表 instruments, 仪表厂 instrument factory, 阀门 valve, 泵 pump, 轴承 bearing, 管 pipe, 重工业 heavy industry
重工 heavy industry, 轻工业 light industry, 轻工 light industry, 工业 industry, 产业 industry, 实业 industrial, 化学 chemical, 化工 chemical, 石化 petrochemical
化学工业 chemical industry, 化学工程 chemical engineering, 物理 physics, 工程物理 engineering physics, 生物 biological, 生物技术 biotechnology, 医药 pharmaceutical
制药 pharmaceutical, 药业 pharmaceutical, 医疗 medical, 医疗器械 medical device, 医院 hospital, 病院 hospital, 诊疗所 hospital, 诊所 clinic, 卫生 health
保健 health, 健康 health, 食品 food, 饮食 catering, 粮食 grain, 农业 agriculture, 水产 fisheries, 渔业 fishery, 林业 forestry, 畜产 livestock
石油 petroleum, 石油天然气 oil and gas, 天然气 natural gas, 油气 oil and gas, 煤炭 coal, 燃料 fuel, 能源 energy, 新能源 new energy, 太阳能 solar, 风电 wind power
核 nuclear, 核电 nuclear power, 核能 nuclear energy, 核工业 nuclear industry, 核动力 nuclear power, 原子能 atomic energy, 原子力 atomic energy, 铀 uranium
发电 power generation, 发电所 power plant, 发电厂 power plant, 电站 power station, 水力 hydropower, 水电 hydropower, 水利 water conservancy
钢铁 iron and steel, 制铁 iron and steel, 制铁所 steel works, 制钢 steel, 金属 metal, 有色金属 nonferrous metal, 冶金 metallurgy, 矿业 mining, 矿山 mine, 矿物 mineral
矿产 minerals, 稀土 rare earth, 锌 zinc, 亚铅 zinc, 铜 copper, 铝 aluminium, 铝业 aluminium, 钛 titanium, 镁 magnesium, 黄金 gold, 合金 alloy, 特种 special
特种合金 special alloy, 特种车辆 special vehicle, 材料 materials, 新材料 new materials, 复合材料 composite materials, 复合 composite, 航空材料 aeronautical materials
碳纤维 carbon fiber, 纤维 fiber, 玻璃纤维 fiberglass, 玻璃 glass, 陶瓷 ceramics, 橡胶 rubber, 橡塑 rubber and plastics, 塑料 plastics, 水泥 cement, 纸业 paper
气瓶 cylinders, 气体 gas, 真空 vacuum, 环境 environment, 环保 environmental protection, 强度 strength, 结构 structure, 热 thermal, 声学 acoustics, 力学 mechanics
建设 construction, 建筑 architecture, 建材 building materials, 土木 civil, 工程 engineering, 铁路 railway, 铁道 railway, 公路 highway, 道路 road, 交通 transportation
运输 transport, 物流 logistics, 货运 freight, 货运代理 freight forwarding, 货代 freight forwarding, 国际货运代理 international freight forwarding, 供应链 supply chain, 供应 supply
仓储 warehousing, 快递 express, 速递 express, 海运 shipping, 航运 shipping, 船务 shipping, 船舶 ship, 船舶工业 shipbuilding industry, 造船 shipbuilding, 造船厂 shipyard, 造船所 shipyard
船厂 shipyard, 船 ship, 海洋 ocean, 海事 maritime, 港口 port, 港务 port, 港 port, 码头 terminal, 汽车 automobile, 自动车 motor, 车辆 vehicle, 轿车 car, 轮胎 tire, 号 ship
贸易 trading, 贸易会社 trading company, 贸易总会社 general trading corporation, 贸易公司 trading company, 国际贸易 international trading, 商贸 trading, 经贸 economic and trade, 外贸 foreign trade
贸易有限公司 trading co ltd, 对外贸易 foreign trade, 对外经济 external economic, 对外 foreign, 经济 economic, 经济技术 economic and technology, 合作 cooperation, 协力 cooperation, 共同组合 cooperative, 组合 union
进出口 import and export, 输出入 import and export, 进口 import, 出口 export, 输出 export, 输入 import, 商业 commercial, 商务 business, 商店 shop, 百货 department store, 零售 retail, 销售 sales
市场 market, 产品 products, 物资 materials, 服务 service, 代理 agency, 咨询 consulting, 顾问 consultant, 管理 management, 企管 management, 投资 investment, 资本 capital, 资产 asset, 金融 finance
财务 finance, 证券 securities, 基金 fund, 信托 trust, 信用 credit, 保险 insurance, 银行 bank, 开发银行 development bank, 发展 development, 开发 development, 创新 innovation, 创业 venture
文化 culture, 教育 education, 传媒 media, 出版 publishing, 广告 advertising, 新闻 news, 电视 television, 电影 film, 体育 sports, 旅行社 travel agency, 旅游 tourism, 酒店 hotel, 宾馆 hotel
图书馆 public library, 博物馆 museum, 美术 art, 创作社 studio, 家具 furniture, 服装 garment, 纺织 textile, 眼镜 optical glass, 钟表 watch, 烟草 tobacco, 酒业 liquor, 饮料 beverage, 劳动 labour, 劳动党 workers party
人力 manpower, 派遣 dispatch, 协会 association, 学会 society, 联合会 federation, 财团 foundation, 基金会 foundation, 公社 corporation, 俱乐部 club, 党 party, 共产党 communist party, 赤十字 red cross, 红十字 red cross
国际 international, 全球 global, 世界 world, 环球 global, 远东 far east, 亚洲 asia, 亚太 asia pacific, 东方 oriental, 北方 north, 南方 south, 西南 southwest, 东北 northeast, 西北 northwest, 华北 north china, 华东 east china
华南 south china, 华中 central china, 东北亚 northeast asia, 太平洋 pacific, 长城 great wall, 黄河 yellow river, 长江 yangtze, 未来 future, 星空 star, 和平 peace, 平和 peace, 统一 unification, 胜利 victory
总合 general, 综合 complex, 一般 general, 通用 general, 大众 general, 特殊 special, 先进 advanced, 新型 new, 高级 advanced, 第一 first, 少年 youth, 青年 youth, 妇女 women, 儿童 children, 学生 student
市 -, 县 county, 区 district, 州 prefecture, 自治区 autonomous region, 特别行政区 special administrative region, 村 village, 道 province, 公园 park, 开发区 development zone, 高新区 high tech zone, 保税区 free trade zone, 园区 park
分子 molecular, 应用 applied, 理论 theoretical, 数学 mathematics, 地质 geological, 地球 geo, 气象 meteorological, 地震 earthquake, 生态 ecology, 分析 analysis, 监视 surveillance, 监控 monitoring, 视频 video, 音响 audio
安防 security, 警用 police, 消防 fire, 防护 protection, 防卫 defence, 保安 security, 机密 secret, 火炮 artillery, 弹药 ammunition, 爆破 blasting, 火药 powder, 炸药 explosives, 潜艇 submarine, 舰船 naval vessel, 水声 underwater acoustic
量子 quantum, 超导 superconducting, 纳米 nano, 微纳 micro nano, 微 micro, 云计算 cloud computing, 物联网 internet of things, 区块链 blockchain, 传感 sensor, 传感器 sensor, 检波 detector, 显示 display, 照明 lighting, 电路 circuit, 线路 circuit
及 and, 与 and, ゴム rubber, セメント cement, ガラス glass, エンジニアリング engineering, テクノロジー technology, システム system, グループ group, ホールディングス holdings, サービス service, センター center
インターナショナル international, エレクトロニクス electronics, エネルギー energy, ジャパン japan, コーポレーション corporation, カンパニー company, リミテッド limited, バンク bank, トレーディング trading, シッピング shipping
インダストリー industry, インダストリーズ industries, ケミカル chemical, マテリアル material, ソフトウェア software, ネットワーク network, デザイン design, モーター motor, エアロスペース aerospace, 工作机械 machine tool
防衛 defence, 防卫省 ministry of defence, 经济产业省 ministry of economy trade and industry, 制品 products, 商品 products, 电工 electric, 通商 trading, 兴业 kogyo, 运送 transport, 汽船 steamship, 特许 patent
研究开发 research and development, 研究与发展 research and development, 研发 research and development, 研制 development, 精密制造 precision manufacturing, 光学精密机械 optics fine mechanics, 工程技术 engineering technology
计量 metrology, 标准 standard, 信号 signal, 情报技术 information technology, 密码 cryptography, 软体 software, 网安 cyber security, 网络安全 network security, 信息安全 information security, 技术研究院 academy of technology
南北 north south, 联合体 complex, 青少年 youth, 运动 sports, 野营所 camp, 展示 exhibition, 会议 council, 协议 council, 委 committee, 国防科学院 academy of national defence science, 自然科学院 academy of natural sciences
食品科学院 academy of food science, 军需工业 munitions industry, 机械工业 machinery industry, 电子工业 electronics industry, 航海 navigation, 船员 crew, 船社 shipping company, 商船 merchant marine, 开发总局 development administration
连合 united, 连合会社 united company, 连合企业所 complex, 租赁 leasing, 融资租赁 financial leasing, 房地产 real estate, 不动产 real estate, 地产 real estate, 置业 property, 物业 property, 资源 resources, 矿产资源 mineral resources
加工 processing, 处理 processing, 热处理 heat treatment, 铸造 casting, 锻造 forging, 焊接 welding, 溶接 welding, 冶炼 smelting, 无线电 radio, 系统集成 system integration, 解决方案 solutions, 电子商务 e commerce, 电子元件 electronic components, 电子元器件 electronic components, 连接器 connector
光伏 photovoltaic, 蓄电池 battery, 电容器 capacitor, 变压器 transformer, 压缩机 compressor, 离心机 centrifuge, 液压 hydraulic, 锅炉 boiler, 压力容器 pressure vessel, 传动 transmission, 密封 seal, 重型 heavy, 起重 crane, 电梯 elevator, 拖拉机 tractor, 摩托车 motorcycle, 客车 bus, 工贸 industry and trade, 科贸 technology trade, 五金 hardware
生化 biochemical, 生物工程 bioengineering, 医学 medical, 基因 gene, 疫苗 vaccine, 试剂 reagent, 肥料 fertilizer, 涂料 coating, 润滑油 lubricant, 放射化学 radiochemistry, 同位素 isotope, 同位元素 isotope, 核燃料 nuclear fuel, 黑铅 graphite, 石墨 graphite, 炭素 carbon, 碳素 carbon, 炭素纤维 carbon fiber, 弹道 ballistic, 推进剂 propellant, 诱导 guidance, 制导 guidance, 制御 control, 计测 measurement, 测量 surveying, 计器 instrument
工学 engineering, 鋼管 steel pipe, 特殊钢 special steel, 特钢 special steel, 事业 business, 事业所 works, 支社 branch, 支店 branch, 指导局 guidance bureau, 管理局 administration, 管理总局 general administration, 总参谋部 general staff department, 参谋部 staff department, 司令部 command, 部队 unit, 军区 military region, 战区 theater command, 战略 strategic, 支援 support, 后勤 logistics, 民兵 militia, 革命 revolutionary, 卫队 guard corps, 边防 border defence
潜水 diving, 打捞 salvage, 油轮 tanker, 集装箱 container, 船舶管理 ship management, 船务代理 shipping agency, 通用航空 general aviation, 航空器材 aviation supplies, 印刷 printing, 包装 packaging, 木材 timber, 木业 wood, 造纸 paper, 皮革 leather, 玩具 toys, 珠宝 jewelry, 化妆品 cosmetics, 娱乐 entertainment, 游戏 game, 餐饮 catering, 饭店 restaurant, 广播 broadcasting, 通讯社 news agency
劳务 labour service, 培训 training, 慈善 charity, 救援 relief, 税务 taxation, 海关 customs, 法院 court, 检察院 procuratorate, 监狱 prison, 律师事务所 law firm, 种子 seed, 养殖 breeding, 乳业 dairy, 油脂 oils and fats, 电线电缆 wire and cable, 光通信 optical communication, 解析 analysis, 生产建设兵团 production and construction corps, 兵团 corps, 委员部 commission
微系统 microsystem, 疏浚 dredging, 硅业 silicon industry, 硅 silicon, 智慧 smart, 船用 marine, 机械厂 machinery plant, 促进 promotion, 促进中心 promotion center, 推广 promotion, 饰品 accessories, 发饰品 hair accessories, 服饰 apparel, 鞋业 shoes, 新区 new area
矢量 vector, 模型 model, 电子模型 electronic model, 电子装备 electronics equipment, 输送 transport, 邮电 posts and telecommunications, 民用 civil, 民航 civil aviation, 军民 civil military, 融合 integration, 产业园 industrial park, 科技园 science park, 孵化器 incubator
江贸 trading, 商船队 merchant fleet, 船队 fleet, 拖轮 tug, 远洋 ocean, 远洋运输 ocean shipping, 海运代理 shipping agency, 报关 customs brokerage, 报关行 customs broker, 进出口贸易 import and export trading, 外经 foreign economic, 技贸 technology trade, 技术贸易 technology trading
材料科学 materials science, 力学研究所 institute of mechanics, 自动化研究所 institute of automation, 声学研究所 institute of acoustics, 软件研究所 institute of software, 化学物理 chemical physics, 应用物理 applied physics, 高能物理 high energy physics, 近代物理 modern physics
等离子体 plasma, 流体 fluid, 流体物理 fluid physics, 电子工程 electronic engineering, 结构力学 structural mechanics, 总体 systems, 总体工程 system engineering, 机电工程 mechanical and electrical engineering, 控制工程 control engineering, 信息工程 information engineering
惯性 inertial, 陀螺 gyro, 伺服 servo, 遥测 telemetry, 靶场 range, 靶 target, 引信 fuze, 弹 ammunition, 装甲 armored, 坦克 tank, 光电技术 electro optics technology, 电磁 electromagnetic, 电子对抗 electronic countermeasures, 电波 radio wave, 频谱 spectrum, 毫米波 millimeter wave
晶圆 wafer, 封装 packaging, 测试技术 test technology, 光刻 lithography, 刻蚀 etching, 薄膜 thin film, 硅片 silicon wafer, 碳化硅 silicon carbide, 氮化镓 gallium nitride, 功率 power, 模拟 analog, 射频 rf, 嵌入式 embedded, 固件 firmware, 处理器 processor, 服务器 server
增材制造 additive manufacturing, 激光设备 laser equipment, 焊割 welding and cutting, 刀具 cutting tools, 量具 measuring tools, 五轴 five axis, 加工中心 machining center, 纤维材料 fiber material, 预浸料 prepreg, 芳纶 aramid, 钨 tungsten, 钼 molybdenum, 钽 tantalum, 铌 niobium, 锆 zirconium, 铍 beryllium, 锂 lithium, 钴 cobalt, 镍 nickel, 硼 boron, 氟 fluorine
デバイス devices, セミコンダクタ semiconductor, セミコンダクター semiconductor, ソリューション solution, ソリューションズ solutions, ホトニクス photonics, フォトニクス photonics, エレクトロン electron, エレクトリック electric, エレクトロ electro, モーターズ motors, モータース motors
マシナリー machinery, メタル metal, メタルズ metals, スチール steel, ケミカルズ chemicals, ファーマ pharma, メディカル medical, バイオ bio, プラント plant, ロボット robot, ロボティクス robotics, レーザー laser, センサー sensor, センサ sensor, パワー power, パーツ parts, ツール tool
マリン marine, オーシャン ocean, ライン line, ロジスティクス logistics, トランスポート transport, エアライン airlines, アビエーション aviation, スペース space, サイエンス science, テック tech, テクノ techno, テクノロジーズ technologies, リサーチ research, ラボ lab, ラボラトリー laboratory
インスツルメンツ instruments, インスツルメント instrument, コントロール control, コントロールズ controls, オートメーション automation, コンピュータ computer, コンピューター computer, コミュニケーションズ communications, テレコム telecom, ワイヤレス wireless, マイクロ micro, ナノ nano, オプト opto
オプティカル optical, ファイナンス finance, キャピタル capital, ホールディング holding, パートナーズ partners, インベストメント investment, マーケティング marketing, マネジメント management, サプライ supply, プロダクツ products, インダストリアル industrial, エンタープライズ enterprise, グローバル global
アジア asia, パシフィック pacific, モバイル mobile, ドローン drone, カーボン carbon, ファイバー fiber, カメラ camera, ケーブル cable, バルブ valve, ポンプ pump, ベアリング bearing, 物产 co, 商事 corporation, 工机 machinery, 精机 precision machinery, 精工 precision, 精密工业 precision industry, 电线 electric wire, 化成 chemical, 油化 petrochemical, 机构 organization
工业集团 industry group, 飞机制造 aircraft manufacturing, 航天局 space administration, 能源局 energy administration, 技术学院 institute of technology, 工程学院 institute of engineering, 邮电大学 university of posts and telecommunications, 海事大学 maritime university, 海洋大学 ocean university, 农业大学 agricultural university, 林业大学 forestry university, 医科大学 medical university, 石油大学 university of petroleum, 地质大学 university of geosciences
矿业大学 university of mining and technology, 电力大学 electric power university, 化工大学 university of chemical technology, 财经大学 university of finance and economics, 民族大学 minzu university, 工程技术大学 university of engineering science, 商业银行 commercial bank, 农业银行 agricultural bank, 工商银行 industrial and commercial bank, 建设银行 construction bank, 进出口银行 export import bank, 人民银行 peoples bank, 交通银行 bank of communications, 储蓄银行 savings bank
邮政 postal, 速运 express, 货柜 container, 轮船 steamship, 重型机械 heavy machinery, 工程机械 construction machinery, 电动汽车 electric vehicle, 核物理 nuclear physics, 核技术 nuclear technology, 发射 launch, 发射中心 launch center, 卫星发射中心 satellite launch center, 飞行控制 flight control, 空间科学 space science, 天文台 observatory, 天文 astronomical, 遗传 genetics, 病毒 virus, 微生物 microbiology, 药物 drug, 电网 grid, 核电站 nuclear power plant, 油田 oilfield, 炼油 refining, 炼化 refining and chemical
炼油厂 refinery, 管道 pipeline, 海洋工程 offshore engineering, 高压 high voltage, 开关 switchgear, 磁性材料 magnetic materials, 永磁 permanent magnet, 保税 bonded, 自动驾驶 autonomous driving, 视觉 vision, 语音 speech, 图像 imaging, 司法 judicial, 鉴定 forensic, 通信设备 communication equipment, 通讯设备 communication equipment
晶片 chip, 积体电路 integrated circuit, 网路 network, 数位 digital, 雷射 laser, 航太 aerospace, 飞弹 missile, 伺服器 server, 硬体 hardware, 工具机 machine tool, 面板 panel, 研究机构 research institute, 研究开发机构 research and development agency, 大学校 academy, 防卫大学校 national defense academy, 合成 synthetic, 仓库 warehouse, 海上 marine, 火灾 fire
ハイテク high tech, マテリアルズ materials, エアラインズ airlines, エアウェイズ airways, プラスチック plastics, オイル oil, ガス gas, デジタル digital
コミュニケーション communication, メモリ memory, ワールド world, ユニバーサル universal, ペイント paint, ペーパー paper, バッテリー battery, フード food, トラスト trust
数控设备 cnc equipment, 数控机床 cnc machine tools, 无线电厂 radio factory, 遥控 remote control, 惯导 inertial navigation, 火工 pyrotechnics, 固体 solid, 液体 liquid, 固体动力 solid propulsion, 运载火箭技术 launch vehicle technology
运载 carrier, 空间电子 space electronics, 航天电子 aerospace electronics, 航天机电 aerospace mechanical and electrical, 飞航 cruise, 飞行器 flight vehicle, 气动 aerodynamics, 风洞 wind tunnel, 水下 underwater, 舰艇 naval vessels
军舰 warship, 鱼雷 torpedo, 太赫兹 terahertz, 热成像 thermal imaging, 夜视 night vision, 光缆 optical cable, 砷化镓 gallium arsenide, 继电器 relay, 电阻 resistor, 变频器 inverter, 逆变器 inverter, 断路器 circuit breaker, 称重 weighing
无损检测 nondestructive testing, 专用车 special vehicles, 轨道交通 rail transit, 高铁 high speed rail, 铁路局 railway bureau, 地铁 metro, 桥梁 bridge, 隧道 tunnel, 修船 ship repair, 远洋渔业 ocean fishery
供应链管理 supply chain management, 进出口公司 import and export corporation, 经济合作 economic cooperation, 跨境 cross border, 跨境电商 cross border e commerce, 电商 e commerce, 批发 wholesale, 连锁 chain, 超市 supermarket
总合设备 complex equipment, 成套设备 complete plant, 成套 complete set, 设备厂 equipment factory, 配件 parts, 零部件 parts, 零件 parts, 标准件 standard parts, 紧固件 fasteners, 齿轮 gear, 水泵 pump, 汽轮机 steam turbine
柴油机 diesel engine, 内燃机 internal combustion engine, 电动机 electric motor, 锂电 lithium battery, 火电 thermal power, 铀业 uranium, 铜业 copper, 镁业 magnesium, 钛业 titanium, 不锈钢 stainless steel, 煤业 coal, 燃气 gas
钻井 drilling, 勘探 exploration, 勘察 survey, 地图 map, 农药 pesticide, 化肥 fertilizer, 饲料 feed, 种业 seed, 粮油 grain and oil, 混凝土 concrete, 建工 construction engineering, 装饰 decoration, 园林 landscape
财产保险 property insurance, 人寿保险 life insurance, 再保险 reinsurance, 期货 futures, 担保 guarantee, 小额贷款 microcredit, 支付 payment, 清算 clearing, 交易所 exchange, 资产管理 asset management, 投资管理 investment management
管理咨询 management consulting, 会计师 accountants, 律师 law, 专利 patent, 知识产权 intellectual property, 文化传播 culture communication, 影视 film and television, 电视台 television station, 广播电视 radio and television
报社 newspaper, 日报 daily, 出版社 publishing house, 生物医药 biopharmaceutical, 中医 traditional chinese medicine, 医科 medical, 护理 nursing, 养老 elderly care, 幼儿园 kindergarten, 中学 middle school, 小学 primary school
职业技术学院 vocational and technical college, 师范学院 normal college, 党校 party school, 人才 talent, 人力资源 human resources, 档案 archives, 商会联合会 chamber of commerce, 工会 trade union, 青年团 youth league, 统战 united front
财政 finance, 财政部 ministry of finance, 教育部 ministry of education, 交通部 ministry of transport, 农业部 ministry of agriculture, 科技部 ministry of science and technology
工信部 ministry of industry and information technology, 工业和信息化部 ministry of industry and information technology, 大数据 big data, 机器视觉 machine vision, 无人系统 unmanned systems, 低空 low altitude, 北斗 beidou
定位 positioning, 星图 star map, 卫星通信 satellite communications, 超算 supercomputing, 超级计算机 supercomputer, 高性能 high performance, 高性能计算 high performance computing, 量子信息 quantum information, 软件园 software park
自贸区 free trade zone, 在线 online
`

/** Words that are as often a name by their sound ("Pyonghwa Motors") as by their meaning ("Peace Motors"). */
export const HAN_WORDS_ALSO_NAMES =
  '和平 平和 胜利 统一 未来 星空 长城 黄河 长江 东方 先进 大众 少年 信用 太平洋 远东 创新 创业 通用 世界 环球 全球 第一 公园 特殊 ' +
  '曙光 飞腾 浪潮 大华 联想 保利 格力 海尔 龙芯 普通 黄金 标准 信号 同盟 青年 健康 环境 结构 强度 长安 中山 大同 金华 微纳 北方 南方 东北 西北 西南 船 港 道 号 村 州 党 委 核 热 管 泵 铜 锌 '

/** The second English of words that are printed in two ways. */
export const HAN_OTHER_WORDS = `
中国航发 china aero engine, 精密机械 fine mechanics, 发动机 motor, 航天动力 aerospace propulsion, 平安南道 south pyongando, 平安北道 north pyongando, 黄海南道 south hwanghaedo, 黄海北道 north hwanghaedo, 江原道 kangwondo, 咸镜南道 south hamgyongdo, 咸镜北道 north hamgyongdo, 慈江道 jagangdo, 两江道 ryanggangdo, 存储 storage, 计算 computational, 电机 electric, 智慧 intelligence, 公安厅 public security bureau, 厂 plant, 工厂 plant, 日本 nippon, 船舶 shipbuilding, 东方 eastern, 原子力 nuclear, 原子能 nuclear, 设计院 design academy, 光电 photoelectric, 仪器 instruments, 钢铁 steel, 制铁所 iron works,  北方工业 north industries, 连合 union, 联合 union, 兵器工业 north industries, 兵器装备 south industries, 船舶重工 shipbuilding industry, 船舶工业 state shipbuilding, 核工业 national nuclear, 电子科技 electronics technology, 航空工业 aviation industry, 航空发动机 aero engine,
科技 science and technology, 航天 space, 航空 air, 宇宙 aerospace, 宇宙开发局 aerospace development administration, 研究院 research institute, 研究所 institute, 贸易 trade, 商贸 commercial trade, 工业 industries
实业 industry, 重工业 heavy industries, 重工 heavy industries, 电子 electronic, 电气 electrical, 集团公司 corporation, 集团有限公司 group corporation limited, 总公司 general corporation, 企业 industrial, 联合企业所 complex, 连合企业所 complex
医院 clinic, 大学 institute, 学院 institute, 中心 centre, 局 administration, 总局 general department, 部 ministry, 船务 marine, 海运 maritime, 航运 marine, 物流 wuliu, 信息 info, 机电 mechanical and electrical, 机械 machine
材料 material, 复合材料 composite, 制造 manufacture, 生物 bio, 化工 chemicals, 控股 holding, 国际 intl, 中国 sino, 中华 zhonghua, 香港 hk, 技术 technologies, 设备 equipments, 通信 telecommunications, 通讯 telecommunications
总会社 general trading corporation, 会社 corporation, 贸易会社 trading corporation, 合营会社 jvc, 总合 complex, 综合 general, 安全 safety, 防务 defense, 国防 defense, 汽车 motor, 自动车 motors, 制铁 steel, 保健 public health, 发电所 power station
工业集团 corporation, 工商银行 industrial commercial bank, 汽船 kisen kaisha, 制作所 seisakusho, 精机 seiki, 精工 seiko, 工机 koki, 化成 kasei, 机构 agency, 动力 propulsion, 海洋工程 ocean engineering, 情报 intelligence, 飞行控制 control, 海上 maritime, 核物理 nuclear research, 技术学院 college of technology, 总合研究所 research institute
`
