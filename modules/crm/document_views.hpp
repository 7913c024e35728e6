#pragma once

#include "kernel/html/ui/field.hpp"
#include "modules/crm/document_actions.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

struct DocumentLine {
    FiledDocument filed;
    std::string words;             ///< « Enora, le 21 novembre 2026 · 12 ko »
    std::optional<html::Url> open; ///< none while it is judged, or refused
    std::optional<html::Url> change;
    std::optional<html::Url> remove;
};

/// The panel of the client's page.
struct DocumentsCardView {
    html::Url all;
    std::vector<DocumentLine> lines;
};
html::Html documents_card(const DocumentsCardView& view);

struct DocumentsView {
    std::string client_name;
    html::Url action;
    html::Html guard;
    bool may_add = false;
    std::string error;                      ///< why nothing was added; empty otherwise
    Audience audience = Audience::internal; ///< of the form that is shown again
    std::vector<DocumentLine> lines;
};
html::Html documents_body(const DocumentsView& view);

} // namespace crm
