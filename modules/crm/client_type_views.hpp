#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/crm/client_type.hpp"

#include <string>
#include <vector>

namespace crm
{

struct TypeListView {
    html::Url list;
    html::Html guard;
    guard::FormView fields;               ///< of the type to add
    std::vector<std::string> of_preset{}; ///< names
    std::vector<OwnType> own{};
};
html::Html type_list(const TypeListView& view);

struct TypeFormView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    OwnType type;
};
html::Html type_form(const TypeFormView& view);

} // namespace crm
