/** Surnames and given names of Japan by the words they are written with. */
export const JAPANESE_NAMES = `
佐藤 sato, 鈴木 suzuki, 高橋 takahashi, 田中 tanaka, 伊藤 ito, 渡辺 watanabe, 渡邉 watanabe, 山本 yamamoto, 中村 nakamura
小林 kobayashi, 加藤 kato, 吉田 yoshida, 山田 yamada, 佐々木 sasaki, 山口 yamaguchi, 松本 matsumoto, 井上 inoue, 木村 kimura
林 hayashi, 斎藤 saito, 齋藤 saito, 斉藤 saito, 清水 shimizu, 山崎 yamazaki, 森 mori, 池田 ikeda, 橋本 hashimoto, 阿部 abe
石川 ishikawa, 山下 yamashita, 中島 nakajima, 石井 ishii, 小川 ogawa, 前田 maeda, 岡田 okada, 長谷川 hasegawa, 藤田 fujita
後藤 goto, 近藤 kondo, 村上 murakami, 遠藤 endo, 青木 aoki, 坂本 sakamoto, 福田 fukuda, 太田 ota, 西村 nishimura
藤井 fujii, 金子 kaneko, 藤原 fujiwara, 岡本 okamoto, 三浦 miura, 中野 nakano, 中川 nakagawa, 原田 harada, 松田 matsuda
竹内 takeuchi, 小野 ono, 田村 tamura, 中山 nakayama, 和田 wada, 石田 ishida, 森田 morita, 上田 ueda, 原 hara, 内田 uchida
柴田 shibata, 酒井 sakai, 宮崎 miyazaki, 横山 yokoyama, 高木 takagi, 安藤 ando, 宮本 miyamoto, 大野 ono, 小島 kojima
谷口 taniguchi, 工藤 kudo, 今井 imai, 高田 takada, 増田 masuda, 丸山 maruyama, 杉山 sugiyama, 村田 murata, 大塚 otsuka
新井 arai, 小山 koyama, 平野 hirano, 藤本 fujimoto, 河野 kono, 上野 ueno, 野口 noguchi, 武田 takeda, 松井 matsui, 千葉 chiba
菅原 sugawara, 岩崎 iwasaki, 久保 kubo, 木下 kinoshita, 佐野 sano, 野村 nomura, 松尾 matsuo, 菊地 kikuchi, 菊池 kikuchi
市川 ichikawa, 杉本 sugimoto, 古川 furukawa, 大西 onishi, 島田 shimada, 水野 mizuno, 桜井 sakurai, 高野 takano, 吉川 yoshikawa
山内 yamauchi, 西田 nishida, 飯田 iida, 菊川 kikukawa, 西川 nishikawa, 小松 komatsu, 北村 kitamura, 安田 yasuda, 五十嵐 igarashi
川口 kawaguchi, 平田 hirata, 関 seki, 中田 nakata, 久保田 kubota, 服部 hattori, 東 azuma, 岩田 iwata, 土屋 tsuchiya, 川崎 kawasaki
福島 fukushima, 本田 honda, 辻 tsuji, 樋口 higuchi, 秋山 akiyama, 田口 taguchi, 永井 nagai, 山中 yamanaka, 中西 nakanishi
吉村 yoshimura, 川上 kawakami, 石原 ishihara, 大橋 ohashi, 松岡 matsuoka, 馬場 baba, 浜田 hamada, 森本 morimoto, 星野 hoshino
矢野 yano, 浅野 asano, 大久保 okubo, 吉岡 yoshioka, 野田 noda, 小池 koike, 荒木 araki, 松下 matsushita, 松浦 matsuura, 熊谷 kumagai
大谷 otani, 内藤 naito, 黒田 kuroda, 尾崎 ozaki, 川村 kawamura, 永田 nagata, 望月 mochizuki, 松村 matsumura, 田辺 tanabe
荒井 arai, 堀 hori, 早川 hayakawa, 西 nishi, 三菱 mitsubishi, 三井 mitsui, 住友 sumitomo, 豊田 toyota, 日立 hitachi, 東芝 toshiba
丸紅 marubeni, 日産 nissan, 富士 fuji, 富士通 fujitsu, 麻原 asahara, 重信 shigenobu, 岡野 okano, 安倍 abe, 岸田 kishida, 石破 ishiba, 麻生 aso
一郎 ichiro, 二郎 jiro, 次郎 jiro, 三郎 saburo, 太郎 taro, 健太 kenta, 健一 kenichi, 健二 kenji, 誠 makoto, 隆 takashi, 浩 hiroshi
博 hiroshi, 弘 hiroshi, 茂 shigeru, 勝 masaru, 実 minoru, 清 kiyoshi, 進 susumu, 明 akira, 彰 akira, 正 tadashi, 剛 tsuyoshi, 学 manabu
豊 yutaka, 修 osamu, 薫 kaoru, 晋三 shinzo, 文雄 fumio, 和夫 kazuo, 幸雄 yukio, 正雄 masao, 一夫 kazuo, 和也 kazuya, 哲也 tetsuya
達也 tatsuya, 拓也 takuya, 直樹 naoki, 秀樹 hideki, 英樹 hideki, 和彦 kazuhiko, 明彦 akihiko, 正彦 masahiko, 雅彦 masahiko, 信彦 nobuhiko
智子 tomoko, 恵子 keiko, 洋子 yoko, 陽子 yoko, 京子 kyoko, 幸子 sachiko, 和子 kazuko, 由美子 yumiko, 裕子 yuko, 優子 yuko, 美穂 miho
真由美 mayumi, 房子 fusako, 花子 hanako, 明美 akemi, 直美 naomi, 久美子 kumiko, 純子 junko, 順子 junko, 典子 noriko, 紀子 noriko
大輔 daisuke, 翔太 shota, 翔 sho, 蓮 ren, 大翔 hiroto, 陸 riku, 駿 shun, 亮 ryo, 亮太 ryota, 涼 ryo, 雄一 yuichi, 裕一 yuichi
孝之 takayuki, 弘之 hiroyuki, 博之 hiroyuki, 裕之 hiroyuki, 智之 tomoyuki, 信行 nobuyuki, 義男 yoshio, 昭 akira, 悟 satoru, 聡 satoshi
智津夫 chizuo, 彰晃 shoko, 敏夫 toshio, 俊夫 toshio, 利夫 toshio, 義雄 yoshio, 康夫 yasuo, 純一郎 junichiro, 慎太郎 shintaro
小泉 koizumi, 鳩山 hatoyama, 菅 suga, 村山 murayama, 細川 hosokawa, 宮沢 miyazawa, 竹下 takeshita, 中曽根 nakasone, 大平 ohira, 三木 miki, 高市 takaichi, 茂木 motegi, 上川 kamikawa, 玄葉 genba, 前原 maehara
枝野 edano, 谷垣 tanigaki, 平沼 hiranuma, 与謝野 yosano, 甘利 amari, 二階 nikai, 萩生田 hagiuda, 林田 hayashida, 浅田 asada, 宇野 uno, 大川 okawa, 大島 oshima, 大石 oishi, 大山 oyama, 岩本 iwamoto, 岩井 iwai
片山 katayama, 川島 kawashima, 川端 kawabata, 北川 kitagawa, 北野 kitano, 黒川 kurokawa, 黒沢 kurosawa, 黒澤 kurosawa, 児玉 kodama, 坂口 sakaguchi, 坂井 sakai, 榊原 sakakibara, 篠原 shinohara, 柴崎 shibasaki, 白井 shirai, 白石 shiraishi, 須藤 sudo, 関口 sekiguchi
高山 takayama, 高島 takashima, 滝沢 takizawa, 竹田 takeda, 武藤 muto, 田島 tajima, 津田 tsuda, 堤 tsutsumi, 手塚 tezuka, 徳田 tokuda, 戸田 toda, 富田 tomita, 中井 nakai, 中尾 nakao, 長田 nagata, 長野 nagano, 成田 narita, 西野 nishino, 沼田 numata, 根本 nemoto
橋口 hashiguchi, 畑中 hatanaka, 浜口 hamaguchi, 早坂 hayasaka, 日野 hino, 平井 hirai, 平山 hirayama, 広瀬 hirose, 藤野 fujino, 堀内 horiuchi, 堀江 horie, 本間 honma, 牧野 makino, 町田 machida, 松崎 matsuzaki, 松原 matsubara, 丸田 maruta, 三宅 miyake, 三好 miyoshi, 宮田 miyata, 宮川 miyagawa
向井 mukai, 村井 murai, 森川 morikawa, 八木 yagi, 柳田 yanagida, 安井 yasui, 山根 yamane, 山岸 yamagishi, 横田 yokota, 吉野 yoshino, 吉沢 yoshizawa, 若林 wakabayashi, 渡部 watanabe
角栄 kakuei, 栄作 eisaku, 五十六 isoroku, 喜一 kiichi, 康弘 yasuhiro, 由紀夫 yukio, 直人 naoto, 佳彦 yoshihiko, 義偉 yoshihide, 太一 taichi, 健太郎 kentaro, 新太郎 shintaro, 龍太郎 ryutaro, 龍一 ryuichi, 隆一 ryuichi, 浩二 koji, 孝 takashi, 洋 hiroshi, 一男 kazuo, 英夫 hideo, 秀夫 hideo, 光男 mitsuo
早苗 sanae, 東彦 haruhiko, 和男 kazuo, 一雄 kazuo, 正義 masayoshi, 孫 son, 昭夫 akio, 昭雄 akio, 章男 akio, 明夫 akio, 哲夫 tetsuo, 鉄男 tetsuo, 武 takeshi, 健 ken, 健司 kenji, 健三 kenzo, 賢治 kenji, 賢一 kenichi, 研一 kenichi, 憲一 kenichi, 信一 shinichi, 真一 shinichi, 伸一 shinichi, 慎一 shinichi, 新一 shinichi, 洋一 yoichi, 陽一 yoichi, 正一 shoichi, 昭一 shoichi, 雄二 yuji, 祐二 yuji, 裕二 yuji, 誠一 seiichi, 誠二 seiji, 清二 seiji, 政治 seiji
俊一 shunichi, 順一 junichi, 淳一 junichi, 純一 junichi, 浩一 koichi, 光一 koichi, 幸一 koichi, 弘一 koichi, 公一 koichi, 修一 shuichi, 秀一 shuichi, 周一 shuichi, 英一 eiichi, 栄一 eiichi, 哲 satoshi, 智 satoshi, 敏 satoshi, 淳 jun, 純 jun, 潤 jun, 徹 toru, 透 toru, 亨 toru, 渉 wataru, 稔 minoru, 昇 noboru, 登 noboru, 守 mamoru, 衛 mamoru, 仁 hitoshi, 均 hitoshi, 等 hitoshi, 務 tsutomu, 勉 tsutomu, 努 tsutomu, 肇 hajime, 一 hajime, 元 hajime
信夫 nobuo, 伸夫 nobuo, 信雄 nobuo, 邦夫 kunio, 国男 kunio, 邦彦 kunihiko, 春樹 haruki, 正樹 masaki, 雅樹 masaki, 正人 masato, 雅人 masato, 真人 masato, 政人 masato, 和人 kazuto, 幸太郎 kotaro, 孝太郎 kotaro, 勇 isamu, 功 isao, 勲 isao, 敬 takashi, 崇 takashi, 貴 takashi, 貴之 takayuki, 隆之 takayuki, 正之 masayuki, 雅之 masayuki, 昌之 masayuki, 和之 kazuyuki, 俊之 toshiyuki, 敏之 toshiyuki, 英之 hideyuki, 秀之 hideyuki, 義之 yoshiyuki, 克己 katsumi, 克彦 katsuhiko, 勝彦 katsuhiko, 武彦 takehiko
良太 ryota, 良平 ryohei, 康平 kohei, 航平 kohei, 公平 kohei, 恭平 kyohei, 周平 shuhei, 修平 shuhei, 裕太 yuta, 優太 yuta, 雄太 yuta, 悠太 yuta, 美智子 michiko, 道子 michiko, 節子 setsuko, 文子 fumiko, 芳子 yoshiko, 良子 yoshiko, 敏子 toshiko, 悦子 etsuko, 弘子 hiroko, 博子 hiroko, 寛子 hiroko, 孝子 takako, 貴子 takako, 秀子 hideko, 光子 mitsuko, 美香 mika, 由香 yuka, 真理子 mariko, 麻里子 mariko, 百合子 yuriko, 由里子 yuriko, 雅子 masako, 愛子 aiko, 紗希 saki
川口 kawaguchi, 河村 kawamura, 河合 kawai, 川合 kawai, 土井 doi, 大江 oe, 大村 omura, 大森 omori, 大沢 osawa, 大和 yamato, 小沢 ozawa, 小倉 ogura, 小野寺 onodera, 奥田 okuda, 奥村 okumura, 尾上 onoe, 加納 kano, 神田 kanda, 神谷 kamiya, 岸 kishi, 北 kita, 桑原 kuwabara, 桑田 kuwata, 斉木 saiki, 堺 sakai, 佐久間 sakuma, 沢田 sawada, 志村 shimura, 島 shima, 島津 shimazu, 杉田 sugita, 鈴村 suzumura, 瀬戸 seto, 曽根 sone, 田代 tashiro, 田原 tahara, 立花 tachibana, 塚本 tsukamoto, 塚田 tsukada, 角田 tsunoda
寺田 terada, 東條 tojo, 東条 tojo, 冨田 tomita, 豊島 toyoshima, 内山 uchiyama, 梅田 umeda, 浦田 urata, 江口 eguchi, 榎本 enomoto, 及川 oikawa, 緒方 ogata, 落合 ochiai, 堀田 hotta, 本多 honda, 松永 matsunaga, 松山 matsuyama, 丸 maru, 水谷 mizutani, 宮沢 miyazawa, 村松 muramatsu, 室井 muroi, 森山 moriyama, 森下 morishita, 山川 yamakawa, 山城 yamashiro, 湯川 yukawa, 米田 yoneda, 和久 waku, 渡会 watarai, 稲田 inada, 今村 imamura, 入江 irie, 岩瀬 iwase, 植田 ueda, 臼井 usui
`

