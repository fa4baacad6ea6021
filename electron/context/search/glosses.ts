/**
 * Chinese words as they stand in definitions of tools, and what a person who asks in English would say, and the other way
 * round. One line for each field: Chinese words that mean the same joined by a comma, an equals sign, English words.
 */
const LINES = `
获取,取得,得到=get;查询,查找,查=query find look up;搜索,检索,搜=search find;列出,列表,清单=list;显示,展示,呈现=show display;读取,阅读,读=read
查看,浏览=view browse;打开,开启=open;关闭=close;创建,新建,建立,新增=create new;添加,增加,加入=add;插入=insert;删除,移除,去除=delete remove
清空,清除=clear;更新,升级=update;修改,编辑,更改=edit change;替换=replace;设置,设定,配置=set configure setting;保存,存储,储存=save store;写入,写=write
上传=upload;下载=download;发送,发出=send;发布,发表=publish post;分享,共享=share;移动=move;复制,拷贝=copy;重命名=rename;合并=merge join;拆分,分割=split
转换,转化,转为=convert;翻译=translate;提取,抽取=extract;解析=parse;分析=analyze;计算,换算=calculate compute;统计=statistics count;比较,对比=compare
推荐=recommend suggestion;预测=predict forecast;预报=forecast;生成,产生=generate make;绘制,画=draw;执行,运行=run execute;启动,开始=start;停止,结束=stop end
安装=install;测试=test;检查,检测,校验,验证=check validate verify;监控=monitor watch;通知,提醒=notify remind notification;订阅=subscribe;登录=login sign in;注册=register
购买,买=buy purchase;销售,出售,卖=sell sales;支付,付款=pay payment;订单,下单=order;预订,预定=book reserve;评价,评测,测评=review rating;评论=comment;回复=reply
选择,选取=choose select;筛选,过滤=filter;排序=sort;随机=random;识别=recognize;优化=optimize improve;使用,用法=use;了解,知道=know;制作=make
规划,计划=plan;总结,摘要,概述,概要=summary;格式化=format;导入=import;导出=export;备份=backup;恢复=restore;部署=deploy;调试=debug;编译=compile;截图=screenshot
文件=file;文件夹,目录=folder directory;路径=path;文档=document docs;文本,文字=text;内容=content;标题=title headline;段落=paragraph;表格=table spreadsheet
图片,图像,照片,相片=image picture photo;图表=chart graph;图标=icon;视频=video;音频=audio;声音=sound;音乐,歌曲=music song;电影,影片=movie film;动画,动漫=animation anime
电视剧,电视=tv series show;综艺=variety show;幻灯片=slide;演示文稿,演示=presentation slides;模板=template;布局=layout;占位符=placeholder;矢量=vector;字体=font;颜色=color
代码=code;程序,应用程序=program app;软件=software;应用=app application;开发=development developer programming;前端=frontend;后端=backend;组件=component;界面=interface ui
数据库=database;数据=data;接口=interface api;函数=function;参数=parameter;变量=variable;示例,例子,案例=example;版本=version;日志=log changelog;错误=error
服务器=server;服务=service;云计算=cloud;架构=architecture;人工智能,智能=artificial intelligence ai smart;机器学习=machine learning;模型=model;算法=algorithm
网络=network internet;互联网=internet;网页,网站=web page website;网址,链接=url link;浏览器=browser;搜索引擎,必应=search engine web;关键词,关键字=keyword;结果=result
用户=user;账号,账户=account;密码=password;权限=permission;名称,名字,姓名=name;编号=number id;类型,种类=type kind;分类,类别=category;标签=tag label;状态=status
列=column;行=row;页面=page;数量=number amount;大小=size;长度=length;格式=format;详情,详细,明细=detail;信息=information;简介,介绍=introduction about;说明=explanation
消息=message;邮件,邮箱=email mail;短信=sms message;电话,手机=phone;聊天,对话=chat conversation;群=group;好友,朋友=friend;社交=social;社区=community forum
新闻=news headlines;资讯,快讯=news information;头条=headlines;时事,时政=current affairs politics;热榜=trending hot ranking;热搜=trending hot search;热门,热点=hot popular trending
排行榜,排行,榜单,排名,榜=ranking top chart list;趋势,潮流=trend;流行=popular;话题=topic;热议=discussion;讨论=discussion;问答=questions answers;问题=question problem
最新=latest newest;实时=live current real time;今天,今日=today;明天=tomorrow;昨天=yesterday;当前,目前=current now;历史=history historical;未来=future;近期,最近=recent
日期=date;时间=time;时区=timezone;星期=week weekday;月份=month;年份=year;小时=hour;日历=calendar;农历=lunar calendar;公历=solar calendar;黄历=almanac calendar;节日=holiday
八字=birth chart eight characters fortune;生辰=birth;性别=gender sex;年龄=age;生日=birthday;运势=fortune;星座=zodiac
天气=weather;气温,温度=temperature;空气=air;降雨,下雨=rain;地震=earthquake;气候=climate;环境=environment
地图=map;位置=location position;坐标=coordinate;经纬度=latitude longitude coordinate;经度=longitude;纬度=latitude;地址=address;地点=place location;附近,周边=nearby around
距离=distance;路线,路径规划=route directions;导航=navigation directions;步行=walk;驾车,驾驶=drive car;骑行=bike cycling;公交=bus transit;地铁=subway metro
火车,列车=train rail;高铁,动车=train rail high speed;铁路=railway rail;车票,火车票=train ticket;余票=ticket remaining seat;车次=train number;中转,换乘=transfer change connection
经停=stop stations;车站,站点=station;站=station;出发=departure depart;到达=arrival arrive;停留=stay stop;票价=fare price;座位=seat;航班,飞机=flight plane;机场=airport
酒店,宾馆=hotel;旅游,旅行=travel trip tourism;旅行社=travel agency;景点=attraction sight;门票=ticket;攻略=guide tips;城市=city;省=province;国家=country;中国=china;国内=domestic
国际=international;全球,世界=world global;地区,区域=region area;房产,房子=house property;租房=rent;停车=parking
商品,产品=product goods;价格=price;优惠,折扣,打折=discount deal bargain;购物=shopping buy;消费=consumer shopping;好物,值得买=recommended buy deal;品牌=brand;店铺,商店=shop store
快递=parcel delivery;物流=logistics shipping;库存=stock inventory;商家=merchant seller;电商=online shop commerce
财经,金融=finance financial;经济=economy economic;股票=stock share;基金=fund;债券=bond;投资=investment invest;投融资,融资=funding investment;创业=startup;企业,公司=company business
商业=business;产业,行业=industry;市场=market;汇率=exchange rate currency;货币=currency money;黄金=gold;银行=bank;贷款=loan;利率=interest rate;税=tax;收入=income revenue;利润=profit
财务=finance financial;报表=report statement;行情=quote market price;期货=futures;指数=index;加密货币=crypto currency;区块链=blockchain;合同=contract;发票=invoice
科技=technology tech;技术=technology technical;数码=digital electronics gadget;电子=electronic;设备=device;硬件=hardware;电脑,计算机=computer;苹果=apple;创新=innovation
科学=science;医学,医疗=medicine medical;健康=health;疾病=disease;药品,药物=drug medicine;医院=hospital;医生=doctor;基因=gene;运动,体育=sport;足球=football soccer;篮球=basketball
赛事,比赛=match competition;健身=fitness;教育=education;学校=school;大学=university;课程=course;学习=study learn;考试=exam;论文=paper;期刊=journal;文献=literature
研究=research study;报告=report;书籍,图书,书=book;小说=novel;读书=reading books;作者=author;作品=work;文章=article;博客=blog;教程=tutorial guide;诗词,诗=poem;词典=dictionary
文化=culture;历史上=history;艺术=art;博物馆=museum;娱乐=entertainment;明星=celebrity star;八卦=gossip;社会=society social;政治=politics;法律=law legal;军事=military
年轻人=young people;生活=life lifestyle;效率=productivity efficiency;职场,工作=work job;招聘=job recruiting hire;简历=resume cv;家居=home;汽车=car;宠物=pet;儿童=child kids;女性=women
游戏=game gaming;玩家=player gamer;角色=character;技能=skill;武器=weapon;装备=equipment;卡牌=card;卡片=card;游戏王=yugioh yu gi oh;声骸=echo artifact;套装=set;养成=build growth
英雄=hero champion;战绩=match record
菜谱,食谱=recipe cook;做菜,烹饪=cook;吃=eat food;食物,食品=food;食材=ingredient;菜品,菜=dish meal;荤菜=meat dish;素菜=vegetable vegetarian dish;早餐=breakfast;午餐=lunch;晚餐=dinner
主食=staple rice noodles;汤=soup;甜品=dessert;饮品,饮料=drink;调料=seasoning sauce;水产=seafood fish;膳食=meals diet;忌口=avoid diet;过敏原,过敏=allergy allergic allergen
人数=number of people;步骤=step;餐厅=restaurant;外卖=takeaway food delivery;咖啡=coffee
项目=project;任务=task;待办=todo;日程=schedule calendar;会议=meeting;团队=team;部门=department;员工=employee;客户=customer client;联系人=contact;笔记=note;知识库=knowledge base
知识=knowledge;记忆=memory;仓库=repository;提交=commit submit;分支=branch;拉取请求=pull request;问题单=issue ticket;流程=process workflow;审批=approval
图形=shape graphic;柱状图=bar chart;折线图=line chart;饼图=pie chart;思维导图=mind map;流程图=flow chart diagram;二维码=qr code;语音=voice speech;字幕=subtitle;直播=live stream
设计=design;提示词,提示=prompt;主题=theme topic;样式=style;按钮=button;表单=form;点击=click;输入=input enter;输出=output;剪贴板=clipboard;打印=print;压缩=compress zip
加密=encrypt;解密=decrypt;签名=sign signature;证书=certificate;域名=domain;端口=port;容器=container;镜像=image container;进程=process;命令=command;终端=terminal;脚本=script
`;

const MOST_LETTERS = 5;
let known: ReadonlyMap<string, string> | undefined;

function entries(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of LINES.trim().split(/[;\n]/u)) {
    const [words = '', english = ''] = line.split('=');
    for (const word of words.split(',')) found.set(word, english);
  }
  return found;
}

/** English words for a run of Chinese characters: the longest known words of it, from left to right. */
export function glossesOf(letters: readonly string[]): string[] {
  const english = (known ??= entries());
  const found: string[] = [];
  for (let at = 0; at < letters.length;) {
    let took = 1;
    for (let length = Math.min(MOST_LETTERS, letters.length - at); length >= 1; length--) {
      const gloss = english.get(letters.slice(at, at + length).join(''));
      if (gloss === undefined) continue;
      found.push(gloss);
      took = length;
      break;
    }
    at += took;
  }
  return found;
}
