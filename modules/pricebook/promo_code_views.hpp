#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/pricebook/promo_code_store.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pricebook
{

struct CodeListView {
    std::string slug;
    base::Currency currency = base::Currency::EUR;
    base::Date today;
    std::vector<PromoCodeRow> rows;
};
html::Html code_list(const CodeListView& view);

struct CodeFormView {
    std::string slug;
    html::Html guard;
    guard::FormView fields;        ///< SavePromoCode
    std::optional<PromoCode> code; ///< the saved one; none: a new one
    std::vector<ui::Choice> clients;
    std::vector<ui::Choice> items;
    std::set<std::string> ticked; ///< ids of items
    std::vector<CodeUseRow> uses;
    std::string currency_sign;
    std::string zone;
};
html::Html code_form(const CodeFormView& view);

} // namespace pricebook
