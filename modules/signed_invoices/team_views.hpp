#pragma once

#include "kernel/html/html.hpp"
#include "modules/signatures/signatures.hpp"
#include "modules/signed_invoices/signed_invoices.hpp"

#include <string>

namespace signed_invoices
{

struct TeamPanelView {
    Standing standing;
    std::optional<signatures::Signature> signature;
    html::Url paper;
    std::optional<html::Url> evidence; ///< for who may read the journal of signatures
    std::string signed_on;             ///< when
};
html::Html team_card(const TeamPanelView& view);

} // namespace signed_invoices
