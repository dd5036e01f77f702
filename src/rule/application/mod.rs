//! T3: 表三 收到和处理政府信息公开申请情况.

pub mod applicants_sum;