/** Chinese-derived sounds, by which organisations and foreign Han names are read; the commonest sound of each. */
export const ON_SOUNDS = `
a亜阿 ai愛 aku悪 an安案暗 i以位医委威為異移意維衣囲偉易遺 iki域 iku育 ichi一壱 in印員院因引飲陰 u宇右羽雨 un運雲 ei永英映栄営衛影鋭 eki液駅益 etsu越悦閲 en円園遠演煙延沿塩縁炎 o王央応欧横奥往押於 oku億屋
on音温恩 ka科化加花家火河貨課可果価夏歌過華下何仮荷嘉香 ga画我賀芽雅 kai会海界開回改械階解快皆 gai外街害概 kaku各確核格革閣覚角拡 gaku学岳額楽 katsu活割渇 kan間関館環幹感官管韓漢観寛寒看完巻勧甘監簡艦 gan岸岩願元顔 ki機気記基器期季紀規旗希貴起寄帰喜汽棋輝岐祈旗
gi技義議儀疑 kitsu吉 kyaku客 kyu九急級求究球救給旧久宮休吸 gyu牛 kyo共京教強協境橋鏡競供郷興恭 gyo業魚漁行暁 kyoku局極曲 kin金近均勤緊禁筋錦 gin銀 ku区苦 gu具 kun君訓勲 gun軍郡群 kei経計系警型形景係継渓恵慶敬携軽鶏径啓圭 gei芸 geki撃劇
ketsu結決血潔 getsu月 ken県研件建検健権憲験険賢見顕堅謙 gen元原現減限言厳源玄 ko古戸庫固湖故個呼己 go五後語護午互呉 ko工高校港公広鉱航交光口向好考康講構幸江功鋼硬耕厚更洪浩皇香甲弘 go号合豪 koku国黒谷穀刻 koku告 kon今根婚混 sa左佐査差砂 za座 sai西才再採済最祭際細斎菜災 zai材財在
saku作策索 satsu札 san三山産参散算 shi四市子氏司士始支止死思指使試史資姿師志詩紙誌視至私 ji自事次地児寺持時治慈示字 shiki式識 shitsu室質失 jitsu実 sha社車者写射舎 shaku石 ju十住重従寿受樹授充柔銃 shu主手守取首種酒終集修周州秀収秋習衆就 shuku宿祝 shun春俊瞬 jun準順純巡旬 sho所書初署諸暑庶緒 jo女助序
sho小少商勝将省招証消焼章象賞昭松昇詳晶正承照星 jo上場情条常城状浄定 shoku食職植色 shin新信心進神真深森身申辛親臣審診 jin人神仁陣尽 su須素 sui水推吹粋 su数 sei生成制政西星正声青清精製聖誠世静整勢晴性 zei税 seki石赤積責績席 setsu設節説接雪 sen千川船線先戦専選宣泉洗銭鮮 zen全前善然 so組素祖 so総想送倉走相層早争操装 zo造増蔵像
soku足速測側息 zoku族続属 son村孫存 ta多他太 da打 tai大体台対隊待太泰態帯 dai大代第題台 taku宅択 tatsu達 tan単炭短担探丹 dan団段男談断 chi地知池置値智 chiku築竹 chaku着 chu中注昼忠駐虫 cho貯 cho町長朝調超鳥張丁頂庁帳潮 choku直 chin鎮珍 tsu通 tei低定底庭弟停提程帝訂締 teki的適敵 tetsu鉄哲徹 ten天店点展転典 den電田伝 to登都土 do土度努 to東島投当党統等灯糖頭塔湯答豆
do同動道堂導銅童 toku特徳得 doku独読毒 nai内 nan南難 ni二 niku肉 nichi日 nyu入 nin任認人 netsu熱 nen年念燃 no農能納脳 ha波派破 ba馬 hai配敗背排 bai売買倍 haku白博 baku麦爆 hachi八 hatsu発 han半反版販阪範 ban番板盤 hi飛比非費秘 bi美備微 hitsu必筆 hyaku百 hyo表票評標 byo病 hin品 bin便 fu不府富父夫付布負 bu部武舞 fuku福服副復 butsu物仏 fun分 bun文
hei平兵並 bei米 betsu別 hen変編辺 ben弁 ho保歩補 bo母墓 ho方法放報豊邦宝訪 bo防貿望忘帽坊 hoku北 boku木牧 hon本 ma馬麻摩 mai米毎枚 matsu末松 man万満 mi未味美 min民 mu無務夢武 mei明名命鳴盟 men面綿 mo毛 moku木目 mon門問文 ya野夜矢 yaku約薬役 yu由油有友遊郵優雄裕勇 yo予余与預 yo用洋陽要様容養羊曜葉 yoku翼浴 rai来雷頼 raku楽落 ran蘭卵
ri理利里裏李 riku陸 ritsu立律 ryaku略 ryu流留劉 ryu竜龍隆 ryo旅 ryo料両量良領療涼 ryoku力緑 rin林臨輪 rui類 rei冷令礼例麗霊 reki歴 retsu列 ren連練錬聯 ro路 ro労 roku六緑録 ron論 wa和話
`

