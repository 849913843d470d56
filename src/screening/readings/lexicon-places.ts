/** Places whose English name is another word than the reading of their characters, and those an organisation's name often begins with. */
export const HAN_PLACES = `
中国 china, 中华 china, 中华人民共和国 peoples republic of china, 美国 usa, 英国 uk, 法国 france, 德国 germany, 日本 japan, 韩国 korea, 朝鲜 korea, 俄罗斯 russia, 印度 india, 伊朗 iran
北朝鲜 north korea, 朝鲜民主主义人民共和国 democratic peoples republic of korea, 台湾 taiwan, 香港 hong kong, 澳门 macau, 新加坡 singapore, 马来西亚 malaysia, 越南 vietnam, 泰国 thailand, 巴基斯坦 pakistan
平安南道 south pyongan province, 平安北道 north pyongan province, 黄海南道 south hwanghae province, 黄海北道 north hwanghae province, 江原道 kangwon province, 咸镜南道 south hamgyong province, 咸镜北道 north hamgyong province, 慈江道 jagang province, 两江道 ryanggang province
叙利亚 syria, 土耳其 turkey, 加拿大 canada, 澳大利亚 australia, 古巴 cuba, 缅甸 myanmar, 蒙古 mongolia, 内蒙古 inner mongolia, 西藏 tibet, 新疆 xinjiang, 新疆生产建设兵团 xinjiang production and construction corps
北京 beijing, 上海 shanghai, 天津 tianjin, 重庆 chongqing, 广州 guangzhou, 深圳 shenzhen, 武汉 wuhan, 成都 chengdu, 西安 xian, 南京 nanjing, 杭州 hangzhou, 苏州 suzhou, 无锡 wuxi, 宁波 ningbo, 青岛 qingdao
大连 dalian, 沈阳 shenyang, 哈尔滨 harbin, 长春 changchun, 长沙 changsha, 济南 jinan, 郑州 zhengzhou, 合肥 hefei, 福州 fuzhou, 厦门 xiamen, 泉州 quanzhou, 南昌 nanchang, 昆明 kunming, 贵阳 guiyang
南宁 nanning, 桂林 guilin, 海口 haikou, 太原 taiyuan, 石家庄 shijiazhuang, 兰州 lanzhou, 西宁 xining, 银川 yinchuan, 乌鲁木齐 urumqi, 呼和浩特 hohhot, 拉萨 lhasa, 洛阳 luoyang, 绵阳 mianyang, 宝鸡 baoji
丹东 dandong, 吉林 jilin, 唐山 tangshan, 保定 baoding, 烟台 yantai, 威海 weihai, 潍坊 weifang, 常州 changzhou, 徐州 xuzhou, 南通 nantong, 扬州 yangzhou, 镇江 zhenjiang, 温州 wenzhou, 绍兴 shaoxing, 嘉兴 jiaxing
台州 taizhou, 金华 jinhua, 义乌 yiwu, 珠海 zhuhai, 佛山 foshan, 东莞 dongguan, 中山 zhongshan, 惠州 huizhou, 汕头 shantou, 长安 changan, 淮南 huainan, 蚌埠 bengbu, 芜湖 wuhu, 九江 jiujiang, 宜昌 yichang, 襄阳 xiangyang
株洲 zhuzhou, 湘潭 xiangtan, 柳州 liuzhou, 遵义 zunyi, 大同 datong, 包头 baotou, 大庆 daqing, 鞍山 anshan, 抚顺 fushun, 延边 yanbian, 图们 tumen, 珲春 hunchun, 营口 yingkou, 葫芦岛 huludao, 昆山 kunshan, 江阴 jiangyin
河北 hebei, 山西 shanxi, 陕西 shaanxi, 辽宁 liaoning, 黑龙江 heilongjiang, 江苏 jiangsu, 浙江 zhejiang, 安徽 anhui, 福建 fujian, 江西 jiangxi, 山东 shandong, 河南 henan, 湖北 hubei, 湖南 hunan, 广东 guangdong
广西 guangxi, 海南 hainan, 四川 sichuan, 贵州 guizhou, 云南 yunnan, 甘肃 gansu, 青海 qinghai, 宁夏 ningxia, 浦东 pudong, 海淀 haidian, 中关村 zhongguancun, 九龙 kowloon, 新界 new territories, 台北 taipei, 高雄 kaohsiung
台中 taichung, 台南 tainan, 新竹 hsinchu, 桃园 taoyuan, 东京 tokyo, 大阪 osaka, 京都 kyoto, 名古屋 nagoya, 横滨 yokohama, 神户 kobe, 福冈 fukuoka, 札幌 sapporo, 广岛 hiroshima, 仙台 sendai, 川崎 kawasaki, 千叶 chiba
埼玉 saitama, 神奈川 kanagawa, 静冈 shizuoka, 北海道 hokkaido, 冲绳 okinawa, 长崎 nagasaki, 新潟 niigata, 富山 toyama, 爱知 aichi, 平壤 pyongyang, 平壌 pyongyang, 首尔 seoul, 汉城 seoul, 釜山 busan, 仁川 incheon
罗先 rason, 罗津 rajin, 清津 chongjin, 咸兴 hamhung, 元山 wonsan, 南浦 nampo, 开城 kaesong, 新义州 sinuiju, 莫斯科 moscow, 德黑兰 tehran, 伦敦 london, 纽约 new york, 欧洲 europe, 非洲 africa, 中东 middle east
中亚 central asia, 亚欧 eurasia, 金正日 kim jong il, 金日成 kim il sung, 金策 kim chaek, 高丽 koryo, 高麗 koryo
阿尔法 alpha, 维吾尔 uyghur
`
