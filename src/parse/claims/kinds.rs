//! Of which kind a subject is: a result, a reason, an applicant.

use super::Subject;

/// A result of 表三 as a whole.
pub fn is_result(subject: Subject) -> bool {
    use Subject::{Denied, Granted, OtherHandling, Partial, Public, Refused, Unavailable};
    matches!(subject, Granted | Partial | Public | Denied | Unavailable | Refused | OtherHandling)
}

/// A column of 表三.
pub(super) fn is_applicant(subject: Subject) -> bool {
    use Subject::{Enterprises, LegalServices, NaturalPersons, Organizations, Research, Welfare};
    matches!(subject, NaturalPersons | Enterprises | Research | Welfare | LegalServices | Organizations)
}

/// A row of 表三 under a result.
pub fn is_reason(subject: Subject) -> bool {
    use Subject::{
        CaseFile, Confirmation, Forbidden, Inquiry, Internal, LateFee, LateSupplement, Massive, NotHeld,
        NotMade, Petition, Process, Publication, Repeated, Safety, Secret, ThirdParty, Unclear,
    };
    matches!(
        subject,
        CaseFile
            | Confirmation
            | Forbidden
            | Inquiry
            | Internal
            | LateFee
            | LateSupplement
            | Massive
            | NotHeld
            | NotMade
            | Petition
            | Process
            | Publication
            | Repeated
            | Safety
            | Secret
            | ThirdParty
            | Unclear
    )
}