/** Foreign names in Kana, with the spelling they came from. */
export const FOREIGN_IN_KANA = `
ファーウェイ huawei, ハイクビジョン hikvision, ダーファ dahua, インスパー inspur, センスタイム sensetime, ロスネフチ rosneft, ガスプロム gazprom, カラシニコフ kalashnikov, スホイ sukhoi, ロスアトム rosatom, カスペルスキー kaspersky
ウラジーミル vladimir, ウラジミール vladimir, ウラジーミロヴィチ vladimirovich, プーチン putin, アレクサンドル aleksandr, アレクサンダー alexander
セルゲイ sergei, セルゲーイ sergei, ラブロフ lavrov, メドベージェフ medvedev, ルカシェンコ lukashenko, ゼレンスキー zelensky, ショイグ shoigu, アサド assad, バッシャール bashar, イーゴリ igor, アレクセイ alexei, エフゲニー yevgeny, コンスタンチン konstantin, ヴィクトル viktor, ビクトル viktor, オレグ oleg, パーヴェル pavel, ウラディーミル vladimir, カダフィ qadhafi, ハメネイ khamenei, アフマディネジャド ahmadinejad, マフムード mahmoud, ムスタファ mustafa, ドミトリー dmitri, ドミートリー dmitri, イワン ivan, ミハイル mikhail, ニコライ nikolai, アンドレイ andrei, ボリス boris, ユーリ yuri
ムハンマド muhammad, モハメド mohamed, モハンマド mohammad, アフマド ahmad, アフメド ahmed, アリ ali, アリー ali, ハサン hasan, ハッサン hassan
フセイン hussein, フサイン husayn, アブドゥッラー abdullah, アブドラ abdullah, アブドゥル abdul, イブラヒム ibrahim, オマル omar, ウマル umar
ハリド khalid, ユスフ yusuf, オサマ osama, ウサマ usama, ビンラディン bin laden, サダム saddam, ジョン john, マイケル michael, デイビッド david
ジェームズ james, ロバート robert, ウィリアム william, リチャード richard, トーマス thomas, マリア maria, アンナ anna, ホセ jose, フアン juan
カルロス carlos, キム kim, リー lee, パク pak, チェ choe, チョン chong, ロシア russia, イラン iran, シリア syria, パキスタン pakistan, ミャンマー myanmar
アルカイダ al qaida, アル・カーイダ al qaida, タリバン taliban, ヒズボラ hizballah, ハマス hamas, イスラム islamic
`
