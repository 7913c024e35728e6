#pragma once

#include "kernel/html/html.hpp"
#include "modules/signed_invoices/request_store.hpp"

#include <string>
#include <vector>

namespace signed_invoices
{

struct ClientPanelView {
    Standing standing;
    html::Url sign;
    html::Url signed_paper;
    bool is_signable = false;
    bool needs_account = false; ///< by a link, and nobody can be written to
    std::string signed_on{};    ///< when; empty: not signed
    std::string signed_by{};
};
html::Html client_card(const ClientPanelView& view);

/// `invoices`: « /p/charpentes/factures/ ». Nothing when none waits.
html::Html waiting_card(const std::string& invoices, const std::vector<WaitingInvoice>& rows);

struct SigningView {
    std::string number;
    std::string title;
    std::string issued_on;
    std::string gross;
    std::string left; ///< still to pay
    html::Url paper;
    html::Url back;
    html::Html form;
};
html::Html signing_view(const SigningView& view);

} // namespace signed_invoices
