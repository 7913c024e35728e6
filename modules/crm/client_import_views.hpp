#pragma once

#include "kernel/html/html.hpp"
#include "modules/crm/client_import.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

struct ImportsView {
    std::string slug;
    html::Url page;
    html::Html guard;
    std::string error; ///< of the file just sent
    std::vector<ClientImport> recent;
    std::vector<std::string> moments; ///< of each recent one
};
html::Html imports_page(const ImportsView& view);

/// A line of the preview: what it would become.
struct PreviewLine {
    ImportedLine read;
    std::string known; ///< name of the client who is there already
};

struct ImportDraftView {
    html::Url page;
    html::Url abandon;
    html::Html guard;
    ClientImport import;
    ImportLook look;
    std::vector<ImportField> fields;
    std::vector<std::string> obstacles; ///< sentences
    std::vector<PreviewLine> lines;
    html::Html invitations; ///< fields of the form
};
html::Html import_draft_page(const ImportDraftView& view);

struct ImportReportView {
    html::Url page;
    html::Url clients;
    html::Url another;
    html::Url report;
    ClientImport import;
    std::vector<LineProblem> problems; ///< the first ones
    html::Html guests;                 ///< who is invited; empty when nobody is
};
html::Html import_report_page(const ImportReportView& view);

html::Url import_path(std::string_view slug, ImportId import);

} // namespace crm
