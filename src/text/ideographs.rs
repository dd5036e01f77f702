//! Ideographs written with another character that looks the same.
//!
//! The text of a PDF often names glyphs by the characters of radicals (U+2F2F for 工, U+2F8F for
//! 行) or by those that Unicode holds for compatibility (U+F98E for 年). Nobody sees the
//! difference, and a label or a year in them would not be read.

/// What the radicals of Kangxi, U+2F00 to U+2FD5, stand for, as Unicode's compatibility
/// decomposition has it.
const RADICALS: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工\
    己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉\
    瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯\
    鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The same of the compatibility ideographs U+F900 to U+FA0B, which fonts for two languages have
/// beside the ideograph itself.
const COMPATIBILITY: &str = "\
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞\
    擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧\
    怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐\
    戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂\
    燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘\
    藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓";

/// Of the supplementary radicals those that are an ideograph of today, each before it
/// (Unicode, EquivalentUnifiedIdeograph.txt).
const SUPPLEMENT: &str = "\
    ⺟母⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

/// `text` with each of them as what it stands for, or nothing if there is none. Every character
/// keeps its place and its length, in bytes as in UTF-16.
pub fn unified(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let behind = bytes.get(1..).unwrap_or_default();
    // Without a way out in the middle, so that the compiler looks at many bytes at once.
    let is_among = |(first, second): (&u8, &u8)| {
        (*first == 0xE2) & (0xBA..=0xBF).contains(second) | (*first == 0xEF) & (0xA4..=0xA8).contains(second)
    };
    if !bytes.iter().zip(behind).fold(false, |found, pair| found | is_among(pair)) {
        return None;
    }
    let mut unified = String::with_capacity(text.len());
    for c in text.chars() {
        match ideograph(c) {
            Some(ideograph) => unified.push_str(ideograph),
            None => unified.push(c),
        }
    }
    Some(unified)
}

/// What `c` stands for, if it is one of them.
fn ideograph(c: char) -> Option<&'static str> {
    let (list, at) = match c {
        '\u{2e80}'..='\u{2eff}' => {
            (SUPPLEMENT, SUPPLEMENT.char_indices().find(|(_, other)| *other == c)?.0 + 3)
        }
        '\u{2f00}'..='\u{2fd5}' => (RADICALS, 3 * (c as usize - 0x2f00)),
        '\u{f900}'..='\u{fa0b}' => (COMPATIBILITY, 3 * (c as usize - 0xf900)),
        _ => return None,
    };
    list.get(at..at + 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn what_looks_like_an_ideograph_is_read_as_it() {
        for (written, meant) in [
            ("⼀、总体情况", "一、总体情况"),
            ("⼈⺠政府⼆〇⼆三\u{f98e}⼯作", "人民政府二〇二三年工作"),
            ("⾏政许可 ⻓期", "行政许可 长期"),
        ] {
            assert_eq!(unified(written).as_deref(), Some(meant));
        }
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in ["", "一、总体情况（“三安全一稳定”）——12，３", "⿰ ㍻ ﹏ ﷽ ✓ é"]
        {
            assert_eq!(unified(text).unwrap_or(text.to_string()), text);
        }
    }

    #[test]
    fn they_stand_for_what_unicode_says_and_keep_their_length() {
        for c in ('\u{2e80}'..='\u{2fdf}').chain('\u{f900}'..='\u{faff}') {
            let meant = ideograph(c).map_or(c, |meant| meant.chars().next().unwrap());
            assert_eq!((meant.len_utf8(), meant.len_utf16()), (c.len_utf8(), c.len_utf16()), "{c}");
            let named: Vec<char> = c.nfkc().collect();
            if matches!(c, '\u{2f00}'..='\u{2fd5}' | '\u{f900}'..='\u{fa0b}') {
                assert_eq!([meant][..], named, "{c}");
            }
        }
    }
}
