//! Legal bases that several rules share.

use crate::lang::Text;

/// The uniform format itself.
pub const UNIFORM_FORM: Text = Text::new(
    "《政府信息公开条例》第五十条第二款；国办公开办函〔2019〕60号、〔2021〕30号",
    "Regulations on Government Information Disclosure, article 50 paragraph 2; 国办公开办函〔2019〕60号 and 〔2021〕30号",
);

/// The form of 2019.
pub const FORM_2019: Text =
    Text::new("国办公开办函〔2019〕60号表二", "Table 2 of the 2019 form (国办公开办函〔2019〕60号)");

/// The form of 2021.
pub const FORM_2021: Text =
    Text::new("国办公开办函〔2021〕30号表二", "Table 2 of the 2021 form (国办公开办函〔2021〕30号)");

/// The note in the corner of 表三 and the arithmetic it stands for.
pub const APPLICATIONS_SUMS: Text = Text::new(
    "统一格式表三的勾稽关系说明及“总计”行列",
    "The cross-check note and the totals of Table 3 of the uniform form",
);

/// The totals of 表四.
pub const REMEDIES_SUMS: Text =
    Text::new("统一格式表四各组“总计”", "The totals of the groups of Table 4 of the uniform form");

/// That cells without cases hold 0: the practice of reviews; no national rule says it.
pub const FILL_ZERO: Text = Text::new(
    "统一格式；各级审核普遍要求无数据填 0",
    "The uniform form; reviewing bodies ask for 0 where there is nothing to report",
);

/// That the prose says what 表二 says.
pub const PROSE_AND_DISCLOSURE: Text = Text::new(
    "《政府信息公开条例》第五十条；统一格式表二（正文与表格应一致）",
    "Regulations on Government Information Disclosure, article 50; Table 2 of the uniform form (prose and table must agree)",
);

/// That the prose says what 表三 says.
pub const PROSE_AND_APPLICATIONS: Text = Text::new(
    "《政府信息公开条例》第五十条；统一格式表三（正文与表格应一致）",
    "Regulations on Government Information Disclosure, article 50; Table 3 of the uniform form (prose and table must agree)",
);

/// That the prose says what 表四 says.
pub const PROSE_AND_REMEDIES: Text = Text::new(
    "《政府信息公开条例》第五十条；统一格式表四（正文与表格应一致）",
    "Regulations on Government Information Disclosure, article 50; Table 4 of the uniform form (prose and table must agree)",
);

/// Who may issue 规章.
pub const POWER_TO_REGULATE: Text = Text::new(
    "《立法法》关于规章制定权限的规定",
    "Legislation Law, provisions on the power to issue regulations (规章)",
);

/// That a report has to be accurate; no rule fixes how its prose adds up.
pub const ACCURATE: Text = Text::new(
    "国办公开办函〔2021〕30号（内容准确、全面）；算术",
    "Notice 国办公开办函〔2021〕30号 (accurate and complete); arithmetic",
);
