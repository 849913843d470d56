import { HAN_VARIANTS } from './han-variants.ts'
import { lazily } from './tokens.ts'

const VARIANTS = lazily(
  () =>
    new Map(
      HAN_VARIANTS.trim()
        .split(/\s+/)
        .map((pair): [string, string] => {
          const [other = '', plain = ''] = pair
          return [other, plain]
        })
        .filter(([other, plain]) => other !== plain),
    ),
)

/** Traditional and Japanese shapes to the simplified one, so that a word is one whoever wrote it. */
export function foldHan(text: string): string {
  const variants = VARIANTS()
  let result = ''
  for (const character of text) result += variants.get(character) ?? character
  return result
}

/** Characters that only the simplified script of China writes, neither Taiwan nor Japan. */
const SIMPLIFIED = new Set(
  '东车门长马鱼鸟风飞龙业丰书产亿从仓伟优传华单卖卢卫厂历变听启响团图块奋妇孙宁审宾导师帅币庆应库开张弹归录总战护报拟择拥换损摄权机杨极构树桥检' +
    '欢气汉沟泽济测浓润渔满滨灵炼热营环现电础确积稳穷笔类纪约级纯纺线组细织终经结给络统继维综绿网缆罗联胜脑节苏荣药获莲虑见观规视览觉计认讨' +
    '让训议讯记讲许论设访证评识诉词译试诗诚话询该详语误说请诸诺读课谁调谈谢谱贝贞负贡财责贤败货质贩购贯贵贸费贺资赏赖赛赞赢赵软轨轩转轮轻载较辅辆' +
    '辉输辽达迁过运进远连适选递逻遗邓邮邹郑酿释针钉钓钢钱铁铃铜铝银链销锅锋错锡锦键镇镜闪闭问闲间闻阀阅阳阴阶际陆陈险难雾顶项顺须顾顿预领频颖题' +
    '颜额饭饮饰馆驰驱驻驾验骏骑鲁鲜鸡鸣鸭鸿鹏鹤齐齿亲仅众伞儿关兴养军农冯决况净凉减凤凭刘则刚创务动劲劳势协压厅县发吴员喷园圆圣场坚坛处' +
    '备够头夺奖妆娄实对寻尔尘岁岗岛崭带帮庐广异彻忆忧怀态恳恶悬惊惯愿戏扩扫扬抚拣挂挥无时显晓晖术杂标栏档梦椭毕汇汤沪泪洁' +
    '涨滤滩灭烟烦烧爱爷玛玮琼瑶疗盐监盖盘矿码砖离穗窑笺筑签简篮粮紧红纤纬纱纵纷纸绍绘绝绢绪续绳绵缘编缝罚习翘肃肤肾脉脚脸舰舱艺芦苍茎' +
    '荐莱萝萧蓝虽蚁蚂补袭谊贴贷贾赁赠趋跃踪辑边迈违迟迹逊邻郧酱鉴钟钙钛钻铀铅铭铸铺锁锂锌锐锚锻镍镁闽阁阵陕隶雳韦韧韩页顷颂颈飘饱饼驳骄鲨鸥鸽麸' +
    '龄',
)

/** Whether the text has a character that only the simplified script writes. */
export function hasSimplified(text: string): boolean {
  for (const character of text) if (SIMPLIFIED.has(character)) return true
  return false
}
