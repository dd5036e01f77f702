//! The samples that can be loaded: a clean and a faulty report on each form.

use gouji::Text;

use super::words;

/// A sample report.
pub struct Sample {
    /// Its name.
    pub name: Text,
    /// Its text.
    pub text: &'static str,
}

/// All of them.
pub static SAMPLES: [Sample; 4] = [
    Sample { name: words::SAMPLE_FAULTY_2021, text: include_str!("../../www/samples/faulty-2021.txt") },
    Sample { name: words::SAMPLE_CLEAN_2021, text: include_str!("../../www/samples/clean-2021.txt") },
    Sample { name: words::SAMPLE_FAULTY_2019, text: include_str!("../../www/samples/faulty-2019.txt") },
    Sample { name: words::SAMPLE_CLEAN_2019, text: include_str!("../../www/samples/clean-2019.txt") },
];
