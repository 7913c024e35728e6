#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "kernel/html/ui/tone.hpp"
#include "modules/crm/portal_field.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crm
{

/// Something asked about a field and not done: « En attente de validation ».
struct AskedLine {
    std::string badge;
    std::string words;
    ui::Tone tone = ui::Tone::Amber;
};
struct DetailLine {
    std::string field; ///< code
    std::string value; ///< as it is shown
    std::vector<AskedLine> asked;
};
struct MyDetailsView {
    std::vector<DetailLine> person;
    std::vector<DetailLine> record;
    bool is_company = true;
    std::optional<html::Url> edit; ///< none when nothing may be changed
    html::Html panels;             ///< of other modules: slot "portal_details"
};
html::Html my_details_page(const MyDetailsView& view);

struct DetailsFormView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    std::vector<std::string> person; ///< codes he may change
    std::vector<std::string> record;
    std::vector<std::string> approved; ///< of them, those the team must accept
    std::vector<ui::Choice> types;
    bool is_company = true;
    bool asks_password = false; ///< for another address to sign in with
};
html::Html my_details_form(const DetailsFormView& view);

struct AddressLinkView {
    std::string address;
    html::Url action;
    html::Html guard;
};
html::Html address_link_page(const AddressLinkView& view);

} // namespace crm
