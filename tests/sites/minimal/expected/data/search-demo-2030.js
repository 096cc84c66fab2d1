receiveIndex([
{"kind": "place", "to": "demo-2030/alpha/index.html", "name": ["甲县", "Alpha County"], "pinyin": "jia xian", "text": ["甲县要引进90个以上项目", "Alpha is to bring in at least 90 projects"], "also": ["甲县", "Alpha"], "tags": ["zh-Hans", "en"]},
{"kind": "figure", "to": "demo-2030/alpha/index.html#f-new-projects", "name": ["新引进项目", "Projects brought in"], "pinyin": "xin yin jin xiang mu", "where": ["甲县", "Alpha"], "text": ["90个以上、目标、2030年", "at least 90 projects; target; 2030"]},
{"kind": "figure", "to": "demo-2030/alpha/index.html#f-funds", "name": ["资金", "Funds"], "pinyin": "zi jin", "where": ["甲县", "Alpha"], "text": ["387.6亿元、计划、2030年第一季度", "RMB 38.76 billion; plan; Q1 2030"]},
{"kind": "measure", "to": "demo-2030/alpha/index.html#m-scouting", "name": ["主动招商", "Active scouting"], "pinyin": "zhu dong zhao shang", "where": ["甲县", "Alpha"], "text": ["主动外出招商。", "It will scout for investors."]},
{"kind": "place", "to": "demo-2030/beta/index.html", "name": ["乙区", "Beta District"], "pinyin": "yi qu", "text": ["乙区没有给出目标", "Beta gives no target"], "also": ["乙区", "Beta"], "tags": ["zh-Hans", "en"]},
{"kind": "figure", "to": "demo-2030/beta/index.html#f-pipeline", "name": ["新引进项目", "Projects brought in"], "pinyin": "xin yin jin xiang mu", "where": ["乙区", "Beta"], "text": ["2至4个、实绩、未注明日期", "2 to 4 projects; result; no date given"]},
{"kind": "entity", "to": "demo-2030/entities/index.html#e-north-park", "name": ["城北园区", "North Park"], "pinyin": "cheng bei yuan qu", "where": ["甲县", "Alpha"], "text": ["主打园区", "The park it leads with"]},
{"kind": "sector", "to": "demo-2030/sectors/index.html#i-machinery", "name": ["机械", "Machinery"], "pinyin": "ji xie", "text": ["机械制造业。", "The making of machines."]},
{"kind": "theme", "to": "demo-2030/themes/index.html#i-promotion", "name": ["招商", "Promotion"], "pinyin": "zhao shang", "text": ["招商方面的举措。", "Work to win investors."]},
{"kind": "indicator", "to": "demo-2030/figures/index.html#i-projects-introduced", "name": ["新引进项目", "Projects brought in"], "pinyin": "xin yin jin xiang mu", "text": ["新引进的项目个数。", "The number of projects brought in."]},
{"kind": "indicator", "to": "demo-2030/figures/index.html#i-funding", "name": ["资金", "Funds"], "pinyin": "zi jin", "text": ["投入的资金。", "The money put in."]}
]);
