//! Sentences and what they claim.

use super::*;
use crate::parse::parse;
use crate::text::Source;

/// The claims of a paragraph on applications in a report of a county's bureau for 2023:
/// `Subject=number`, `Subject:None` or `Subject:All`, `?` behind one that may be others'
/// too, `!` behind one that is something else's.
fn claims(text: &str) -> Vec<String> {
    claims_of("云溪县林业局", &format!("（二）依申请公开情况。{text}"))
}

fn claims_of(organization: &str, text: &str) -> Vec<String> {
    let whole = format!(
        "{organization}2023年政府信息公开工作年度报告\n一、总体情况\n{text}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
    );
    let source = Source::new(&whole);
    let report = parse(&source);
    let prose = Prose::read(&source, &report);
    let show = |claim: &Claim| {
        let subject = format!("{:?}", claim.subject);
        let said = match claim.said {
            Said::Number => format!("={}", claim.value),
            said => format!(":{said:?}"),
        };
        let reach = match claim.reach {
            Reach::Own => "",
            Reach::Wider => "?",
            Reach::Foreign => "!",
        };
        format!("{subject}{said}{reach}")
    };
    Claims::read(&prose, &report).all.iter().map(show).collect()
}

#[track_caller]
fn assert_claims(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(claims(text).join(" "), *expected, "{text}");
    }
}

#[test]
fn received_and_closed() {
    assert_claims(&[
        ("全年收到政府信息依申请公开12件。", "Received=12"),
        ("共收到公民、法人和其他组织通过各种形式提出的信息公开申请12件。", "Received=12"),
        (
            "共受理政府信息公开申请31件，答复30件（含上年度结转申请3件，另有4件顺延到下年度答复）。",
            "Received=31 Closed=30 CarriedIn=3 CarriedOut=4",
        ),
        (
            "共收到信息公开申请12件，上年度结转2件；予以公开5件，无法提供6件，结转下年继续办理3件。",
            "Received=12 CarriedIn=2 Granted=5 Unavailable=6 CarriedOut=3",
        ),
        ("受理12件，办理上年度结转申请2件。答复13件。", "Received=12 CarriedIn=2 Closed=13"),
        ("收到12件政府信息公开申请，结转至下一年度办理1件。", "Received=12 CarriedOut=1"),
        ("全年新收政府信息公开申请数量12件，上年结转政府信息公开申请数量2件。", "Received=12 CarriedIn=2"),
        ("收到政府信息公开申请12宗，已全部办结。", "Received=12 CarriedOut:All"),
        ("本年度收到70件申请，办结69件申请。", "Received=70 Closed=69"),
        (
            "共收到申请12件，2022年结转2件，结转至2024年1件，结转2024年继续办理1件。",
            "Received=12 CarriedIn=2 CarriedOut=1 CarriedOut=1",
        ),
        ("收到和处理政府信息公开申请12件。", "Received=12"),
        (
            "办结依申请公开81件，其中：予以公开及部分公开42件，占51.85%；不予公开5件；无法提供31件；不予处理1件；其他处理2件。",
            "Closed=81 Public=42 Denied=5 Unavailable=31 Refused=1 OtherHandling=2",
        ),
        ("依申请公开13件。", "Applications=13"),
        ("收到申请十二件，申请件数为零。", "Received=12 Applications:None"),
        ("本年度通过各种方式共收到政府信息公开\n申请12\n件。", "Received=12"),
        ("新收申请：12件，不予公开：3件。", "Received=12 Denied=3"),
        (
            "全年共收到依申请公开信息9条，其中：收到邮递依申请公开信息 2 条，信息公开平台依申请公开 7 条，均按时答复。",
            "Received=9",
        ),
        ("收到政府信息公开申请9件，其中收到个人申请8件、企业申请1件。", "Received=9 Enterprises=1"),
        (
            "共收到申请12件，其中本年新收政府信息公开申请10件，上年结转2件。",
            "Received=12 Received=10 CarriedIn=2",
        ),
        ("收到政府信息依申请公开办理事项4件，已办结3件，结转下年度1件。", "Received=4 Closed=3 CarriedOut=1"),
        ("收到申请12件，结转2024年政府信息公开申请2件。", "Received=12 CarriedOut=2"),
        ("收到申请12件，除2件结转下年办理外，均依法依规答复。", "Received=12 CarriedOut=2"),
        ("收到申请12件，除2件申请转结2024年办理以外，已全部办结。", "Received=12 CarriedOut=2"),
        ("收到申请12件，除结转下年的2件外，均已办结。", "Received=12 CarriedOut=2!"),
        ("收到申请12件，除结转外，全部办结。", "Received=12 CarriedOut:All!"),
        ("收到申请12件，除2件为上年结转外，均为新收。", "Received=12"),
        ("收到申请12件，除本年收到的3件仍在办理外，全部办结。", "Received=12 CarriedOut:All!"),
        ("办结申请12件，公开或部分公开9件，逾期未补正不再处理2件。", "Closed=12 Public=9 LateSupplement=2"),
        ("受理依申请信息公开7件，包括信函申请2件、网络申请5件。", "Received=7"),
        ("共收到6份政府信息公开申请，均为自然人申请。", "Received=6 NaturalPersons:All"),
        ("全年收到3条依申请公开政府信息的申请，并已办理完成。", "Received=3"),
    ]);
}

