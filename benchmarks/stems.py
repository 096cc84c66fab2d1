"""Names that no map has: two characters each, with a romanisation of their own.

Neither character is a numeral, and a name ends in what kind of place it is, so that no name stands within another.
"""

from __future__ import annotations

import functools
from itertools import product

from words import Pair, dice

FIRST = (
    "岚lan 澄cheng 沐mu 栖qi 翠cui 琅lang 禾he 颖ying 柘zhe 霁ji 庐lu 浔xun 瑶yao 筠yun 芷zhi 莘shen 蓼liao 蔚wei"
    " 藤teng 邛qiong 陇long 霞xia 韶shao 黛dai 漪yi 沅yuan 洮tao 汾fen 榕rong 枫feng 朔shuo 昭zhao 敦dun 岷min 宣xuan"
    " 菀wan 荻di 菱ling 葵kui 蕙hui 蒲pu 茗ming 珏jue 珩heng 晴qing 曦xi 晗han 昊hao 旭xu 骏jun 鸿hong 鹃juan 雁yan"
    " 鲲kun 墨mo 笙sheng 箫xiao 瑟se 琴qin 棠tang 椴duan 桦hua 楠nan 槿jin 柏bai 杏xing 桔ju 柚you 梅mei 峦luan 璃li"
    " 珊shan 贝bei"
)
SECOND = (
    "溪xi 甸dian 陵ling 屏ping 塘tang 堰yan 桥qiao 陌mo 涧jian 浦pu 湾wan 源yuan 滩tan 港gang 坞wu 垭ya 埠bu 塔ta"
    " 寨zhai 峪yu 庄zhuang 林lin 柳liu 津jin 渡du 渚zhu 湖hu 沟gou 梁liang 谷gu 堡bao 阜fu 墩dun 峰feng 坝ba 坡po"
    " 坊fang 垒lei 池chi 汀ting 沙sha 泊bo 矶ji 礁jiao 荡dang 郡jun 驿yi 窑yao 杉shan 樟zhang 槐huai 浜bang 岬jia 麓lu"
)
"""Each character with its romanisation."""


@functools.cache
def stems() -> tuple[Pair, ...]:
    """Return every name, in an order that never changes."""
    pairs = product(FIRST.split(), SECOND.split())
    found = {one[1:] + two[1:]: Pair(one[0] + two[0], (one[1:] + two[1:]).capitalize()) for one, two in pairs}
    return tuple(dice("stems").sample(list(found.values()), len(found)))
