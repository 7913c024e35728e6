#pragma once

#include "kernel/html/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace crm
{

struct MyDocumentLine {
    html::Url open;
    std::string name;
    std::string words; ///< « Partagé le 21 novembre 2026 · 12 ko »
};
struct MyDocumentsView {
    std::string business;
    std::optional<html::Url> requests; ///< where to ask for one
    std::vector<MyDocumentLine> lines;
    html::Html others; ///< of other modules
};
html::Html my_documents_page(const MyDocumentsView& view);

html::Html my_documents_link(const html::Url& to);
html::Html my_documents_card(const html::Url& all, const std::vector<MyDocumentLine>& lines);

} // namespace crm