#[test]
fn numbers_of_something_else_are_no_claims() {
    assert_claims(&[
        ("收到网民留言248条，办结230条，公开答复4条。", ""),
        ("12345热线受理50件，市长信箱交办35件，办结35件，办理建议提案20件。", ""),
        ("收到行政许可申请300件，办结300件。", ""),
        ("公开人大代表答复函件16件。", ""),
        ("收到申请约12件，答复100余件，办结10-20件。", ""),
        ("收到申请12件，比上年增加5件，其中办结3件，延期答复2件，告知补正1件。", "Received=12"),
        ("主动撤回2件，转其他机关1件。", ""),
        ("召开新闻发布会12场，发布解读25篇，政府公报6期。", ""),
        ("按时办结率100%，办理时间10个工作日。", ""),
        ("收到政府信息公开申请的投诉3件。", ""),
        ("其中主动公开政府信息12条，作为依申请公开信息数21条，不予公开信息数5条。", ""),
        ("全年制发公文60件，认定为依申请公开20件，不予公开8件。", ""),
        ("其中主动公开文件33件；依申请公开21件；不予公开6件。", ""),
        (
            "归档93件，其中主动公开信息数21条，占比22.6%；依申请公开信息数48条，占比51.6%；不予公开信息数24条，占比25.8%。",
            "",
        ),
        ("主动公开21条，占22.6%，依申请公开48条，占51.6%，不予公开24条，占25.8%。", ""),
        (
            "主动公开信息85条；依申请公开12件，予以公开9件，不予公开3件。",
            "Applications=12 Granted=9 Denied=3",
        ),
    ]);
}

#[test]
fn reach_is_told() {
    assert_claims(&[
        ("近三年收到政府信息公开申请35件。", "Received=35!"),
        ("自2008年以来，收到政府信息公开申请350件。", "Received=350!"),
        ("截至目前，收到政府信息公开申请35件。", "Received=35!"),
        ("上半年收到政府信息公开申请35件。", "Received=35!"),
        ("累计收到政府信息公开申请35件。", "Received=35!"),
        ("2023年累计收到政府信息公开申请35件。", "Received=35?"),
        ("2022年收到政府信息公开申请10件，2023年收到13件。", "Received=10! Received=13"),
        ("上年收到政府信息公开申请10件，今年收到13件。", "Received=10! Received=13"),
        ("全县收到政府信息公开申请35件，办结33件。", "Received=35! Closed=33!"),
        ("代表县政府受理政府信息公开申请35件。", "Received=35!"),
        ("今年以来，收到政府信息公开申请13件。", "Received=13"),
        ("2023年1月1日至12月31日，收到政府信息公开申请13件。", "Received=13"),
        ("2023年6月，收到政府信息公开申请3件。", "Received=3!"),
    ]);
    let government = claims_of("云溪县人民政府", "全县共受理政府信息公开申请35件，答复33件。");
    assert_eq!(government, ["Received=35?", "Closed=33?"]);
}

