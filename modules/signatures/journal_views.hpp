#pragma once

#include "kernel/html/html.hpp"
#include "modules/signatures/signature.hpp"

#include <optional>
#include <vector>

namespace signatures
{

struct JournalLine {
    Signature signature;
    std::string when;
    html::Url to;
};
struct JournalView {
    std::vector<JournalLine> lines;
    html::Url csv;
    std::optional<html::Url> first;
    std::optional<html::Url> next;
};
html::Html journal_page(const JournalView& view);

struct SignatureView {
    Signature signature;
    std::string when;
    std::string code;        ///< to whom and when a code was sent; empty: none was asked for
    std::string recorded_by; ///< name
    std::string fingerprint; ///< of the installation’s seal
    html::Url paper;
    html::Url evidence_pdf;
    html::Url evidence_json;
};
html::Html signature_page(const SignatureView& view);

} // namespace signatures
