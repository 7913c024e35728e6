#pragma once

#include "kernel/guard/call.hpp"

namespace signatures
{

/// The journal, newest first; as CSV, at most journal_rows_max lines.
http::Response list_signatures(guard::Call& call);
http::Response export_signatures(guard::Call& call);
/// One signature, and its files.
http::Response show_signature(guard::Call& call);
http::Response show_signed_paper(guard::Call& call);
http::Response show_evidence_pdf(guard::Call& call);
http::Response show_evidence_json(guard::Call& call);

} // namespace signatures