#[test]
fn results_and_their_rows() {
    assert_claims(&[
        (
            "收到依申请公开3件，均为自然人通过函件申请，其中2件为部分公开，1件为不予公开。",
            "Received=3 NaturalPersons:All Partial=2 Denied=1",
        ),
        (
            "予以公开答复966件，占66.48%；部分公开67，占4.61%；不予公开答复263件。",
            "Granted=966 Partial=67 Denied=263",
        ),
        ("予以公开、部分公开42件，予以公开或部分公开占58.5%。", "Public=42"),
        (
            "属于四类过程性信息1件，本机关不掌握相关政府信息2件，其他1件（申请人自主撤销）。无下年度结转。",
            "Process=1 NotHeld=2 CarriedOut:None",
        ),
        (
            "“予以公开”1件、“无法提供”2件，涉及商业秘密、个人隐私1件，执法案卷2件。",
            "Granted=1 Unavailable=2 ThirdParty=1 CaseFile=2",
        ),
        (
            "其中自然人9件、商业企业3件、法律服务机构1件，自然人申请9件。",
            "NaturalPersons=9 Enterprises=3 LegalServices=1 NaturalPersons=9",
        ),
        ("信访举报投诉类申请1件，重复申请2件，大量反复申请3件。", "Petition=1 Repeated=2 Massive=3"),
        ("依法不予公开的事项不少，予以公开的判决12件。", ""),
    ]);
}

#[test]
fn denials_are_told() {
    assert_claims(&[
        ("全年未收到依申请公开事项。", "Received:None"),
        ("未收到公民、法人和其他组织提出的政府信息公开申请。", "Received:None"),
        ("没有收到任何政府信息公开的申请。", "Received:None"),
        ("无依申请公开件。", "Received:None"),
        ("零申请。", "Received:None"),
        ("未收到书面申请，未收到信函、传真等形式申请。", ""),
        ("未收到政府信息公开申请引起的投诉。", ""),
        ("除3件外，未收到其他政府信息公开申请。", "Received:None!"),
        ("未收到逾期答复的投诉举报。", ""),
        ("无一件逾期，没有申请人提出异议。", ""),
        ("无上年结转，无结转下年度。", "CarriedIn:None CarriedOut:None"),
        ("收到申请3件，均按期办结。", "Received=3"),
        ("收到申请3件，其中上年结转申请1件，均已办结。", "Received=3 CarriedIn=1"),
    ]);
}

#[test]
fn cases_are_told() {
    assert_claims(&[
        (
            "政府信息公开行政复议35件，其中结果维持7件，结果纠正6件，其他结果18件，尚未审结4件；政府信息公开行政诉讼46件，其中结果维持25件。",
            "Cases(Reconsideration, Total)=35 Cases(Reconsideration, Upheld)=7 Cases(Reconsideration, Corrected)=6 Cases(Reconsideration, Other)=18 Cases(Reconsideration, Pending)=4 Cases(Suits, Total)=46 Cases(Suits, Upheld)=25",
        ),
        (
            "因政府信息公开引起的行政复议案件2件、行政诉讼案件7件。",
            "Cases(Reconsideration, Total)=2 Cases(Suits, Total)=7",
        ),
        (
            "行政复议3件，1件结果维持，2件结果纠正。",
            "Cases(Reconsideration, Total)=3 Cases(Reconsideration, Upheld)=1 Cases(Reconsideration, Corrected)=2",
        ),
        ("未发生因政府信息公开申请被申请行政复议、提起行政诉讼情况。", "Cases(Both, Total):None"),
        ("没有因政府信息公开引起行政复议和行政诉讼的情况。", "Cases(Both, Total):None"),
        ("行政复议0件，提起行政诉讼0件。", "Cases(Reconsideration, Total)=0 Cases(Suits, Total)=0"),
        ("被申请行政复议3件，均维持。", "Cases(Reconsideration, Total)=3 Cases(Reconsideration, Upheld):All"),
        (
            "行政诉讼案件2件，被纠错0件，零败诉。",
            "Cases(Suits, Total)=2 Cases(Suits, Corrected)=0 Cases(Suits, Corrected):None",
        ),
        ("未经复议直接起诉1件，复议后起诉2件。", "Cases(Direct, Total)=1 Cases(After, Total)=2"),
        ("办理行政复议案件20件，审结18件。", ""),
        ("行政诉讼一审3件、二审2件。", ""),
        ("未发生因答复不当引发的行政复议。", ""),
        ("行政复议3件、行政诉讼2件，其中维持4件。", "Cases(Reconsideration, Total)=3 Cases(Suits, Total)=2"),
    ]);
    for text in [
        "（五）监督保障。全年行政复议案件20件，均维持。",
        "（五）监督保障。加强政府信息公开工作。规范依申请公开。全年行政诉讼12件，零败诉。",
    ] {
        let elsewhere = claims_of("云溪县林业局", text);
        assert!(elsewhere.is_empty(), "{text}: {elsewhere:?}");
    }
    let about = claims_of("云溪县林业局", "（五）监督保障。全年未发生因政府信息公开引起的行政复议。");
    assert_eq!(about, ["Cases(Reconsideration, Total):None"]);
}

