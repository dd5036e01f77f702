//! The arguments of the command line.

use std::ffi::OsString;

use clap::{Parser, Subcommand, ValueEnum};

use crate::form::EditionId;
use crate::lang;

/// 勾稽：读取并校验政府信息公开工作年度报告
/// (reads and checks Chinese annual reports on government information disclosure)
#[derive(Debug, Parser)]
#[command(name = "gouji", version, arg_required_else_help = false, disable_help_subcommand = true)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be asked for.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 检查报告 / check reports
    Check {
        /// 输出格式 / output format
        #[arg(long, value_enum, default_value = "text")]
        format: CheckFormat,
        /// 语言 / language
        #[arg(long, value_enum, default_value = "zh")]
        lang: Lang,
        /// 上年的报告，用来作跨年比较 / the report of the year before, to compare with
        #[arg(long, value_name = "FILE")]
        previous: Option<OsString>,
        /// 设置文件：关闭规则、改级别、本地要求 / settings: rules off, severities, local requirements
        #[arg(long, value_name = "FILE")]
        profile: Option<OsString>,
        /// 报告文件，- 为标准输入 / reports; - reads standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<OsString>,
    },
    /// 输出单元格长表 / print the cells as a long table
    Cells {
        /// 输出格式 / output format
        #[arg(long, value_enum, default_value = "csv")]
        format: CellsFormat,
        /// 报告文件，- 为标准输入 / reports; - reads standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<OsString>,
    },
    /// 输出规则目录 / print the rule catalogue
    Rules {
        /// 输出格式 / output format
        #[arg(long, value_enum, default_value = "text")]
        format: RulesFormat,
        /// 语言 / language
        #[arg(long, value_enum, default_value = "zh")]
        lang: Lang,
    },
    /// 输出空白表式 / print an empty form
    Form {
        /// 表式版本 / edition
        #[arg(value_enum)]
        edition: Edition,
    },
}

/// Formats of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// 供人阅读 / for people
    Text,
    /// 一个文件一个对象，多个文件一个数组 / an object, or an array for several files
    Json,
    /// 每个文件一行 / an object a line
    Ndjson,
}

/// Formats of `cells`.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum CellsFormat {
    /// 逗号分隔 / commas
    Csv,
    /// 制表符分隔 / tabs
    Tsv,
}

/// Formats of `rules`.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RulesFormat {
    /// 供人阅读 / for people
    Text,
    /// JSON
    Json,
    /// Markdown
    Md,
}

/// The language asked for.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Lang {
    /// 简体中文
    Zh,
    /// English
    En,
}

impl From<Lang> for lang::Lang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Zh,
            Lang::En => Self::En,
        }
    }
}

/// An edition a blank form can be had of: those a year requires.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Edition {
    /// 国办公开办函〔2019〕60号
    #[value(name = "2019")]
    E2019,
    /// 国办公开办函〔2021〕30号
    #[value(name = "2021")]
    E2021,
}

impl From<Edition> for EditionId {
    fn from(edition: Edition) -> Self {
        match edition {
            Edition::E2019 => Self::E2019,
            Edition::E2021 => Self::E2021,
        }
    }
}
