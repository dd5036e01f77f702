//! Characters by the names and numbers of older fonts, and characters for the radicals
//! that some programs write in their stead.

use crate::intake::encoding::windows_1252;

/// What the codes from 128 on stand for in the Mac's encoding.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The character of `code` in Windows' encoding, or the Mac's.
pub fn standard(code: u8, windows: bool) -> Option<char> {
    match code {
        0..32 | 127 => None,
        32..127 => Some(code as char),
        _ if windows => Some(windows_1252(code)),
        _ => MAC.chars().nth(usize::from(code) - 128),
    }
}

/// Names of characters that stand in tables and dates, beside the letters' own.
const NAMES: [(&str, char); 48] = [
    ("space", ' '),
    ("nbspace", ' '),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("period", '.'),
    ("comma", ','),
    ("colon", ':'),
    ("semicolon", ';'),
    ("hyphen", '-'),
    ("minus", '-'),
    ("sfthyphen", '-'),
    ("plus", '+'),
    ("equal", '='),
    ("slash", '/'),
    ("backslash", '\\'),
    ("parenleft", '('),
    ("parenright", ')'),
    ("bracketleft", '['),
    ("bracketright", ']'),
    ("braceleft", '{'),
    ("braceright", '}'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("at", '@'),
    ("numbersign", '#'),
    ("asterisk", '*'),
    ("question", '?'),
    ("exclam", '!'),
    ("underscore", '_'),
    ("quotedbl", '"'),
    ("quotesingle", '\''),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("endash", '–'),
    ("emdash", '—'),
    ("ellipsis", '…'),
    ("bullet", '•'),
    ("periodcentered", '·'),
];

/// The character that a glyph's name tells.
pub fn character(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    // What follows a point tells only how it is drawn.
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    if let [byte @ (b'a'..=b'z' | b'A'..=b'Z')] = name.as_bytes() {
        return Some(*byte as char);
    }
    if let Some((_, c)) = NAMES.iter().find(|(own, _)| *own == name) {
        return Some(*c);
    }
    let digits = name.strip_prefix("uni").or(name.strip_prefix('u'))?;
    if !(4..=6).contains(&digits.len()) {
        return None;
    }
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)
}

/// The character itself for a radical or a compatibility character. A font has one
/// glyph for both, and browsers that print tell the wrong one of them.
pub fn unified(c: char) -> char {
    let nth = |table: &str, at: u32| table.chars().nth(at as usize);
    let found = match c {
        '\u{2e80}'..='\u{2eff}' => {
            let mut pairs = FURTHER_RADICALS.chars();
            pairs
                .by_ref()
                .step_by(2)
                .position(|own| own == c)
                .and_then(|at| nth(FURTHER_RADICALS, 2 * at as u32 + 1))
        }
        '\u{2f00}'..='\u{2fd5}' => nth(RADICALS, c as u32 - 0x2f00),
        '\u{f900}'..='\u{fad9}' => nth(COMPATIBLE, c as u32 - 0xf900).filter(|c| *c != '\u{3000}'),
        _ => None,
    };
    found.unwrap_or(c)
}

/// The characters for the radicals from U+2F00 on.
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮\
    山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿\
    片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌\
    舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音\
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Those for the compatibility characters from U+F900 on.
const COMPATIBLE: &str = "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎\
    來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵\
    讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭\
    驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈\
    領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易\
    李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀\
    﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨\
    層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸\
    難響頻恵𤋮舘　　並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖\
    歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈\
    輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎";

/// Radicals from U+2E80 on, each with its character.
const FURTHER_RADICALS: &str = "⺁厂⺄乙⺅亻⺆冂⺈刀⺉刂⺋卩⺏尣⺕彐⺖忄⺘扌⺟母⺠民⺡氵⺣灬⺦丬⺪疋⺭礻⺶羊⻁虎⻂衤⻄西⻅\
    见⻆角⻈讠⻉贝⻋车⻍辶⻎辶⻏阝⻐钅⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼\
    ⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_are_characters() {
        assert_eq!(character(b"one"), Some('1'));
        assert_eq!(character(b"uni5E74"), Some('年'));
        assert_eq!(character(b"seven.lf"), Some('7'));
        assert_eq!(character(b"g123"), None);
        assert_eq!(standard(0x97, true), Some('—'));
        assert_eq!(standard(0xd0, false), Some('–'));
        assert_eq!(MAC.chars().count(), 128);
    }

    #[test]
    fn radicals_are_the_characters_they_look_like() {
        let words: String = "⼀、总体情况 ⼯作年度报告 ⻚ ⺠ ⻓ 年 ⾏ 不".chars().map(unified).collect();
        assert_eq!(words, "一、总体情况 工作年度报告 页 民 长 年 行 不");
    }
}
