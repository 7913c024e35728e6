#pragma once

#include "kernel/documents/documents.hpp"
#include "modules/settings/settings.hpp"
#include "modules/templates/template.hpp"
#include "modules/templates/variables.hpp"

namespace templates
{

/// What the law wants on each page, whatever a template says.
struct Legal {
    std::string siret; ///< as written, with its blanks
    std::string line;  ///< « Charpentes SARL · SIRET … · TVA … »
};

std::string legal_line(const std::string& trade_name, const settings::Profile& business);

/// The same document as this template shows it: look, colour, widths, and its words with their
/// variables. The legal line stands in the foot, once; words of the document are never taken away.
documents::Document dressed(documents::Document document, const Template& as,
                            const Wording& wording, const Legal& legal);

} // namespace templates
