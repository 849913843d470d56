/**
 * What the words and characters of Chinese brands mean, where the English name translates them: `红星` is
 * Red Star as often as Hongxing. A stretch is read so only if all of it is here.
 */
export const HAN_MEANINGS = `
金 golden, 银 silver, 玉 jade, 珠 pearl, 宝 treasure, 晶 crystal, 龙 dragon, 凤 phoenix, 凤凰 phoenix, 虎 tiger, 狮 lion, 豹 leopard, 鹰 eagle, 鹤 crane, 燕 swallow, 雁 goose, 鸽 dove, 鸥 gull, 马 horse, 牛 ox
羊 sheep, 鹿 deer, 象 elephant, 熊 bear, 兔 rabbit, 狼 wolf, 鱼 fish, 鲸 whale, 鲨 shark, 蜂 bee, 蝶 butterfly, 花 flower, 莲 lotus, 梅 plum, 兰 orchid, 竹 bamboo, 松 pine, 柏 cypress, 森 forest, 林 forest, 森林 forest, 树 tree
叶 leaf, 草 grass, 天 sky, 地 earth, 日 sun, 月 moon, 星 star, 云 cloud, 雨 rain, 雪 snow, 冰 ice, 风 wind, 雷 thunder, 雷电 thunder, 光 light, 火 fire, 水 water, 海 sea, 洋 ocean, 江 river, 河 river, 湖 lake, 泉 spring, 波 wave
浪 wave, 潮 tide, 山 mountain, 峰 peak, 岭 ridge, 岛 island, 石 stone, 岩 rock, 沙 sand, 城 city, 桥 bridge, 路 road, 门 gate, 塔 tower, 宫 palace, 红 red, 蓝 blue, 绿 green, 白 white, 黑 black, 黄 yellow, 紫 purple, 青 green
大 great, 小 little, 新 new, 老 old, 古 ancient, 长 long, 高 high, 远 far, 深 deep, 广 wide, 快 fast, 强 strong, 美 beautiful, 好 good, 优 excellent, 真 true, 富 rich, 福 fortune, 寿 longevity, 喜 joy, 乐 happy, 安 peace, 和 harmony
平 peace, 康 health, 信 trust, 诚 honest, 德 virtue, 智 wisdom, 力 power, 利 profit, 顺 smooth, 盛 prosperous, 兴 prosperous, 荣 glory, 华 china, 国 national, 中 china, 东 east, 西 west, 南 south, 北 north, 一 one, 双 double, 三 three
四 four, 五 five, 七 seven, 八 eight, 九 nine, 百 hundred, 千 thousand, 万 million, 人 peoples, 民 peoples, 王 king, 皇 royal, 皇家 royal, 帝 emperor, 神 god, 家 home, 友 friend, 友谊 friendship, 友好 friendship, 创 innovation, 速 speed
飞 flying, 翔 flying, 飞翔 flying, 跃 leap, 飞跃 leap, 先锋 pioneer, 先驱 pioneer, 领航 pilot, 领先 leading, 领导 leader, 卓越 excellence, 永 forever, 恒 eternal, 永恒 eternal, 时代 times, 世纪 century, 明 bright, 亮 bright, 光明 bright
闪亮 shiny, 夜 night, 之夜 nights, 之光 light, 之星 star, 之家 home, 之路 road, 丽 beautiful, 香 fragrant, 威 power, 勇 brave, 冠军 champion, 皇冠 crown, 奇迹 miracle, 梦 dream, 梦想 dream, 希望 hope, 阳光 sunshine, 彩虹 rainbow
极光 aurora, 银河 galaxy, 北极 arctic, 南极 antarctic, 北极星 polaris, 太阳 sun, 月亮 moon, 火星 mars, 金星 venus, 木星 jupiter, 土星 saturn, 流星 meteor, 彗星 comet, 星光 starlight, 晨光 morning light, 朝阳 sunrise, 日出 sunrise
黎明 dawn, 曙光 dawning, 春 spring, 夏 summer, 秋 autumn, 冬 winter, 春天 spring, 绿洲 oasis, 蓝海 blue ocean, 白云 white cloud, 飞马 pegasus, 天使 angel, 钻石 diamond, 珍珠 pearl, 翡翠 jade, 玫瑰 rose, 牡丹 peony, 樱花 sakura
雄鹰 eagle, 猎鹰 falcon, 信天翁 albatross, 海豚 dolphin, 海燕 petrel, 海王星 neptune, 海神 neptune, 五洲 five continents, 四海 four seas, 七海 seven seas, 精英 elite, 大师 master, 专家 expert, 伙伴 partner, 桥梁 bridge
灯塔 lighthouse, 海港 harbor, 港湾 harbor, 海岸 coast, 海湾 gulf, 三角洲 delta, 无限 infinity, 超越 beyond, 快车 express, 微力 micro power, 云端 cloud, 星空 starry sky, 宏 grand, 伟 great, 巨 giant, 巨人 giant, 巨龙 giant dragon
东方 east, 西方 west, 正 right, 直 straight, 圆 round, 方 square, 圣 saint, 灵 spirit, 心 heart, 手 hand, 眼 eye, 鸟 bird, 雀 sparrow, 孔雀 peacock, 天鹅 swan, 鹅 goose, 骆驼 camel, 麒麟 kylin, 箭 arrow, 盾 shield, 剑 sword, 钢 steel, 铁 iron
丝路 silk road, 丝绸 silk, 丝绸之路 silk road, 长征 long march, 中原 central plains, 江南 jiangnan, 故宫 forbidden city, 天堂 paradise, 王国 kingdom, 王朝 dynasty, 帝国 empire, 独立 independence, 自由 freedom, 团结 unity, 联合 union, 协力 cooperation
帽 hat, 鞋 shoe, 衣 clothes, 伞 umbrella, 灯 lamp, 钟 bell, 鼓 drum, 弓 bow, 旗 flag, 船 ship, 帆 sail, 锚 anchor, 车 car, 轮 wheel, 钥匙 key, 锁 lock, 书 book, 笔 pen, 镜 mirror, 椅 chair, 桌 table, 房 house, 屋 house, 墙 wall
窗 window, 园 garden, 田 field, 谷 valley, 溪 stream, 冠 crown, 后 queen, 狐 fox, 猫 cat, 犬 dog, 狗 dog, 猴 monkey, 鼠 mouse, 蛇 snake, 龟 turtle, 蚂蚁 ant, 苹果 apple, 橙 orange, 桃 peach, 茶 tea, 麦 wheat, 米 rice, 橡树 oak
枫 maple, 枫叶 maple leaf, 向日葵 sunflower, 地平线 horizon, 天空 sky, 大海 ocean, 海洋 ocean, 雪山 snow mountain, 优势 advantage, 优先 priority, 机会 opportunity, 力量 power, 速度 speed, 智能 intelligent, 完美 perfect, 明星 star
珊瑚 coral, 琥珀 amber, 橙色 orange, 红色 red, 蓝色 blue, 绿色 green, 白色 white, 黑色 black, 金色 golden, 银色 silver
`