#[test]
fn documents_decisions_purchases_fees() {
    assert_claims(&[
        (
            "制定发布规范性文件4件，清理废止0件，现行有效20件。",
            "DocumentsIssued=4 DocumentsRepealed=0 DocumentsInForce=20",
        ),
        (
            "制发行政规范性文件0件，废止0件，截至12月31日现行有效0件。",
            "DocumentsIssued=0 DocumentsRepealed=0 DocumentsInForce=0",
        ),
        ("公开规范性文件4件，清理并集中发布现行有效行政规范性文件393件，制定政策性文件11件。", ""),
        ("作出行政处罚决定15件，公开行政许可信息36条。", "Penalties=15"),
        ("政府集中采购项目2个，采购总金额576.76万元。", "Purchases=2 PurchaseAmount=576.76"),
        ("全年收取政府信息公开信息处理费3940元。", "Fee=3940"),
        ("全年未收取信息处理费。", "Fee:None"),
        ("发出收费通知2件，信息处理费总金额500元。", ""),
    ]);
}

#[test]
fn the_whole_of_a_street_is_its_office_s_scope() {
    let claims = |organization| claims_of(organization, "（二）依申请公开情况。全街道收到申请12件。");
    assert_eq!(claims("云溪区北关街道办事处"), ["Received=12?"]);
    assert_eq!(claims("云溪县林业局"), ["Received=12!"]);
    let claims = |organization| claims_of(organization, "（二）依申请公开情况。各部门收到申请12件。");
    assert_eq!(claims("云溪县人民政府"), ["Received=12?"]);
    assert_eq!(claims("云溪县林业局"), ["Received=12!"]);
}

#[test]
fn hostile_prose_gives_no_claims_and_ends() {
    let nested = format!("{}收到3件{}", "（其中".repeat(1000), "）".repeat(1000));
    assert!(claims(&nested).len() <= 1);
    for unit in [
        "申请，",
        "未",
        "均",
        "结转",
        "行政复议、",
        "收到",
        "3件",
        "上年结转",
        "的",
        "不予公开和",
        "收到申请3件，",
    ] {
        let text = unit.repeat(120_000 / unit.len());
        claims(&text);
    }
}

/// `make rules` writes the files anew; what changed is then read before it is kept.
#[test]
fn sentences_claim_what_the_files_say() {
    crate::sentences::check("claims", &|text| claims(text).join(" "));
    crate::sentences::check("claims-elsewhere", &|text| claims_of("云溪县林业局", text).join(" "));
    let government = |text: &str| claims_of("云溪县人民政府", &format!("（二）依申请公开情况。{text}"));
    crate::sentences::check("claims-government", &|text| government(text).join(" "));
}
