// What real members files are made of: thousands of family and given names, towns, workplaces.

export type Word = readonly [written: string, kana: string];

const words = (text: string): readonly Word[] =>
  text.split(" ").map((word) => word.split(":") as unknown as Word);

const across = (first: readonly Word[], second: readonly Word[]): readonly Word[] =>
  first.flatMap(([a, x]) => second.map(([b, y]): Word => [a + b, x + y]));

const familyStarts =
  "山:ﾔﾏ 渡:ﾜﾀ 髙:ﾀｶ 長:ﾅｶﾞ 中:ﾅｶ 小:ｵ 大:ｵｵ 西:ﾆｼ 東:ﾋｶﾞｼ 北:ｷﾀ 南:ﾐﾅﾐ 上:ｳｴ 下:ｼﾓ 石:ｲｼ 岩:ｲﾜ 藤:ﾌｼﾞ 松:ﾏﾂ 竹:ﾀｹ 梅:ｳﾒ 桜:ｻｸﾗ 林:ﾊﾔｼ 森:ﾓﾘ 浅:ｱｻ 深:ﾌｶ 白:ｼﾗ 黒:ｸﾛ 赤:ｱｶ 青:ｱｵ 金:ｶﾈ 銀:ｷﾞﾝ 福:ﾌｸ 吉:ﾖｼ 宮:ﾐﾔ 神:ｶﾐ 寺:ﾃﾗ 五十:ｲｿ 古:ﾌﾙ 新:ﾆｲ 今:ｲﾏ 安:ﾔｽ";
const familyEnds =
  "田:ﾀﾞ 本:ﾓﾄ 川:ｶﾜ 﨑:ｻｷ 野:ﾉ 村:ﾑﾗ 井:ｲ 島:ｼﾏ 谷:ﾀﾆ 橋:ﾊｼ 原:ﾊﾗ 沢:ｻﾜ 濵:ﾊﾏ 部:ﾍﾞ 嵐:ｱﾗｼ 口:ｸﾞﾁ 木:ｷ 内:ｳﾁ 岡:ｵｶ 塚:ﾂｶ 津:ﾂ 尾:ｵ 見:ﾐ 瀬:ｾ 坂:ｻｶ";
const givenStarts =
  "花:ﾊﾅ 陽:ﾊﾙ 裕:ﾕｳ 健:ｹﾝ 大:ﾀﾞｲ 翔:ｼｮｳ 美:ﾐ 恵:ｹｲ 真:ﾏ 直:ﾅｵ 和:ｶｽﾞ 正:ﾏｻ 義:ﾖｼ 德:ﾉﾘ 久:ﾋｻ 幸:ﾕｷ 由:ﾕ 友:ﾄﾓ 智:ｻﾄ 明:ｱｷ 文:ﾌﾐ 俊:ﾄｼ 譲:ｼﾞｮｳ 順:ｼﾞｭﾝ 隆:ﾀｶ 優:ﾕｳ 愛:ｱｲ 千:ﾁ 早:ｻ 純:ｼﾞｭﾝ";
const givenEnds =
  "子:ｺ 美:ﾐ 太郎:ﾀﾛｳ 次郎:ｼﾞﾛｳ 介:ｽｹ 輔:ｽｹ 一:ｲﾁ 二:ｼﾞ 三:ｿﾞｳ 樹:ｷ 人:ﾄ 菜:ﾅ 香:ｶ 江:ｴ 代:ﾖ 奈:ﾅ 彦:ﾋｺ 雄:ｵ 也:ﾔ 平:ﾍｲ 之:ﾕｷ 斗:ﾄ 乃:ﾉ 海:ﾐ 音:ﾈ";
const foreign =
  "ヴェロニカ:ｳﾞｪﾛﾆｶ ジョン:ｼﾞｮﾝ グエン:ｸﾞｴﾝ マリー:ﾏﾘｰ さくら:ｻｸﾗ ひなた:ﾋﾅﾀ Ａｎｎａ:ｱﾝﾅ";

export const families = across(words(familyStarts), words(familyEnds));
export const givenNames = [...across(words(givenStarts), words(givenEnds)), ...words(foreign)];

const cities =
  "福岡県福岡市博多区 福岡県北九州市小倉北区 東京都千代田区 東京都世田谷区 神奈川県横浜市青葉区 大阪府大阪市中央区 大阪府堺市北区 愛知県名古屋市中村区 北海道札幌市中央区 宮城県仙台市太白区 広島県広島市安佐南区 熊本県熊本市東区 鹿児島県霧島市 沖縄県那覇市 京都府京都市左京区 兵庫県西宮市 千葉県船橋市 埼玉県川越市 静岡県浜松市 新潟県長岡市".split(
    " ",
  );

export const towns = across(
  cities.map((city): Word => [city, ""]),
  familyStarts.split(" ").map((word): Word => [`${word.split(":")[0]}見本町`, ""]),
).map(([town]) => town);

export const workplaces = families
  .slice(0, 300)
  .map(([name], i) => (i % 3 === 0 ? `㈱${name}物流` : `${name}工業株式会社　第${i}営業所`));
