//! The statistics form up to the year 2018 (国办发〔2014〕32号): told apart so that
//! it is not checked against a form it never was.

/// Words of the 政府信息公开情况统计表 that the later forms do not have.
pub const SIGNATURES: &[&str] =
    &["不同渠道和方式公开相同信息计1条", "申请办结数", "举报投诉数量", "主动公开政府信息数"];
