//! The prose around the tables of an invented report.

use gouji::form::TableKey;

use super::model::Model;

/// The invented body.
pub const ORGANIZATION: &str = "云溪县青禾镇人民政府";

/// The report of `model`, its tables written by `table`.
pub fn report(model: &Model, mut table: impl FnMut(TableKey) -> String) -> String {
    let year = model.year;
    let source =
        if year < 2021 { "国办公开办函〔2019〕60号" } else { "国办公开办函〔2021〕30号" };
    let [two, three, four] = TableKey::ALL.map(&mut table);
    format!(
        "{ORGANIZATION}\n{year}年政府信息公开工作年度报告\n\n\
         本报告根据《中华人民共和国政府信息公开条例》和{source}编制。\
         所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。\n\n\
         一、总体情况\n\n\
         青禾镇通过县政府门户网站主动公开政府信息，及时更新栏目内容。全年开展业务培训两次。\n\n\
         二、主动公开政府信息情况\n{two}\n\
         三、收到和处理政府信息公开申请情况\n{three}\n\
         四、政府信息公开行政复议、行政诉讼情况\n{four}\n\
         五、存在的主要问题及改进情况\n\n\
         一是政策解读的形式还比较单一；二是个别栏目更新不够及时。我们将每月检查一次。\n\n\
         六、其他需要报告的事项\n\n本年度没有其他需要报告的事项，未收取信息处理费。\n"
    )
}
