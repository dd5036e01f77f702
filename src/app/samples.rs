//! The samples that can be loaded: a clean and a faulty report on each form. Their
//! texts stand in the page, where the build puts them, and not in the module.

use gouji::Text;

use super::{dom, words};

/// A sample report.
#[derive(Debug)]
pub struct Sample {
    /// Its name.
    pub name: Text,
    /// The id of the page's element that holds its text.
    id: &'static str,
}

impl Sample {
    /// Its text.
    pub fn text(&self) -> String {
        dom::by_id(self.id).and_then(|data| data.text_content()).unwrap_or_default()
    }
}

/// All of them.
pub static SAMPLES: [Sample; 4] = [
    Sample { name: words::SAMPLE_FAULTY_2021, id: "faulty-2021" },
    Sample { name: words::SAMPLE_CLEAN_2021, id: "clean-2021" },
    Sample { name: words::SAMPLE_FAULTY_2019, id: "faulty-2019" },
    Sample { name: words::SAMPLE_CLEAN_2019, id: "clean-2019" },
];
