#pragma once

#include "kernel/html/html.hpp"
#include "modules/ledger/closing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ledger
{

/// « Journée du 20 novembre 2026 », « Novembre 2026 », « Année 2026 ».
std::string name_of(const Closing& closing);
/// « Carte bancaire », or what was written where it is no mode of ours.
std::string mode_words(const std::string& mode);
/// « TVA 20 % », « Sans taxe ».
std::string tax_words(const TaxTotal& tax);

struct ClosingLine {
    Closing closing;
    html::Url to;
};

/// What the last verification found.
struct ChainState {
    std::string when; ///< empty = never verified
    std::string checked;
    std::string wrong; ///< empty = intact
};

struct ClosingsView {
    std::vector<ClosingLine> lines;
    ChainState state;
    html::Url verify;
    html::Html guard;
    std::optional<html::Url> first;
    std::optional<html::Url> next;
};
html::Html closings_page(const ClosingsView& view);

struct ClosingView {
    Closing closing;
    std::string closed_at;
    std::string signature;
    std::string key;
    html::Url paper;
    html::Url archive;
    bool may_export = false;
};
html::Html closing_page(const ClosingView& view);

} // namespace ledger
