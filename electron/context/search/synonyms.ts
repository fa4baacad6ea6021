import { wordsOf } from './words.ts';

/**
 * Words that mean nearly the same where tools are spoken of. Each line is one group; the first words of a task are the
 * person's, those of a tool its author's.
 */
const GROUPS = `
get fetch retrieve read load obtain download open view show display collect
find search lookup discover query locate explore
list enumerate browse index
create make new add generate build produce compose
write save store put insert append
update edit change modify set replace rename patch
delete remove erase drop clear discard purge
send post submit publish share message deliver notify
write compose draft reply send
move relocate transfer
copy duplicate clone
run execute invoke launch start evaluate
calculate compute calculation math arithmetic sum expression
convert transform translate export turn
summarize summary digest abstract outline brief
analyze analysis inspect examine identify detect
picture image photo png jpg screenshot snapshot drawing figure illustration
draw paint sketch canvas
chart graph plot diagram visualization visualize
file document path
folder directory
document word docx doc paper
spreadsheet excel sheet workbook xlsx csv table
slide presentation powerpoint pptx deck
email mail inbox gmail
message chat slack conversation
calendar event meeting appointment schedule
task todo reminder ticket issue bug
repository repo git github
commit revision change
webpage website url web page site link
news headline trend trending article hot
article paper publication arxiv literature research
price cost quote rate fee
gold silver asset commodity crypto coin
stock share ticker equity security
earnings income revenue profit statement financial finance
coordinate geocode latitude longitude geographic location address place
place poi attraction restaurant shop amenity nearby
route direction navigation path itinerary trip travel
map location
weather forecast temperature climate
database sql sqlite table record
music audio sound song track
video movie film clip
user account profile member contact
time date clock timezone
text content string
translate language
password secret credential
news 新闻 资讯
trending rank 热榜 热门 热点 热搜 排行 榜单
technology tech 科技
electronics digital 数码 消费
game gaming 游戏
movie film 电影
music song 音乐
video 视频
image picture 图片 图像
weather forecast 天气
map location 地图
coordinate 坐标 经纬
address place 地址 地点
route direction 路线 导航
search find query 搜索 查询 检索
get fetch 获取
list 列表
file 文件
folder directory 目录
document 文档
paper article 论文 文章
database 数据库
stock share 股票
price 价格
finance financial 财经 金融
train railway ticket 火车 车票 铁路 高铁
station 车站
date 日期
time 时间
city 城市
user 用户
message 消息
mail email 邮件
calendar schedule 日历 日程
translate 翻译
create 创建 新建
delete remove 删除
update edit 更新 修改
upload 上传
download 下载
send 发送
shop buy shopping recommend 购物 商品 好物
book read 图书 阅读
comment review 评论
food recipe cook 菜谱 美食
`;

/** For each stem, the stems that stand beside it in a group. */
export const synonyms: ReadonlyMap<string, readonly string[]> = groups();

function groups(): Map<string, string[]> {
  const beside = new Map<string, Set<string>>();
  for (const line of GROUPS.trim().split('\n')) {
    const stems = wordsOf(line);
    for (const stem of stems) {
      const known = beside.get(stem) ?? new Set();
      for (const other of stems) if (other !== stem) known.add(other);
      beside.set(stem, known);
    }
  }
  return new Map([...beside].map(([stem, others]) => [stem, [...others]]));
}
